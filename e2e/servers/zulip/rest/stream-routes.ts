import {
  createStream,
  setProperty,
  setTopicPolicy,
  streamOf,
  subscribe,
  unsubscribe,
} from '../acts/streams.js';
import { given, Refusal, type Organisation, type Stream, type Visibility } from '../model.js';
import { streamView, subscriptionView, userView } from '../views.js';
import type { Handlers } from './context.js';

interface Property {
  readonly stream_id: number;
  readonly property: string;
  readonly value: unknown;
}

/** Streams, subscriptions, topics and people. */
export const streamRoutes: Handlers = {
  'GET /streams': ({ scene: { organisation }, user }) => ({
    streams: [...organisation.streams.values()]
      .filter((one) => !one.isPrivate || one.subscriptions.has(user.id))
      .map(streamView),
  }),
  'GET /get_stream_id': ({ scene: { organisation }, params }) => ({
    stream_id: given(named(organisation, params.needed('stream')), 'Invalid channel name').id,
  }),
  'GET /users/me/subscriptions': ({ scene: { organisation }, user }) => ({
    subscriptions: [...organisation.streams.values()]
      .filter((one) => one.subscriptions.has(user.id))
      .map((one) => subscriptionView(one, user.id)),
  }),
  'POST /users/me/subscriptions': ({ scene, user, params }) => {
    const wanted = (params.json('subscriptions') ?? []) as readonly { readonly name: string }[];
    const isPrivate = params.json('invite_only') === true;
    for (const { name } of wanted)
      subscribe(scene, named(scene.organisation, name) ?? createStream(scene, name, isPrivate), user.id);
    const names = wanted.map(({ name }) => name);
    return { subscribed: { [user.id]: names }, already_subscribed: {} };
  },
  'DELETE /users/me/subscriptions': ({ scene, user, params }) => {
    const names = (params.json('subscriptions') ?? []) as readonly string[];
    for (const name of names)
      unsubscribe(scene, given(named(scene.organisation, name), 'Invalid channel name'), user.id);
    return { removed: names, not_removed: [] };
  },
  'POST /users/me/subscriptions/properties': ({ scene, user, params }) => {
    const wanted = (params.json('subscription_data') ?? []) as readonly Property[];
    for (const { stream_id, property, value } of wanted)
      setProperty(scene, streamOf(scene, stream_id), user.id, property, value);
    return {};
  },
  'GET /users/me/:stream/topics': ({ scene: { organisation }, path }) => {
    const topics = new Map<string, { name: string; max_id: number }>();
    for (const { id, to } of organisation.messages.values())
      if (to.kind === 'stream' && to.streamId === Number(path['stream']))
        topics.set(to.topic.toLowerCase(), { name: to.topic, max_id: id });
    return { topics: [...topics.values()].toSorted((one, other) => other.max_id - one.max_id) };
  },
  'POST /user_topics': ({ scene, user, params }) => {
    const policy = params.number('visibility_policy');
    if (policy === undefined || ![0, 1, 2, 3].includes(policy))
      throw new Refusal(400, 'BAD_REQUEST', 'Invalid visibility_policy');
    const stream = streamOf(scene, params.number('stream_id') ?? 0);
    setTopicPolicy(scene, user.id, stream, params.needed('topic'), policy as Visibility);
    return {};
  },
  'GET /users': ({ scene: { organisation } }) => ({
    members: [...organisation.users.values()].map(userView),
  }),
  'GET /users/me': ({ user }) => userView(user),
};

const named = ({ streams }: Organisation, name: string): Stream | undefined =>
  [...streams.values()].find((one) => one.name.toLowerCase() === name.toLowerCase());

import type { Organisation, User } from '../model.js';
import type { Scene } from '../acts/messages.js';
import { conversationsView, streamView, subscriptionView, unreadView, userView } from '../views.js';
import type { Handlers } from './context.js';

const LONGPOLL_S = 90;

/** Registering for events, and hearing them. */
export const eventRoutes: Handlers = {
  'POST /register': ({ scene, user, params }) => {
    const types = params.json('event_types') as readonly string[] | undefined;
    const fetched = params.json('fetch_event_types') as readonly string[] | undefined;
    return register(scene, user, types, fetched ?? types);
  },
  'GET /events': async ({ scene, user, params, isGone }) => {
    const queueId = params.text('queue_id');
    if (queueId === undefined) {
      const types = params.json('event_types') as readonly string[] | undefined;
      return { ...register(scene, user, types, types), events: [] };
    }
    const lastId = params.number('last_event_id') ?? -1;
    const isPatient = params.json('dont_block') !== true;
    const poll = { userId: user.id, queueId, lastId, isPatient, isGone };
    return { queue_id: queueId, events: await scene.queues.poll(poll) };
  },
  'DELETE /events': ({ scene, user, params }) => {
    scene.queues.remove(user.id, params.needed('queue_id'));
    return {};
  },
};

/** Makes a queue and gives the state from which its events count. */
export function register(
  { organisation, queues }: Scene,
  user: User,
  types: readonly string[] | undefined,
  fetched: readonly string[] | undefined,
): object {
  const wants = (type: string): boolean => fetched === undefined || fetched.includes(type);
  // Without the events that keep it right nobody gets what is unread.
  const getsUnread = wants('message') && wants('update_message_flags');
  const parts = stateParts(organisation, user);
  const state = Object.entries(parts).filter(([type]) => wants(type));
  return {
    queue_id: queues.register(user.id, types),
    last_event_id: -1,
    event_queue_longpoll_timeout_seconds: LONGPOLL_S,
    zulip_version: organisation.version,
    zulip_feature_level: organisation.featureLevel,
    zulip_merge_base: organisation.version,
    max_message_id: organisation.lastMessageId,
    ...Object.assign({}, ...state.map(([, make]) => make())),
    ...(getsUnread ? { unread_msgs: unreadView(organisation, user.id) } : {}),
  };
}

/** What is told of each kind of event. */
function stateParts(organisation: Organisation, user: User): Readonly<Record<string, () => object>> {
  const streams = [...organisation.streams.values()];
  const isIn = (one: (typeof streams)[number]): boolean => one.subscriptions.has(user.id);
  return {
    subscription: () => ({
      subscriptions: streams.filter(isIn).map((one) => subscriptionView(one, user.id)),
      unsubscribed: [],
      never_subscribed: streams.filter((one) => !isIn(one) && !one.isPrivate).map(streamView),
    }),
    stream: () => ({ streams: streams.filter((one) => isIn(one) || !one.isPrivate).map(streamView) }),
    user_topic: () => ({
      user_topics: [...(organisation.topicPolicies.get(user.id)?.values() ?? [])].map((one) => ({
        stream_id: one.streamId,
        topic_name: one.topic,
        last_updated: one.updated,
        visibility_policy: one.policy,
      })),
    }),
    recent_private_conversations: () => ({
      recent_private_conversations: conversationsView(organisation, user.id),
    }),
    realm: () => ({
      realm_name: organisation.name,
      realm_icon_url: '/user_avatars/realm/icon.png?version=1',
      realm_icon_source: 'U',
      realm_push_notifications_enabled: false,
    }),
    realm_user: () => ({
      realm_users: [...organisation.users.values()].map(userView),
      realm_non_active_users: [],
      cross_realm_bots: [],
      user_id: user.id,
      email: user.email,
      full_name: user.name,
      is_admin: false,
      avatar_url: `/user_avatars/${user.id}.png`,
    }),
    user_settings: () => ({ user_settings: { ...user.settings } }),
    alert_words: () => ({ alert_words: [...user.alertWords] }),
  };
}

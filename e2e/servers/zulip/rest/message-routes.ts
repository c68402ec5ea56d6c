import { changeMessage, deleteMessage, sendMessage } from '../acts/messages.js';
import { setFlag } from '../acts/reading.js';
import {
  given,
  Refusal,
  type DirectPlace,
  type Flag,
  type Message,
  type Organisation,
  type StreamPlace,
} from '../model.js';
import { messageView } from '../views.js';
import type { Ask, Handlers } from './context.js';
import { fitsNarrow, type Term } from './narrow.js';
import type { Params } from './params.js';

/** Messages: sent, read, changed, listed. */
export const messageRoutes: Handlers = {
  'POST /messages': ({ scene, user, params }) => {
    const { organisation } = scene;
    const content = params.needed('content');
    const isStream = ['stream', 'channel'].includes(params.needed('type'));
    const to = isStream ? streamPlace(organisation, params) : directPlace(organisation, params, user.id);
    return { id: sendMessage(scene, user.id, to, content).id };
  },
  'GET /messages': (ask) => listMessages(ask),
  'GET /messages/:id': ({ scene, user, path }) => {
    const message = own(scene.organisation, user.id, Number(path['id']));
    const flags = [...(message.flags.get(user.id) ?? [])];
    return { message: { ...messageView(scene.organisation, message), flags }, raw_content: message.content };
  },
  'PATCH /messages/:id': ({ scene, user, path, params }) => {
    changeMessage(scene, user.id, Number(path['id']), {
      content: params.text('content'),
      topic: params.text('topic'),
      streamId: params.number('stream_id'),
      mode: params.text('propagate_mode') as 'change_all' | undefined,
    });
    return {};
  },
  'DELETE /messages/:id': ({ scene, path }) => {
    deleteMessage(scene, Number(path['id']));
    return {};
  },
  'POST /messages/flags': ({ scene, user, params }) => {
    const op = params.needed('op') === 'add' ? 'add' : 'remove';
    const ids = (params.json('messages') ?? []) as readonly number[];
    setFlag(scene, user.id, op, params.needed('flag') as Flag, ids);
    return { messages: ids };
  },
  'POST /messages/flags/narrow': (ask) => flagNarrow(ask),
};

const own = ({ messages }: Organisation, userId: number, id: number): Message => {
  const message = messages.get(id);
  return given(message?.flags.has(userId) === true ? message : undefined, 'Invalid message(s)');
};

function streamPlace({ streams }: Organisation, params: Params): StreamPlace {
  const named = params.needed('to').replace(/^"(.*)"$/, '$1');
  const stream = [...streams.values()].find(
    ({ id, name }) => String(id) === named || name.toLowerCase() === named.toLowerCase(),
  );
  if (stream === undefined)
    throw new Refusal(400, 'STREAM_DOES_NOT_EXIST', `Channel '${named}' does not exist`, { stream: named });
  const topic = params.text('topic') ?? params.text('subject') ?? '';
  return { kind: 'stream', streamId: stream.id, topic };
}

function directPlace({ users }: Organisation, params: Params, senderId: number): DirectPlace {
  const named = params.needed('to');
  const list: readonly unknown[] = named.startsWith('[')
    ? (JSON.parse(named) as unknown[])
    : named.split(',');
  const ids = list.map((one) => {
    const found = [...users.values()].find(({ id, email }) => id === one || email === one);
    if (found === undefined) throw new Refusal(400, 'BAD_REQUEST', `Invalid email '${String(one)}'`);
    return found.id;
  });
  return directBetween([...ids, senderId]);
}

/** The conversation of those people. */
export const directBetween = (ids: readonly number[]): DirectPlace => ({
  kind: 'private',
  userIds: [...new Set(ids)].toSorted((one, other) => one - other),
});

function listMessages({ scene: { organisation }, user, params }: Ask): object {
  const narrow = (params.json('narrow') ?? []) as readonly Term[];
  const all = [...organisation.messages.values()].filter(
    (message) => message.flags.has(user.id) && fitsNarrow(organisation, user.id, message, narrow),
  );
  const anchor = anchorOf(params, all);
  const before = all.filter(({ id }) => id < anchor).slice(-(params.number('num_before') || all.length));
  const after = all.filter(({ id }) => id >= anchor).slice(0, 1 + (params.number('num_after') ?? 0));
  const messages = [...before, ...after].map((message) =>
    Object.assign(messageView(organisation, message), { flags: [...(message.flags.get(user.id) ?? [])] }),
  );
  return {
    messages,
    anchor,
    found_anchor: true,
    found_newest: true,
    found_oldest: true,
    history_limited: false,
  };
}

/** Sets a flag on a stretch of a narrow, and says how far it came (`update_message_flags_for_narrow`). */
function flagNarrow({ scene, user, params }: Ask): object {
  const { organisation } = scene;
  const narrow = JSON.parse(params.needed('narrow')) as readonly Term[];
  const fitting = [...organisation.messages.values()].filter(
    (message) => message.flags.has(user.id) && fitsNarrow(organisation, user.id, message, narrow),
  );
  const said = params.needed('anchor');
  const anchor = said === 'oldest' ? -1 : anchorOf(params, fitting);
  const isAnchorIn = params.text('include_anchor') !== 'false';
  const [before, after] = [Number(params.needed('num_before')), Number(params.needed('num_after'))];
  const earlier = fitting.filter(({ id }) => id < anchor);
  const later = fitting.filter(({ id }) => (isAnchorIn ? id >= anchor : id > anchor));
  const ids = [...(before === 0 ? [] : earlier.slice(-before)), ...later.slice(0, after)].map(({ id }) => id);
  const op = params.needed('op') === 'add' ? 'add' : 'remove';
  const changed = setFlag(scene, user.id, op, params.needed('flag') as Flag, ids);
  return {
    processed_count: ids.length,
    updated_count: changed.length,
    first_processed_id: ids[0] ?? null,
    last_processed_id: ids.at(-1) ?? null,
    found_oldest: before >= earlier.length,
    found_newest: after >= later.length,
  };
}

function anchorOf(params: Params, all: readonly Message[]): number {
  const said = params.text('anchor') ?? 'newest';
  if (said === 'newest') return all.at(-1)?.id ?? 0;
  if (said === 'oldest') return all[0]?.id ?? 0;
  return Number(said);
}

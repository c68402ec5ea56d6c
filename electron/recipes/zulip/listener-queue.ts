import type { ListenEnd, ListenPort } from '../listening';
import { createChannelTeller } from '../tell-channels';
import { foldHere } from './fold-here';
import type { Answered, Ask } from './listener-ask';
import { noticeOf } from './notice';
import type { Model, Said } from './raw';
import { readZulip } from './read';
import { reopen, toKept, type Kept } from './resume';
import { meetPeople, slim } from './slim';

const FETCHED = [
  ...['message', 'update_message_flags', 'subscription', 'user_topic', 'realm', 'realm_user'],
  ...['user_settings', 'alert_words', 'recent_private_conversations'],
];
const REGISTER = {
  fetch_event_types: FETCHED,
  event_types: [...FETCHED.slice(0, -1), 'update_message', 'delete_message', 'stream'],
  client_capabilities: {
    notification_settings_null: true,
    bulk_message_deletion: true,
    user_avatar_url_field_optional: true,
    stream_typing_notifications: false,
    user_settings_object: true,
    empty_topic_name: true,
  },
  apply_markdown: true,
  // Pictures of people are wanted as addresses.
  client_gravatar: false,
  slim_presence: true,
};
const MESSAGES = { apply_markdown: true, client_gravatar: false, allow_empty_topic_name: true };
const UNREAD = [{ operator: 'is', operand: 'unread' }];
/** The server answers a poll after 90 s at the latest. */
const POLL_MAX_MS = 110_000;
/** Much at once is fetched together: the server counts what a person asks for. */
const GAP_MS = 50;
const GAP_MAX_MS = 400;
const BUSY_MS = 1000;
const PAGE_SIZE = 1000;
/** So many pages of missed messages are fetched; who missed more is told of the oldest. */
const PAGES_MAX = 5;

/** Ends the connection, wherever it is noticed. */
export class ListenerEnd extends Error {
  constructor(
    readonly why: ListenEnd,
    reason: string,
  ) {
    super(reason);
  }
}

interface Place {
  readonly ask: Ask;
  readonly origin: string;
  readonly port: ListenPort;
  readonly isOver: () => boolean;
}

interface Queue {
  readonly id: string;
  readonly model: Model;
  lastEventId: number;
}

/** Hears a Zulip for as long as it can. Rejects with {@link ListenerEnd}, or with what was thrown. */
export async function hearZulip({ ask, origin, port, isOver }: Place, kept: Kept | undefined): Promise<void> {
  const fold = foldHere();
  const channels = createChannelTeller(port);
  const now = {
    lastMessageId: kept?.lastMessageId ?? 0,
    hasHeard: kept !== undefined,
    isLive: false,
    gapMs: 0,
  };
  /** Messages that were fetched, and may come again as events. */
  const fetched = new Set<number>();

  const tellChannels = ({ model }: Queue, wasRead: boolean): void => {
    const report = readZulip(fold.toRaw(model));
    const read = (report.channels ?? []).filter(
      ({ id, unread }) => wasRead && unread === 0 && channels.unreadOf(id) > 0,
    );
    channels.tell(report);
    for (const { id } of read) port.tell({ kind: 'read', channelId: id });
  };
  const tellMessages = ({ model }: Queue, events: readonly Said[]): void => {
    for (const event of events) {
      const id = Number((event['message'] as Said)['id']);
      now.lastMessageId = Math.max(now.lastMessageId, id);
      // What was read in the same moment is not notified of.
      const notice = model.unread.has(id) ? noticeOf(model, event, origin) : undefined;
      if (notice !== undefined) port.tell(notice);
    }
  };
  const settle = (queue: Queue): void => {
    port.remember(toKept(queue.model, queue, now.lastMessageId));
    if (!now.isLive) port.tell({ kind: 'live' });
    now.isLive = true;
  };

  const register = async (): Promise<Queue> => {
    const body = bodyOf(await ask('POST', '/json/register', REGISTER));
    const id = body['queue_id'];
    // Where some of it is open to all, who has no account gets no queue.
    if (typeof id !== 'string') throw new ListenerEnd('refused', 'nobody is signed in');
    const queue = { id, model: fold.create(body), lastEventId: Number(body['last_event_id']) };
    slim(queue.model);
    const newest = Number(body['max_message_id'] ?? (await newestId()));
    if (now.hasHeard) await catchUp(queue);
    else tellChannels(queue, false);
    now.hasHeard = true;
    now.lastMessageId = Math.max(now.lastMessageId, newest);
    settle(queue);
    return queue;
  };
  const newestId = async (): Promise<number> => {
    const wanted = { anchor: 'newest', num_before: 1, num_after: 0, ...MESSAGES };
    return Math.max(0, ...messagesIn(bodyOf(await ask('GET', '/json/messages', wanted))).map(idOf));
  };
  /** Fetches what came since the last message that was heard, as far as it is unread still. */
  const catchUp = async (queue: Queue): Promise<void> => {
    const events: Said[] = [];
    let anchor = now.lastMessageId;
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const wanted = { anchor, num_before: 0, num_after: PAGE_SIZE, narrow: UNREAD, ...MESSAGES };
      const body = bodyOf(await ask('GET', '/json/messages', wanted));
      const after = anchor;
      const fresh = messagesIn(body).filter((message) => idOf(message) > after);
      events.push(...fresh.map((message) => ({ type: 'message', message, flags: message['flags'] })));
      anchor = Math.max(anchor, ...fresh.map(idOf));
      if (body['found_newest'] !== false || fresh.length === 0) break;
    }
    for (const event of events) {
      fetched.add(idOf(event.message as Said));
      meetPeople(queue.model, event);
      fold.apply(queue.model, event);
    }
    tellChannels(queue, false);
    tellMessages(queue, events);
  };

  /** What is not as expected may have left the model half changed: false, and all is asked for anew. */
  const applied = (queue: Queue, events: readonly Said[]): boolean => {
    try {
      for (const event of events) if (meetPeople(queue.model, event)) fold.apply(queue.model, event);
      queue.lastEventId = Math.max(queue.lastEventId, ...events.map(idOf));
      return true;
    } catch {
      return false;
    }
  };
  /** Asks for what happened; gives false where the server knows the queue no more. */
  const poll = async (queue: Queue, isPatient: boolean): Promise<boolean> => {
    const startMs = port.nowMs();
    const asked = { queue_id: queue.id, last_event_id: queue.lastEventId, dont_block: !isPatient };
    const answer = await ask('GET', '/json/events', asked, POLL_MAX_MS);
    if (answer.status === 400 && answer.isOwn) return false;
    const events = listOrEnd(bodyOf(answer)['events']);
    if (!applied(queue, events)) return false;
    const news = events.filter(({ type }) => type !== 'heartbeat');
    if (news.length > 0 || !now.isLive) tellChannels(queue, news.some(isReading));
    tellMessages(
      queue,
      news.filter((event) => event['type'] === 'message' && !fetched.has(idOf(event['message'] as Said))),
    );
    if (events.length > 0 || !now.isLive) settle(queue);
    const isBusy = port.nowMs() - startMs < BUSY_MS;
    now.gapMs = isBusy ? Math.min(Math.max(GAP_MS, now.gapMs * 2), GAP_MAX_MS) : 0;
    return true;
  };
  /** Hears a queue until it is gone; gives whether it ever was there. */
  const follow = async (queue: Queue, isTakenUp: boolean): Promise<boolean> => {
    for (let isFirst = true; !isOver(); isFirst = false) {
      if (!(await poll(queue, !(isFirst && isTakenUp)))) return !isFirst;
      if (now.gapMs > 0) await new Promise<void>((resolve) => void port.after(now.gapMs, resolve));
    }
    return true;
  };

  if (kept?.queue !== undefined) {
    const { id, lastEventId } = kept.queue;
    await follow({ id, lastEventId, model: reopen(kept.queue, fold.create) }, true);
  }
  while (!isOver())
    if (!(await follow(await register(), false))) throw new ListenerEnd('lost', 'no queue stays');
}

/** The body of an answer that is Zulip's yes. @throws {@link ListenerEnd} for every other. */
function bodyOf({ status, body, isOwn }: Answered): Said {
  if (status === 200 && isOwn) return body;
  if (status === 401 || status === 403) throw new ListenerEnd('refused', `status ${status}`);
  throw new ListenerEnd(status === 404 ? 'unfit' : 'lost', `status ${status}`);
}

const isReading = (event: Said): boolean =>
  event['type'] === 'update_message_flags' &&
  event['flag'] === 'read' &&
  (event['op'] ?? event['operation']) === 'add';

const listOrEnd = (value: unknown): readonly Said[] => {
  if (!Array.isArray(value)) throw new ListenerEnd('lost', 'no list in the answer');
  return value as readonly Said[];
};
const messagesIn = (body: Said): readonly Said[] => listOrEnd(body['messages']);
const idOf = (message: Said): number => Number(message['id']);

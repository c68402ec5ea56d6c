import type { FoldKit, Model, Said } from './raw';

/**
 * Asks Zulip's server as the page's session does, by an event queue of its own, for the page keeps its model to itself.
 * Only the message of a notification is looked up in the page, which has it before it notifies. Self-contained.
 */
export function probe(key: string): void {
  const { probe: desk, fold } = (globalThis as unknown as Record<string, FoldKit>)[key] as FoldKit;
  const { fetch: nativeFetch, URLSearchParams: Params, AbortController: Controller } = globalThis;
  const FETCHED = [
    ...['message', 'update_message_flags', 'subscription', 'user_topic', 'realm', 'realm_user'],
    ...['user_settings', 'alert_words', 'recent_private_conversations'],
  ];
  const HEARD = [...FETCHED.slice(0, -1), 'update_message', 'delete_message', 'stream'];
  const CAPABILITIES = {
    notification_settings_null: true,
    bulk_message_deletion: true,
    user_avatar_url_field_optional: true,
    stream_typing_notifications: false,
    user_settings_object: true,
    empty_topic_name: true,
  };
  const GAP_MS = 50;
  const GAP_MAX_MS = 400;
  const BUSY_MS = 1000;
  const RETRY_MS = 500;
  const RETRY_MAX_MS = 20_000;
  const POLL_MAX_MS = 90_000;
  /** So many answers that are none, and the page is not the one we know. */
  const PATIENCE = 4;
  const now = { queueId: '', lastId: -1, failures: 0, gapMs: 0, turn: 0, isGone: false, isReached: true };
  let model: Model | undefined;
  let cut = (): void => undefined;

  /** Asks as the page's session; `status` 0 where there was no answer. */
  const ask = async (method: string, path: string, params: Said, isLast = false) => {
    const form = new Params();
    for (const name of Object.keys(params)) {
      const value = params[name];
      form.set(name, typeof value === 'string' ? value : JSON.stringify(value));
    }
    const input = document.querySelector<HTMLInputElement>('input[name="csrfmiddlewaretoken"]');
    const controller = new Controller();
    if (path === '/json/events' && !isLast) cut = () => controller.abort();
    desk.later(() => controller.abort(), POLL_MAX_MS);
    try {
      const isGet = method === 'GET';
      const response = await nativeFetch(isGet ? `${path}?${form}` : path, {
        method,
        keepalive: isLast,
        signal: controller.signal,
        ...(isGet ? {} : { body: form, headers: { 'X-CSRFToken': input?.value ?? '' } }),
      });
      const isJson = response.headers.get('content-type')?.includes('json') === true;
      return { status: response.status, body: (isJson ? await response.json() : {}) as Said };
    } catch {
      return { status: 0, body: {} as Said };
    }
  };
  /** Runs it in so long, unless something else was wanted since; what it throws is told. */
  const again = (work: () => Promise<void>, delayMs: number): void => {
    now.turn += 1;
    const { turn } = now;
    desk.later(() => {
      if (turn !== now.turn || now.isGone) return;
      work().catch((error: unknown) => {
        desk.run(() => {
          throw error;
        });
        retry(register);
      });
    }, delayMs);
  };
  const retry = (work: () => Promise<void>, waitMs = 0): void => {
    now.failures += 1;
    again(work, Math.max(waitMs, Math.min(RETRY_MS * 2 ** (now.failures - 1), RETRY_MAX_MS)));
  };
  const tellOf = (known: Model, isReached: boolean): void => {
    now.isReached = isReached;
    desk.tell({ ...fold.toRaw(known), isReached, hash: location.hash });
  };
  const retryAfter = (body: Said): number => (Number(body['retry-after']) || 0) * 1000;

  /** Whether an answer is one of Zulip's own; what stands before it, or is not Zulip at all, answers otherwise. */
  const isOwn = (body: Said): boolean => body['result'] === 'success' || body['result'] === 'error';
  const register = async (): Promise<void> => {
    // Unlike registering, this is for nobody without an account, wherever streams are open to all.
    const me = await ask('GET', '/json/users/me', {});
    if (me.status === 401 && isOwn(me.body)) return tellNobody();
    // Not Zulip: somewhere the person is sent to sign in. What stands before a known one may say the same for a while.
    if (model === undefined && [401, 403, 404].includes(me.status) && !isOwn(me.body)) return;
    const isKnown = me.status === 200 && isOwn(me.body);
    const { status, body } = isKnown
      ? await ask('POST', '/json/register', {
          event_types: HEARD,
          fetch_event_types: FETCHED,
          client_capabilities: CAPABILITIES,
          apply_markdown: true,
          client_gravatar: true,
          slim_presence: true,
        })
      : me;
    if (!isKnown || status !== 200 || typeof body['queue_id'] !== 'string') {
      if (status !== 0 && now.failures >= PATIENCE) desk.fail(`the server does not register: ${status}`);
      return retry(register, retryAfter(body));
    }
    model = fold.create(body);
    now.queueId = body['queue_id'];
    now.lastId = Number(body['last_event_id']);
    now.failures = 0;
    tellOf(model, true);
    again(poll, 0);
  };
  const tellNobody = async (): Promise<void> => {
    model = undefined;
    const { body } = await ask('GET', '/api/v1/server_settings', {});
    desk.tell({ isSignedIn: false, realmName: body['realm_name'], version: body['zulip_version'] });
  };
  const poll = async (): Promise<void> => {
    const known = model;
    if (known === undefined) return;
    const startMs = performance.now();
    const { status, body } = await ask('GET', '/json/events', {
      queue_id: now.queueId,
      last_event_id: now.lastId,
      // After a failure the answer comes at once, so that it is known soon whether all is well again.
      dont_block: now.failures > 0,
    });
    if (now.isGone) return;
    if (body['code'] === 'BAD_EVENT_QUEUE_ID') return again(register, 0);
    if (status === 401) return tellNobody();
    if (status !== 200 || !Array.isArray(body['events'])) {
      // Too many questions are answered all the same.
      if (status !== 429) tellOf(known, false);
      return retry(poll, retryAfter(body));
    }
    const wasAway = now.failures > 0;
    now.failures = 0;
    const events = body['events'] as readonly Said[];
    for (const event of events) {
      now.lastId = Math.max(now.lastId, Number(event['id']));
      fold.apply(known, event);
    }
    if (wasAway || events.some(({ type }) => type !== 'heartbeat')) tellOf(known, true);
    // Much at once is fetched together: the server counts what a person asks for.
    const isBusy = performance.now() - startMs < BUSY_MS;
    now.gapMs = isBusy ? Math.min(Math.max(GAP_MS, now.gapMs * 2), GAP_MAX_MS) : 0;
    again(poll, now.gapMs);
  };

  /** A thousand at a time, as the page does; what was read comes back as an event. */
  const markRead = async (
    narrow: readonly unknown[],
    anchor: unknown = 'oldest',
    tries = 3,
  ): Promise<void> => {
    const flag = { op: 'add', flag: 'read', num_before: 0, num_after: 1000, include_anchor: false };
    const { status, body } = await ask('POST', '/json/messages/flags/narrow', { ...flag, narrow, anchor });
    const isWorthIt = status === 0 || status === 429 || status >= 500;
    if (isWorthIt && tries > 1)
      return desk.later(() => void markRead(narrow, anchor, tries - 1), Math.max(RETRY_MS, retryAfter(body)));
    const last = body['last_processed_id'];
    if (status === 200 && body['found_newest'] === false && typeof last === 'number' && last !== anchor)
      return markRead(narrow, last);
  };

  desk.onNotification(({ tag }) => {
    const known = model;
    const page = desk.ownValue(globalThis, 'zulip_test');
    const get = desk.ownValue(page, 'get_message');
    // What the queue was first to tell of need not be looked up.
    if (known === undefined || known.recent.has(tag) || typeof get !== 'function') return;
    const message: unknown = (get as (id: number) => unknown)(Number(tag));
    if (typeof message !== 'object' || message === null) return;
    fold.meet(known, message as Said);
    tellOf(known, true);
  });
  desk.onRoute(() => {
    if (model !== undefined) tellOf(model, now.isReached);
  });
  desk.onOrder((order) => {
    const hash = desk.ownValue(order, 'hash');
    const path = desk.ownValue(order, 'path');
    const params = desk.ownValue(order, 'params');
    const read = desk.ownValue(order, 'read');
    if (typeof hash === 'string') location.hash = hash;
    if (Array.isArray(read)) void markRead(read);
    if (typeof path === 'string') void ask('POST', path, params as Said);
  });
  const hear = (target: EventTarget, name: string, work: () => void): void => {
    target.addEventListener(name, () => desk.run(work));
  };
  hear(globalThis, 'online', () => {
    // What waits for an answer of before may wait for long.
    cut();
    if (now.failures > 0) again(model === undefined ? register : poll, 0);
  });
  hear(globalThis, 'pagehide', () => {
    now.isGone = true;
    // As long as it is there the server believes that somebody reads, and sends no mail.
    if (now.queueId !== '') void ask('DELETE', '/json/events', { queue_id: now.queueId }, true);
  });
  hear(globalThis, 'pageshow', () => {
    if (!now.isGone) return;
    now.isGone = false;
    again(register, 0);
  });
  const begin = (): void => again(register, 0);
  if (location.protocol !== 'http:' && location.protocol !== 'https:') return;
  if (document.readyState === 'loading') hear(document, 'DOMContentLoaded', begin);
  else begin();
}

import { ask } from './http.js';
import type { PageEvent } from './types.js';

export interface EventsOptions {
  readonly queueId: string;
  readonly timeoutMs: number;
  /** The shortest wait before it tries again after a failure. */
  readonly retryMs: number;
  readonly loginPage: string;
  readonly onEvents: (events: readonly PageEvent[]) => void;
}

const SLOWEST = 32;

/** Asks for events for as long as the page is there, and behaves as the web client when that fails. */
export function startEvents(options: EventsOptions): void {
  const { queueId, retryMs, timeoutMs } = options;
  const now = { lastId: -1, failures: 0, isOver: false };
  window.addEventListener('beforeunload', () => {
    if (now.isOver) return;
    now.isOver = true;
    void ask('DELETE', '/json/events', { queue_id: queueId }, { keepalive: true }).catch(() => undefined);
  });
  const again = (delayMs: number): void => void setTimeout(() => void poll(), delayMs);
  const fail = (): void => {
    now.failures += 1;
    again(retryMs * Math.min(2 ** ((now.failures + 1) / 2), SLOWEST));
  };
  const poll = async (): Promise<void> => {
    const params = { queue_id: queueId, last_event_id: now.lastId, dont_block: now.failures > 0 };
    const signal = AbortSignal.timeout(timeoutMs);
    const answer = await ask('GET', '/json/events', params, { signal }).catch(() => undefined);
    if (now.isOver) return;
    if (answer?.status === 200) {
      now.failures = 0;
      const events = answer.body['events'] as readonly PageEvent[];
      for (const { id } of events) now.lastId = Math.max(now.lastId, id);
      options.onEvents(events);
      return again(0);
    }
    if (answer?.status === 401) return location.replace(`${options.loginPage}?next=${location.pathname}`);
    if (answer?.body['code'] !== 'BAD_EVENT_QUEUE_ID') return fail();
    now.isOver = true;
    location.reload();
  };
  void poll();
}

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aDesk } from '../desk.test-support';
import { probe } from './probe';

interface Said {
  readonly status: number;
  readonly body?: object;
}

/** Starts the probe in a page whose server answers so; timers are to be faked. */
function open(answers: Record<string, Said>) {
  const told: object[] = [];
  const asked: string[] = [];
  const posted: object[] = [];
  const orders: ((order: unknown) => void)[] = [];
  const desk = aDesk({
    tell: (raw) => void told.push(raw),
    onOrder: (hear) => void orders.push(hear),
  });
  vi.stubGlobal('location', { protocol: 'https:', hash: '' });
  vi.stubGlobal('document', { readyState: 'complete', querySelector: () => null });
  vi.stubGlobal('addEventListener', () => undefined);
  vi.stubGlobal('fetch', (url: string, init?: { readonly body?: URLSearchParams }) => {
    const [path = ''] = url.split('?');
    asked.push(path);
    if (init?.body !== undefined) posted.push(Object.fromEntries(init.body));
    const { status, body } = answers[path] ?? { status: 502 };
    const headers = { get: () => (body === undefined ? 'text/html' : 'application/json') };
    return Promise.resolve({ status, headers, json: () => Promise.resolve(body) });
  });
  const fold = { create: () => ({}), toRaw: () => ({ isSignedIn: true }), apply: () => undefined };
  vi.stubGlobal('kit', { probe: desk, fold });
  probe('kit');
  const asks = (path: string): number => asked.filter((one) => one === path).length;
  const order = (wanted: object): void => orders[0]?.(wanted);
  return {
    told,
    asks,
    posted,
    order,
    answer: (path: string, said: Said) => Object.assign(answers, { [path]: said }),
  };
}

const ME = '/json/users/me';
const known = { status: 200, body: { result: 'success' } };
const registered = { status: 200, body: { result: 'success', queue_id: 'q1', last_event_id: -1 } };

describe('probe', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => {
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });

  it.each([408, 429, 502])(
    'C5 asks again after a bare %i of what stands before the server',
    async (status) => {
      const { told, answer } = open({ [ME]: { status }, '/json/register': registered });
      await vi.advanceTimersByTimeAsync(5000);
      expect(told).toEqual([]);
      answer(ME, known);
      await vi.advanceTimersByTimeAsync(20_000);
      expect(told[0]).toEqual({ isSignedIn: true, isReached: true, hash: '' });
    },
  );

  it.each([401, 403, 404])(
    'C5 leaves a page alone that answers with a bare %i from the first',
    async (status) => {
      const { told, asks } = open({ [ME]: { status } });
      await vi.advanceTimersByTimeAsync(60_000);
      expect([asks(ME), told]).toEqual([1, []]);
    },
  );

  it('C5 asks again after a bare 403 where the server is known', async () => {
    const gone = { status: 400, body: { result: 'error', code: 'BAD_EVENT_QUEUE_ID' } };
    const { told, answer, asks } = open({ [ME]: known, '/json/register': registered });
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toHaveLength(1);
    answer(ME, { status: 403 });
    answer('/json/events', gone);
    await vi.advanceTimersByTimeAsync(10_000);
    expect(asks(ME)).toBeGreaterThan(2);
    const before = asks('/json/register');
    answer('/json/events', { status: 502 });
    answer(ME, known);
    await vi.advanceTimersByTimeAsync(20_000);
    expect(asks('/json/register')).toBeGreaterThan(before);
  });

  it('C22 reads a thousand at a time until there is no more, and again where the server is busy', async () => {
    const READ = '/json/messages/flags/narrow';
    const page = open({ [ME]: { status: 401 }, [READ]: { status: 429 } });
    await vi.advanceTimersByTimeAsync(0);
    const narrow = [{ operator: 'is', operand: 'unread' }];
    page.order({ read: narrow });
    await vi.advanceTimersByTimeAsync(100);
    page.answer(READ, { status: 200, body: { last_processed_id: 7, found_newest: false } });
    await vi.advanceTimersByTimeAsync(2000);
    const anchors = page.posted.flatMap((one) => ('anchor' in one ? [one['anchor']] : []));
    // It came no further the last time.
    expect(anchors).toEqual(['oldest', 'oldest', '7']);
    expect(page.posted.at(-1)).toMatchObject({
      op: 'add',
      flag: 'read',
      num_after: '1000',
      narrow: JSON.stringify(narrow),
    });
  });
});

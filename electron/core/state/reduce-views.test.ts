import { describe, expect, it } from 'vitest';
import { aNotification, requested, aService, aState } from '../fixtures.test-support';
import type { Unread, UnreadSource } from '../model/unread';
import type { Action } from './actions';
import type { AppState, ServiceSession } from './app-state';
import { reduce } from './reduce';
import { selectServiceSession, selectServiceUnread } from './selectors';

const service = aService('a');
const start = aState([service]);
const after = (...actions: Action[]): AppState => actions.reduce(reduce, start);
const session = (...actions: Action[]): ServiceSession => selectServiceSession(after(...actions), 'a');
const unread = (...actions: Action[]): Unread => selectServiceUnread(after(...actions), service);

const on = { serviceId: 'a' } as const;
const started: Action = { kind: 'view-load-started', ...on };
const loaded: Action = { kind: 'view-loaded', ...on };
const replaced: Action = { kind: 'view-document-replaced', ...on };
const failure = { kind: 'refused', code: 'ERR_CONNECTION_REFUSED', host: 'a.example.org' } as const;
const failed: Action = { kind: 'view-load-failed', ...on, failure, nowMs: 1000, jitter: 0.5 };
const crashed: Action = { kind: 'view-crashed', ...on, reason: 'oom', nowMs: 1000, jitter: 0.5 };
const hung: Action = { kind: 'view-hung', ...on };
const responsive: Action = { kind: 'view-responsive', ...on };
const stayedUp: Action = { kind: 'view-stayed-up', ...on };
const settled: Action = { kind: 'view-title-settled', ...on };
const closed: Action = { kind: 'view-closed', ...on };
const titled = (title: string): Action => ({ kind: 'title-changed', ...on, title });
const said = (source: UnreadSource, direct: number | 'unknown', indirect = false): Action => ({
  kind: 'unread-reported',
  ...on,
  source,
  unread: { direct, indirect },
});

it.each<[string, Action, boolean]>([
  ['lasts while the page loads on', loaded, true],
  ['ends with the document', replaced, false],
  ['ends with the process', crashed, false],
  ['ends with the page', closed, false],
  ['ends when it is over', { kind: 'capture-changed', ...on, capturing: false }, false],
])('V23 a capture %s', (_, action, capturing) => {
  expect(session({ kind: 'capture-changed', ...on, capturing: true }, action).capturing).toBe(capturing);
});

describe('loading', () => {
  it.each<[string, Action[], ServiceSession['load']]>([
    ['waiting at first', [], { kind: 'waiting' }],
    ['loading', [started], { kind: 'loading' }],
    ['ready', [started, loaded], { kind: 'ready' }],
    [
      'failed, with the time of the next try',
      [failed],
      { kind: 'failed', failure, attempt: 1, retryAtMs: 3000 },
    ],
    [
      'failed again, later',
      [failed, started, failed],
      { kind: 'failed', failure, attempt: 2, retryAtMs: 5000 },
    ],
    ['crashed', [loaded, crashed], { kind: 'crashed', reason: 'oom', attempt: 1, retryAtMs: 2000 }],
    [
      'counting on from a crash',
      [crashed, loaded, failed],
      { kind: 'failed', failure, attempt: 2, retryAtMs: 5000 },
    ],
    [
      'counting anew once it stayed up',
      [failed, loaded, stayedUp, failed],
      { kind: 'failed', failure, attempt: 1, retryAtMs: 3000 },
    ],
    ['hung', [loaded, hung], { kind: 'hung', attempt: 0 }],
    ['not hung before it is there', [hung], { kind: 'waiting' }],
    ['not hung when it failed', [failed, hung], { kind: 'failed', failure, attempt: 1, retryAtMs: 3000 }],
    ['ready when it answers again', [loaded, hung, responsive], { kind: 'ready' }],
    [
      'still failed when it answers',
      [failed, responsive],
      { kind: 'failed', failure, attempt: 1, retryAtMs: 3000 },
    ],
    [
      'loading when asked for again',
      [failed, { kind: 'reload-requested', ...on, fromStartPage: true }],
      { kind: 'loading' },
    ],
    ['waiting when closed', [loaded, closed], { kind: 'waiting' }],
    [
      'waiting still when asked for again without a page',
      [loaded, closed, { kind: 'reload-requested', ...on, fromStartPage: false }],
      { kind: 'waiting' },
    ],
  ])('S11 is %s', (_, actions, expected) => {
    expect(session(...actions).load).toEqual(expected);
  });

  it('S11 hears nothing of a service that is not there', () => {
    for (const action of [started, failed, titled('(3)'), said('badge', 3)]) {
      expect(reduce(start, { ...action, serviceId: 'gone' } as Action)).toBe(start);
    }
  });

  it('S11 counts refused messages until the page is asked for again', () => {
    const refused: Action = { kind: 'page-message-refused', ...on, reason: 'flood', count: 5 };
    expect(session(refused, refused)).toMatchObject({ refusedCount: 10, refusedReason: 'flood' });
    const anew = session(refused, { kind: 'reload-requested', ...on, fromStartPage: false });
    expect(anew).toMatchObject({ refusedCount: 0, refusedReason: undefined });
  });

  it('S11 clips a title', () => {
    expect(session(titled('t'.repeat(10_000_000))).title).toBe('t'.repeat(300));
  });
});

describe('unread', () => {
  const count = (direct: number | 'unknown', indirect = false): Unread => ({ direct, indirect });

  it.each<[string, Action[], Unread]>([
    ['U2 is unknown at first', [], count('unknown')],
    ['U2 stays unknown while the title holds no count', [titled('General')], count('unknown')],
    ['U3 follows the title', [titled('(3) General')], count(3)],
    ['U3 is read when the title loses its count', [titled('(3) General'), titled('General')], count(0)],
    ['U4 hears the badge before the title', [titled('(3) x'), said('badge', 5)], count(5)],
    ['U4 hears the badge say zero', [titled('(3) x'), said('badge', 0)], count(0)],
    ['U4 keeps the badge when the title changes', [said('badge', 5), titled('(3) x')], count(5)],
    ['U4 hears the adapter first of all', [said('adapter', 0, true), said('badge', 5)], count(0, true)],
    ['U5 stands when the page is replaced', [said('badge', 5), replaced], count(5)],
    ['U5 gives way when the new page speaks', [said('badge', 5), replaced, titled('(2) x')], count(2)],
    ['U3 gives way when a title once counted loses it', [titled('(2) x'), titled('x')], count(0)],
    ['U5 stands while a new page has no count yet', [titled('(2) x'), replaced, titled('y')], count(2)],
    [
      'U5 is what the new page puts in its title in the end',
      [titled('(2) x'), replaced, titled('y'), titled('(1) y'), settled],
      count(1),
    ],
    [
      'U5 is unknown when the title of the new page never held a count',
      [titled('(2) x'), replaced, titled('y'), settled],
      count('unknown'),
    ],
    [
      'U5 lets other sources stand longer than a title',
      [said('badge', 5), titled('(2) x'), replaced, settled],
      count(5),
    ],
    [
      'U5 gives way when the new page had a count and lost it',
      [titled('(2) x'), replaced, titled('(2) y'), titled('y')],
      count(0),
    ],
    ['U5 stands after a crash', [said('badge', 5), crashed], count(5)],
    ['U5 stands when closed', [said('badge', 5), closed], count(5)],
    [
      'U5 is unknown when the new page has stayed up in silence',
      [said('badge', 5), replaced, stayedUp],
      count('unknown'),
    ],
    ['U5 keeps what the present page said', [said('badge', 5), stayedUp], count(5)],
    [
      'U5 believes the title of a page that left the badge alone',
      [said('badge', 5), replaced, titled('(2) x'), stayedUp],
      count(2),
    ],
    [
      'U2 is unknown once the data is cleared',
      [said('badge', 5), { kind: 'data-clearing-requested', what: 'everything', ...on }],
      count('unknown'),
    ],
    ['U1 takes no nonsense', [said('badge', NaN)], count(0)],
    ['U1 takes no less than nothing', [said('badge', -7)], count(0)],
    ['U1 takes no more than the limit', [said('badge', 1e308)], count(9999)],
    ['U1 takes whole ones', [said('badge', 2.5)], count(2)],
  ])('%s', (_, actions, expected) => {
    expect(unread(...actions)).toEqual(expected);
  });

  it('N11 S5 takes notifications along with the data, and questions with the page that asked them', () => {
    const asked: Action = {
      kind: 'prompt-opened',
      prompt: {
        kind: 'permission',
        id: 'p',
        serviceId: 'a',
        origin: 'https://a.example.org',
        permission: 'camera',
      },
    };
    for (const gone of [replaced, crashed, closed]) {
      expect(after(asked).session.prompts).toHaveLength(1);
      expect(after(asked, gone).session.prompts, gone.kind).toEqual([]);
    }
    const shown = requested(aNotification('n'));
    expect(after(shown).session.notifications).toHaveLength(1);
    expect(
      after(shown, { kind: 'data-clearing-requested', what: 'everything', ...on }).session.notifications,
    ).toEqual([]);
  });

  it('S1 says nothing new when told the same again', () => {
    const state = after(said('badge', 5), titled('(3) x'), loaded, replaced);
    for (const same of [said('badge', 5), titled('(3) x')]) {
      const first = reduce(state, same);
      expect(reduce(first, same)).toBe(first);
    }
    expect(reduce(state, replaced)).toBe(state);
    expect(reduce(state, loaded)).toBe(state);
  });
});

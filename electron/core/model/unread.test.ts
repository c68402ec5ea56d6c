import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  allRead,
  DIRECT_MAX,
  nothingKnown,
  parseTitleUnread,
  selectUnread,
  sumUnread,
  toCount,
  toStale,
  type Unread,
  type UnreadReports,
} from './unread';

const count = (direct: number): Unread => ({ direct, indirect: false });
const other: Unread = { direct: 0, indirect: true };

describe('toCount', () => {
  it.each([
    [0, 0],
    [-0, 0],
    [1, 1],
    [3.9, 3],
    [0.5, 0],
    [-1, 0],
    [-1e308, 0],
    [NaN, 0],
    [9999, 9999],
    [10_000, 9999],
    [1e308, 9999],
    [Infinity, 9999],
    [-Infinity, 0],
    [Number.MIN_VALUE, 0],
  ])('U1 makes %d a count: %d', (value, expected) => {
    expect(toCount(value)).toBe(expected);
  });

  it('U1 gives a whole number from 0 to the limit for any number', () => {
    fc.assert(
      fc.property(fc.double(), (value) => {
        const made = toCount(value);
        expect(Number.isInteger(made) && made >= 0 && made <= DIRECT_MAX && !Object.is(made, -0)).toBe(true);
      }),
    );
  });
});

describe('parseTitleUnread', () => {
  it.each([
    ['(3) General | Mattermost', count(3)],
    ['  ( 3 ) General', count(3)],
    ['(12)', count(12)],
    ['(99+) Inbox', count(99)],
    ['(0) Inbox', allRead],
    ['(000000007) Inbox', count(7)],
    ['(123456789) Inbox', count(DIRECT_MAX)],
    ['(•) Rocket.Chat', other],
    ['(*) town-square', other],
    ['(●) General', other],
    ['[4] Element | Room', count(4)],
    ['Element [4]', count(4)],
    ['Element [4] Room', count(4)],
    ['Element [•]', other],
    ['(2) Element [4]', count(2)],
    ['', allRead],
    ['General', allRead],
    ['Call us (24) hours', allRead],
    ['f(3) is nine', allRead],
    ['(3', allRead],
    ['(-3) Odd', allRead],
    ['(3.5) Odd', allRead],
    ['(1e308) Odd', allRead],
    ['(1234567890) A number with ten digits', allRead],
    ['array[3]', allRead],
    ['[3]rd', allRead],
    ['(٣) Arabic digits are not understood', allRead],
  ])('U3 reads %j', (title, expected) => {
    expect(parseTitleUnread(title)).toEqual(expected);
  });

  it('U3 reads a title of any length and content at once', { timeout: 30_000 }, () => {
    const text = fc.oneof(fc.string({ maxLength: 400 }), fc.string({ unit: 'binary', maxLength: 400 }));
    const looksLikeOne = fc
      .tuple(text, fc.constantFrom('(', '[', '(9', ' [9'), text)
      .map((parts) => parts.join(''));
    fc.assert(
      fc.property(fc.oneof(text, looksLikeOne), (title) => {
        const { direct } = parseTitleUnread(title);
        expect(direct !== 'unknown' && direct >= 0 && direct <= DIRECT_MAX).toBe(true);
      }),
    );
    for (const filler of [' ', '(', '[', '9', ' [9', '( ']) {
      const startedMs = performance.now();
      parseTitleUnread(filler.repeat(100_000 / filler.length));
      expect(performance.now() - startedMs, `a hundred thousand of ${JSON.stringify(filler)}`).toBeLessThan(
        1000,
      );
    }
  });
});

describe('selectUnread', () => {
  const fresh = (unread: Unread) => ({ unread, stale: false });
  const stale = (unread: Unread) => ({ unread, stale: true });

  it.each<[string, UnreadReports, Unread]>([
    ['nothing said, nothing known', {}, nothingKnown],
    ['the title alone', { title: fresh(count(1)) }, count(1)],
    ['the badge before the title', { title: fresh(count(1)), badge: fresh(count(2)) }, count(2)],
    [
      'the adapter before all',
      { title: fresh(count(1)), badge: fresh(count(2)), adapter: fresh(other) },
      other,
    ],
    ['what says zero before what says less well', { title: fresh(count(3)), badge: fresh(allRead) }, allRead],
    [
      'the present page before the one that was',
      { adapter: stale(count(5)), title: fresh(count(1)) },
      count(1),
    ],
    ['the page that was, best first', { badge: stale(count(5)), title: stale(count(1)) }, count(5)],
  ])('U4 takes %s', (_, reports, expected) => {
    expect(selectUnread(reports)).toEqual(expected);
  });

  it('U5 keeps what was said when the page is replaced, until it speaks again', () => {
    const reports: UnreadReports = { badge: fresh(count(5)), title: fresh(count(1)) };
    expect(toStale(reports)).toEqual({ badge: stale(count(5)), title: stale(count(1)) });
    expect(selectUnread(toStale(reports))).toEqual(count(5));
    expect(selectUnread({ ...toStale(reports), title: fresh(allRead) })).toEqual(allRead);
  });
});

describe('sumUnread', () => {
  it.each<[string, readonly Unread[], { direct: number; indirect: boolean }]>([
    ['nothing', [], { direct: 0, indirect: false }],
    ['counts', [count(2), count(3)], { direct: 5, indirect: false }],
    ['unknown as nothing', [nothingKnown, count(3)], { direct: 3, indirect: false }],
    ['other unread once', [other, count(3), other], { direct: 3, indirect: true }],
    ['never above the limit', [count(9000), count(9000)], { direct: DIRECT_MAX, indirect: false }],
  ])('U6 adds up %s', (_, all, expected) => {
    expect(sumUnread(all)).toEqual(expected);
  });

  it('U6 stays a count whatever is added up', () => {
    const unread = fc.record({
      direct: fc.oneof(fc.constant('unknown' as const), fc.double().map(toCount)),
      indirect: fc.boolean(),
    });
    fc.assert(
      fc.property(fc.array(unread), (all) => {
        const { direct } = sumUnread(all);
        expect(Number.isInteger(direct) && direct >= 0 && direct <= DIRECT_MAX).toBe(true);
      }),
    );
  });
});

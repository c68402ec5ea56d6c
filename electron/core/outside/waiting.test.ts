import { expect, it } from 'vitest';
import type { Asked } from '../model/asked';
import { canWait, isStillMeant, WAIT_MAX_MS } from './waiting';

it.each<[Asked, boolean]>([
  [{ verb: 'open', service: 'team', channel: undefined }, true],
  [{ verb: 'add', address: 'chat.example.org' }, true],
  [{ verb: 'compose', service: 'team', channel: undefined, text: 'Hello' }, true],
  [{ verb: 'open-page', vendor: 'zulip', server: undefined, path: undefined, channel: undefined }, true],
  [{ verb: 'mute', service: 'team', channel: undefined, until: { kind: 'always' } }, false],
  [{ verb: 'focus', until: { kind: 'always' } }, false],
  [{ verb: 'status', isJson: true }, false],
  [{ verb: 'show' }, false],
])('D75 %j waits: %s', (asked, waits) => {
  expect(canWait(asked)).toBe(waits);
});

it('D75 is meant for ten minutes, and not by a clock that was set back', () => {
  const waiting = { args: ['open', 'team'], atMs: 1_000 };
  expect(isStillMeant(waiting, 1_000)).toBe(true);
  expect(isStillMeant(waiting, 1_000 + WAIT_MAX_MS)).toBe(true);
  expect(isStillMeant(waiting, 1_001 + WAIT_MAX_MS)).toBe(false);
  expect(isStillMeant(waiting, 999)).toBe(false);
});

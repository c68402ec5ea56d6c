import { expect, it } from 'vitest';
import type { Projection, ServiceProjection } from '../../../electron/core/ipc/projection';
import { aProjection, aService } from '../../../e2e/support/shell-fixtures';
import { toResults, type Result } from './results';

const ann = (changes: Partial<ServiceProjection> = {}): ServiceProjection =>
  aService('ann', { name: 'Ann', ...changes });
const ben = aService('ben', { name: 'Ben' });
const of = (changes: Partial<ServiceProjection> = {}, more: Partial<Projection> = {}): Projection =>
  aProjection({ services: [ann(changes), ben], ...more });
const refused = { kind: 'link-refused', id: 'l', scheme: 'steam' } as const;
const share = { id: 's', kind: 'screen', name: 'Screen 1' } as const;
const focus = { source: 'focus', untilMs: 9, scheduleName: undefined } as const;

it.each<[string, Projection, Projection, readonly Result[]]>([
  ['muted', of(), of({ level: 'none' }), [{ kind: 'muted', name: 'Ann' }]],
  ['heard again', of({ level: 'none' }), of(), [{ kind: 'heard', name: 'Ann' }]],
  ['quiet for a while', of(), of({ quietUntilMs: 9 }), [{ kind: 'quiet', name: 'Ann', untilMs: 9 }]],
  ['quiet no more', of({ quietUntilMs: 9 }), of(), [{ kind: 'heard', name: 'Ann' }]],
  ['turned off', of(), of({ enabled: false }), [{ kind: 'off', name: 'Ann' }]],
  ['turned on', of({ enabled: false }), of(), [{ kind: 'on', name: 'Ann' }]],
  ['the screen shared', of(), of({ shares: [share] }), [{ kind: 'shared', name: 'Ann' }]],
  ['the end of that', of({ shares: [share] }), of(), [{ kind: 'unshared', name: 'Ann' }]],
  ['a notice', of(), of({}, { notices: [refused] }), [{ kind: 'notice', notice: refused }]],
  ['a notice that was put away', of({}, { notices: [refused] }), of(), []],
  ['focus', of(), of({}, { focus: [focus] }), [{ kind: 'focus', focus }]],
  ['the end of focus', of({}, { focus: [focus] }), of(), [{ kind: 'focus', focus: undefined }]],
  ['falling asleep, which is nothing', of(), of({ load: { kind: 'asleep', sinceMs: 0 } }), []],
  ['anything else', of(), of({ title: 'x', unread: { direct: 9, indirect: true } }), []],
])('X4 says what came of it: %s', (_, before, after, results) => {
  expect(toResults(before, after, undefined)).toEqual(results);
});

it('X4 says where a service stands that the person moved, and nothing of those that gave way', () => {
  const after = aProjection({ services: [ben, ann()] });
  expect(toResults(of(), after, 'ann')).toEqual([{ kind: 'moved', name: 'Ann', place: 2, count: 2 }]);
  expect(toResults(of(), after, undefined)).toEqual([]);
  expect(toResults(of(), of(), 'ann')).toEqual([]);
});

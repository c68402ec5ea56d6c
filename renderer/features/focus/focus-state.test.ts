import { describe, expect, it } from 'vitest';
import type { FocusProjection } from '../../../electron/core/ipc/projection';
import { toUntilText } from '../../components/until-text';
import { toFocusLook } from './focus-state';
import { fromLocalField, nextMorningMs, toLocalField } from './mornings';

const byHand: FocusProjection = { source: 'focus', untilMs: 500, scheduleName: undefined };
const evenings: FocusProjection = { source: 'schedule', untilMs: 900, scheduleName: 'Evenings' };
const system: FocusProjection = { source: 'system-dnd', untilMs: null, scheduleName: undefined };

describe('toFocusLook', () => {
  it.each<[string, readonly FocusProjection[], object]>([
    ['nothing', [], { isOn: false, canEnd: false, untilMs: undefined, endsTurnOf: undefined }],
    ['by hand', [byHand], { isOn: true, canEnd: true, untilMs: 500, endsTurnOf: undefined }],
    ['a schedule', [evenings], { isOn: true, canEnd: true, untilMs: 900, endsTurnOf: 'Evenings' }],
    ['both', [byHand, evenings], { main: byHand, canEnd: true, untilMs: 500, endsTurnOf: 'Evenings' }],
    ['the system', [system], { isOn: true, canEnd: false, untilMs: undefined, endsTurnOf: undefined }],
    ['by hand and the system', [byHand, system], { canEnd: true, untilMs: 500 }],
  ])('H25 %s', (_, focus, wanted) => expect(toFocusLook(focus)).toMatchObject(wanted));
});

describe('a moment to come', () => {
  const now = new Date(2026, 10, 25, 22, 0).getTime();
  it.each([
    [new Date(2026, 10, 25, 23, 30), /^23:30$/],
    [new Date(2026, 10, 26, 9, 0), /^Thu\W+0?9:00$/],
    [new Date(2026, 10, 30, 9, 0), /^Mon\W+0?9:00$/],
    [new Date(2026, 11, 9, 9, 0), /^9 Dec\W+0?9:00$/],
    [new Date(2027, 0, 9, 9, 0), /^9 Jan 2027\W+0?9:00$/],
  ])('H25 %s is said as %s', (until, text) => {
    expect(toUntilText(until.getTime(), now, 'en-GB')).toMatch(text);
  });

  it('H25 is what a field for it shows and says', () => {
    expect(toLocalField(now)).toBe('2026-11-25T22:00');
    expect(fromLocalField('2026-11-25T22:00')).toBe(now);
    expect(fromLocalField('')).toBeUndefined();
  });

  it('H25 is nine o’clock the next morning, also just after midnight', () => {
    expect(nextMorningMs(now)).toBe(new Date(2026, 10, 26, 9).getTime());
    expect(nextMorningMs(new Date(2026, 10, 26, 0, 10).getTime())).toBe(new Date(2026, 10, 27, 9).getTime());
  });
});

import { describe, expect, it } from 'vitest';
import { sparesGraphics, SPARED_MS } from './decide-graphics';

const facts = {
  memory: { electron: '33.2.1', failedAtMs: 1_000 },
  electron: '33.2.1',
  nowMs: 5_000,
  isSaid: false,
};

describe('sparesGraphics', () => {
  it.each([
    ['it was tried in vain the last time', facts, true],
    ['nothing is known', { ...facts, memory: undefined }, false],
    ['Electron is another', { ...facts, electron: '45.0.0' }, false],
    ['three days have passed', { ...facts, nowMs: 1_000 + SPARED_MS }, false],
    ['the clock was set back', { ...facts, nowMs: 500 }, false],
    ['a switch says what shall be', { ...facts, isSaid: true }, false],
  ])('H31 %s', (_name, given, isSpared) => {
    expect(sparesGraphics(given)).toBe(isSpared);
  });
});

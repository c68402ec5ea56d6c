import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import { decideKey, type KeyPress } from './decide-key';

const state = aState([aService('a'), aService('off', { enabled: false }), aService('c')]);
const empty = aState();
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress => ({
  type: 'keyDown',
  key,
  code: /^\d$/.test(key) ? `Digit${key}` : '',
  control: false,
  meta: false,
  alt: false,
  shift: false,
  isAutoRepeat: false,
  ...held,
});
const control = { control: true };

describe('decideKey', () => {
  it.each([
    ['1', 'a'],
    ['3', 'c'],
  ])('H1 Ctrl+%s goes to that service', (key, serviceId) => {
    expect(decideKey(press(key, control), state, 'linux')).toEqual({ kind: 'service-activated', serviceId });
  });

  it('H1 goes by the place of the digit keys where digits need Shift (AZERTY)', () => {
    expect(decideKey(press('&', { control: true, code: 'Digit1' }), state, 'linux')).toEqual({
      kind: 'service-activated',
      serviceId: 'a',
    });
  });

  it('H1 steps over disabled services, both ways round', () => {
    expect(decideKey(press('Tab', control), state, 'linux')).toEqual({
      kind: 'service-activated',
      serviceId: 'c',
    });
    expect(decideKey(press('Tab', { control: true, shift: true }), state, 'linux')).toEqual({
      kind: 'service-activated',
      serviceId: 'c',
    });
    expect(decideKey(press('Tab', control), empty, 'linux')).toBeUndefined();
  });

  it('H1 takes Cmd on macOS and Ctrl elsewhere', () => {
    expect(decideKey(press('q', { meta: true }), state, 'darwin')).toEqual({ kind: 'quit-requested' });
    expect(decideKey(press('q', control), state, 'darwin')).toBeUndefined();
    expect(decideKey(press('q', control), state, 'win32')).toEqual({ kind: 'quit-requested' });
  });

  it('H1 reloads the page, or from the start page with Shift', () => {
    expect(decideKey(press('r', control), state, 'linux')).toEqual({
      kind: 'reload-requested',
      serviceId: 'a',
      fromStartPage: false,
    });
    expect(decideKey(press('R', { control: true, shift: true }), state, 'linux')).toEqual({
      kind: 'reload-requested',
      serviceId: 'a',
      fromStartPage: true,
    });
    expect(decideKey(press('r', control), empty, 'linux')).toBeUndefined();
  });

  it('H1 opens and leaves the inbox by F8, and begins or ends focus by F9, once however long it is held', () => {
    expect(decideKey(press('F8'), state, 'darwin')).toEqual({ kind: 'page-shown', page: 'inbox' });
    const inInbox = { ...state, session: { ...state.session, page: 'inbox' } } as const;
    expect(decideKey(press('F8'), inInbox, 'linux')).toEqual({ kind: 'page-shown', page: 'service' });
    expect(decideKey(press('F9'), state, 'linux')).toEqual({ kind: 'focus-toggle-requested' });
    expect(decideKey(press('F9', { isAutoRepeat: true }), state, 'linux')).toBeUndefined();
  });

  it.each([
    ['a plain letter', press('n')],
    ['AltGr', press('1', { control: true, alt: true })],
    ['a key release', press('1', { control: true, type: 'keyUp' })],
    ['a page key', press('b', control)],
    ['Ctrl+F6', press('F6', control)],
    ['Shift+F9', press('F9', { shift: true })],
    ['Ctrl+Shift+D', press('D', { control: true, shift: true })],
  ])('H1 leaves %s to the page', (_what, key) => {
    expect(decideKey(key, state, 'linux')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { aPress } from '../commands/press.test-support';
import { aService, aState } from '../fixtures.test-support';
import { decideKey, type KeyPress } from './decide-key';

const state = aState([aService('a'), aService('off', { enabled: false }), aService('c')]);
const empty = aState();
const press = (key: string, held: Partial<KeyPress> = {}): KeyPress =>
  aPress(key, { code: /^\d$/.test(key) ? `Digit${key}` : '', ...held });
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
    const to = (key: string, at = state) => decideKey(press(key, control), at, 'linux');
    expect(to('PageDown')).toEqual({ kind: 'service-activated', serviceId: 'c' });
    expect(to('PageUp')).toEqual({ kind: 'service-activated', serviceId: 'c' });
    expect(to('PageDown', empty)).toBeUndefined();
  });

  it('M9 Ctrl+Tab goes through where one was, and where is decided when Ctrl is let go', () => {
    expect(decideKey(press('Tab', control), state, 'linux')).toEqual({ kind: 'switching-stepped', step: 1 });
    const places = [
      { serviceId: 'a', channelId: undefined },
      { serviceId: 'c', channelId: 'x' },
    ];
    const switching = { places, at: 1, isListed: false };
    const held = { ...state, session: { ...state.session, switching } };
    const letGo = (key: string) => decideKey(press(key, { type: 'keyUp' }), held, 'linux');
    expect(letGo('Control')).toEqual({ kind: 'channel-open-requested', serviceId: 'c', channelId: 'x' });
    expect(letGo('Tab')).toBeUndefined();
    expect(decideKey(press('Escape', control), held, 'linux')).toEqual({ kind: 'switching-ended' });
    expect(decideKey(press('Control', { type: 'keyUp' }), state, 'linux')).toBeUndefined();
  });

  it('W52 Escape leaves the full screen, whatever the page wants with it', () => {
    const fullScreen = { serviceId: 'a', host: 'a.test', isSigned: false };
    const full = { ...state, session: { ...state.session, fullScreen } };
    const at = { serviceId: 'a' };
    expect(decideKey(press('Escape'), full, 'linux', at)).toEqual({ kind: 'full-screen-left' });
    expect(decideKey(press('Escape'), full, 'linux', { serviceId: 'c' })).toBeUndefined();
    expect(decideKey(press('Escape'), full, 'linux', 'shell')).toBeUndefined();
    expect(decideKey(press('Escape'), state, 'linux', at)).toBeUndefined();
  });

  it('M6 a service keeps the keys it was given, in its own pages alone', () => {
    const kept = aState([aService('a', { ownKeys: ['Mod+K'] }), aService('c')]);
    const shown = { kind: 'surface-shown', surface: 'switcher' };
    expect(decideKey(press('k', control), kept, 'linux', { serviceId: 'a' })).toBeUndefined();
    expect(decideKey(press('k', control), kept, 'linux', { serviceId: 'c' })).toEqual(shown);
    expect(decideKey(press('k', control), kept, 'linux', 'shell')).toEqual(shown);
  });

  it('M8 while a key is recorded in the shell none acts there, and in pages all do', () => {
    const recording = { ...state, session: { ...state.session, recordingKeys: true } };
    expect(decideKey(press('k', control), recording, 'linux')).toBeUndefined();
    expect(decideKey(press('k', control), recording, 'linux', { serviceId: 'a' })).toBeDefined();
  });

  it('M5 a key that was cleared or given to another command does what it is for now', () => {
    const keys = { bindings: { switcher: [], inbox: ['Mod+J'] }, system: null };
    const bound = aState([aService('a')], { keys });
    expect(decideKey(press('k', control), bound, 'linux')).toBeUndefined();
    expect(decideKey(press('j', control), bound, 'linux')).toEqual({ kind: 'page-shown', page: 'inbox' });
    expect(decideKey(press('F8'), bound, 'linux')).toBeUndefined();
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

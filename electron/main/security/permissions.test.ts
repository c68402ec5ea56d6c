import { EventEmitter } from 'node:events';
import type { Session } from 'electron/main';
import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createPermissionDesk } from './permissions';

type Handlers = Parameters<Session['setPermissionRequestHandler']>[0];

function setUp() {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const held = {
    ids: 0,
    inFront: 7,
    request: null as Handlers,
    check: (): boolean => false,
    device: () => true,
  };
  const refuse = vi.fn();
  const captures: number[] = [];
  const desk = createPermissionDesk({
    store,
    hostsOf: () => ({ hosts: [], signInHosts: [] }),
    newId: () => `q${(held.ids += 1)}`,
    nowMs: () => 5,
    refuse,
    mayFillScreen: (_serviceId, contentsId) => contentsId === held.inFront,
    askForScreen: (_serviceId, _contents, url, answer) => answer(url.startsWith('https://a.test/')),
    onCaptureGranted: (contentsId) => captures.push(contentsId),
  });
  const session = Object.assign(new EventEmitter(), {
    setPermissionRequestHandler: (handler: Handlers) => (held.request = handler),
    setPermissionCheckHandler: (handler: Parameters<Session['setPermissionCheckHandler']>[0]) =>
      (held.check = () => handler?.(null, 'geolocation', 'https://a.test', {} as never) ?? false),
    setDevicePermissionHandler: (handler: () => boolean) => (held.device = handler),
  });
  desk.guard(() => 'a', session as unknown as Session);
  const ask = (name: string, url = 'https://a.test/room') => {
    const granted = vi.fn<(value: boolean) => void>();
    const mediaTypes = name === 'media' ? { mediaTypes: ['audio'] } : {};
    const details = { requestingUrl: url, ...mediaTypes };
    // Before Electron 45 the screen is `media` without a type.
    const told = name === 'nothing-named' ? 'media' : name;
    held.request?.({ id: 7 } as never, told as never, granted, details as never);
    return granted;
  };
  const prompts = () => store.getState().session.prompts.map(({ id }) => id);
  return { store, desk, held, ask, refuse, prompts, captures };
}

describe('createPermissionDesk', () => {
  it('V22 tells which page was given microphone, camera or screen, and no other', () => {
    const { desk, ask, captures } = setUp();
    ask('media');
    ask('geolocation');
    desk.answer('q2', 'allow');
    expect(captures).toEqual([]);
    desk.answer('q1', 'allow');
    ask('media');
    ask('media', 'file:///x');
    expect(captures).toEqual([7, 7]);
  });

  it('W52 lets the page in front fill the screen, and no other', () => {
    const { held, ask, refuse } = setUp();
    expect(ask('fullscreen')).toHaveBeenCalledExactlyOnceWith(true);
    held.inFront = 8;
    expect(ask('fullscreen')).toHaveBeenCalledExactlyOnceWith(false);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'permission fullscreen: not in front');
  });

  it('W13 asks once for all of the same kind and origin, and remembers the answer', () => {
    const { desk, ask, held, prompts, store } = setUp();
    const [first, second, other] = [
      ask('geolocation'),
      ask('geolocation'),
      ask('geolocation', 'https://b.test/'),
    ];
    expect(prompts()).toEqual(['q1', 'q2']);
    // A question that is open is no yes.
    expect(held.check()).toBe(false);
    desk.answer('q1', 'allow');
    expect(first).toHaveBeenCalledExactlyOnceWith(true);
    expect(second).toHaveBeenCalledExactlyOnceWith(true);
    expect(other).not.toHaveBeenCalled();
    expect(ask('geolocation')).toHaveBeenCalledExactlyOnceWith(true);
    expect(held.check()).toBe(true);
    expect(store.getState().persisted.services[0]?.permissions).toEqual([
      { origin: 'https://a.test', permission: 'geolocation', decision: 'allow', decidedAtMs: 5 },
    ]);
  });

  it('W16 gives the pointer for one time, and keeps a no', () => {
    const { desk, ask, store } = setUp();
    const kept = () => store.getState().persisted.services[0]?.permissions ?? [];
    const first = ask('pointerLock');
    desk.answer('q1', 'allow');
    expect(first).toHaveBeenCalledExactlyOnceWith(true);
    expect(kept()).toEqual([]);
    const second = ask('pointerLock');
    expect(second).not.toHaveBeenCalled();
    desk.answer('q2', 'deny');
    expect(second).toHaveBeenCalledExactlyOnceWith(false);
    expect(kept()).toMatchObject([{ permission: 'pointer-lock', decision: 'deny' }]);
    expect(ask('pointerLock')).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('W13 does not remember "not now", but takes three of them for a no', () => {
    const { desk, ask, prompts, refuse, store } = setUp();
    for (const id of ['q1', 'q2', 'q3']) {
      const granted = ask('geolocation');
      expect(prompts()).toEqual([id]);
      desk.answer(id, 'deny-once');
      expect(granted).toHaveBeenCalledExactlyOnceWith(false);
    }
    expect(ask('geolocation')).toHaveBeenCalledExactlyOnceWith(false);
    expect(prompts()).toEqual([]);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'permission geolocation: asked too often');
    expect(store.getState().persisted.services[0]?.permissions).toEqual([]);
  });

  it('W13 is a no when the question goes with its page, or there is no room for it', () => {
    const { ask, prompts, refuse, store } = setUp();
    const open = ['midi', 'geolocation', 'clipboard-read'].map((name) => ask(name));
    expect(ask('idle-detection')).toHaveBeenCalledExactlyOnceWith(false);
    expect(refuse).toHaveBeenCalledOnce();
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    expect(prompts()).toEqual([]);
    for (const granted of open) expect(granted).toHaveBeenCalledExactlyOnceWith(false);
  });

  it('V36 leaves the screen to a question of its own, under either of its names', () => {
    const { desk, ask, prompts, captures, store } = setUp();
    expect(ask('display-capture')).toHaveBeenCalledExactlyOnceWith(true);
    expect(ask('display-capture', 'https://b.test/')).toHaveBeenCalledExactlyOnceWith(false);
    expect(ask('nothing-named')).toHaveBeenCalledExactlyOnceWith(true);
    expect(captures).toEqual([7, 7]);
    expect(prompts()).toEqual([]);
    desk.answer('q1', 'allow');
    expect(store.getState().persisted.services[0]?.permissions).toEqual([]);
  });

  it('W10 grants no device, asks nobody about what is never granted, and counts it', () => {
    const { ask, held, prompts, refuse } = setUp();
    expect(held.device()).toBe(false);
    expect(ask('usb')).toHaveBeenCalledExactlyOnceWith(false);
    expect(prompts()).toEqual([]);
    expect(refuse).toHaveBeenCalledExactlyOnceWith('a', 'permission usb: never');
  });
});

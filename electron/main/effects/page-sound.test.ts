import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { ServiceId } from '../../core/model/service';
import { createAppStore } from '../store/app-store';
import { startPageSound, type SoundPage } from './page-sound';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const said: string[] = [];
  const pages = new Map<ServiceId, SoundPage[]>();
  const listeners = new Set<(serviceId: ServiceId, page: SoundPage) => void>();
  const open = (serviceId: ServiceId, name: string): void => {
    const page: SoundPage = { setAudioMuted: (isMuted) => said.push(`${name} ${isMuted ? 'muted' : 'on'}`) };
    pages.set(serviceId, [...(pages.get(serviceId) ?? []), page]);
    for (const listener of listeners) listener(serviceId, page);
  };
  open('a', 'a1');
  open('b', 'b1');
  const stop = startPageSound(store, {
    // Any part of the state will do: here, that there is no network.
    isSilenced: (state, serviceId) => !state.session.online && serviceId === 'a',
    pagesOf: (serviceId) => pages.get(serviceId) ?? [],
    onPage: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  });
  const silence = (isSilenced: boolean): void =>
    store.dispatch({ kind: 'network-changed', online: !isSilenced });
  const call = (capturing: boolean): void =>
    store.dispatch({ kind: 'capture-changed', serviceId: 'a', capturing });
  return { store, open, silence, call, stop, take: () => said.splice(0) };
}

describe('startPageSound', () => {
  it('V20 mutes all pages of a silenced service and no others, and lets them be heard again', () => {
    const { open, silence, take } = setUp();
    open('a', 'a2');
    expect(take()).toEqual([]);
    silence(true);
    expect(take()).toEqual(['a1 muted', 'a2 muted']);
    silence(false);
    expect(take()).toEqual(['a1 on', 'a2 on']);
  });

  it('V20 a call is heard for as long as it lasts', () => {
    const { silence, call, take } = setUp();
    call(true);
    silence(true);
    expect(take()).toEqual([]);
    call(false);
    expect(take()).toEqual(['a1 muted']);
    call(true);
    expect(take()).toEqual(['a1 on']);
  });

  it('V21 a page that opens meanwhile is muted before it begins', () => {
    const { open, silence, stop, take } = setUp();
    silence(true);
    take();
    open('a', 'a2');
    open('b', 'b2');
    expect(take()).toEqual(['a2 muted']);
    stop();
    open('a', 'a3');
    silence(false);
    expect(take()).toEqual([]);
  });
});

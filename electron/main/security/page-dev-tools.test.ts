import { EventEmitter } from 'node:events';
import { expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { guardAddresses } from './page-addresses';
import { guardDevTools, type InspectedPage } from './page-dev-tools';

function setUp() {
  const store = createAppStore(aState([aService('a')]), (error) => {
    throw error;
  });
  const page = Object.assign(new EventEmitter(), { closeDevTools: vi.fn(), isDestroyed: () => false });
  guardDevTools(store, (listener) => {
    listener('a', page as unknown as InspectedPage);
    return () => undefined;
  });
  const wish = (developerMode: boolean) =>
    store.dispatch({ kind: 'settings-changed', settings: { developerMode } });
  return { page, wish };
}

it('W54 Chromium’s tools close at once, whoever opened them', () => {
  const { page } = setUp();
  page.emit('devtools-opened');
  expect(page.closeDevTools).toHaveBeenCalledOnce();
});

it('W54 they stay where the person wants to look into pages, and as long as that', () => {
  const { page, wish } = setUp();
  wish(true);
  page.emit('devtools-opened');
  expect(page.closeDevTools).not.toHaveBeenCalled();
  wish(false);
  expect(page.closeDevTools).toHaveBeenCalledOnce();
});

it('W55 a call tells the addresses of the way to the web, and of no other network', () => {
  const setWebRTCIPHandlingPolicy = vi.fn();
  guardAddresses({ setWebRTCIPHandlingPolicy }, false);
  expect(setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('default_public_and_private_interfaces');
});

it('R31 calls of a service with a proxy of its own go through it or not at all', () => {
  const setWebRTCIPHandlingPolicy = vi.fn();
  guardAddresses({ setWebRTCIPHandlingPolicy }, true);
  expect(setWebRTCIPHandlingPolicy).toHaveBeenCalledExactlyOnceWith('disable_non_proxied_udp');
});

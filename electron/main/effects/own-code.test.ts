import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { ServiceEvent } from '../../core/ipc/service-messages';
import { noTweaks } from '../../core/model/tweaks';
import { createAppStore } from '../store/app-store';
import { startForcedDark, type DarkPage } from './forced-dark';
import { startOwnCode, type CodePage } from './own-code';

const fail = (error: unknown): never => {
  throw error;
};

function setUp(isSafeMode = false) {
  const tweaks = [{ ...noTweaks('a'), css: 'p', js: '1' }];
  const store = createAppStore(aState([aService('a'), aService('b')], { tweaks }), fail);
  const said: (string | ServiceEvent)[] = [];
  const now = { url: 'https://a.test/', navigated: (): void => undefined };
  const page: CodePage = {
    getURL: () => now.url,
    mainFrame: { send: (_channel, event) => void said.push(event) },
    on: (_event, listener) => void (now.navigated = listener),
  };
  store.onAction('reload-requested', ({ serviceId }) => said.push(`reload ${serviceId}`));
  startOwnCode(store, {
    isSafeMode,
    hostsOf: () => ({ hosts: [], signInHosts: [] }),
    pagesOf: (serviceId) => (serviceId === 'a' ? [page] : []),
    onPage: (listener) => {
      listener('a', page);
      return () => undefined;
    },
  });
  return { store, said, now };
}
const event = { kind: 'own-code', origin: 'https://a.test', css: 'p', js: '1', isNew: true };

it('R22 R24 each document is told, a style at once, and for a script the page is loaded anew', () => {
  const { store, said, now } = setUp();
  now.navigated();
  expect(said.splice(0)).toEqual([event]);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { css: 'q' } });
  expect(said.splice(0)).toEqual([{ ...event, css: 'q', isNew: false }]);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { js: '2' } });
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { isCodeOn: false } });
  expect(said.splice(0)).toEqual(['reload a', 'reload a']);
  // Nothing that is not at work changes what is open.
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { js: '3', dark: 'on' } });
  store.dispatch({ kind: 'service-tweaked', serviceId: 'b', changes: { js: '3' } });
  now.navigated();
  now.url = 'https://elsewhere.test/';
  now.navigated();
  expect(said).toEqual([]);
});

it('R26 in safe mode nobody is told anything, whatever is changed', () => {
  const { store, said, now } = setUp(true);
  now.navigated();
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { css: 'q', js: '2' } });
  expect(said).toEqual([]);
});

it('R34 the debugger of a page is taken up only where it is to be dark', () => {
  const store = createAppStore(aState([aService('a')]), fail);
  const said: string[] = [];
  const now = { isAttached: false, navigated: (): void => undefined };
  const page: DarkPage = {
    isDestroyed: () => false,
    debugger: {
      isAttached: () => now.isAttached,
      attach: () => void (now.isAttached = true),
      sendCommand: (method, params) => {
        said.push(`${method} ${JSON.stringify(params)}`);
        return Promise.resolve();
      },
    },
    on: (_event, listener) => void (now.navigated = listener),
  };
  startForcedDark(store, {
    isSafeMode: false,
    pagesOf: () => [page],
    onPage: (listener) => {
      listener('a', page);
      return () => undefined;
    },
  });
  now.navigated();
  expect([now.isAttached, said]).toEqual([false, []]);
  const dark = [
    'Emulation.setAutoDarkModeOverride {"enabled":true}',
    'Emulation.setEmulatedMedia {"features":[{"name":"prefers-color-scheme","value":"dark"}]}',
  ];
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { dark: 'on' } });
  now.navigated();
  expect([now.isAttached, said.splice(0)]).toEqual([true, dark]);
  now.isAttached = false;
  now.navigated();
  expect(said.splice(0)).toEqual(dark);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { dark: 'off' } });
  expect(said).toEqual([
    'Emulation.setAutoDarkModeOverride {}',
    'Emulation.setEmulatedMedia {"features":[{"name":"prefers-color-scheme","value":""}]}',
  ]);
});

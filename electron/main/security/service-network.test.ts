import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { noTweaks, type Tweaks } from '../../core/model/tweaks';
import { createAppStore } from '../store/app-store';
import { startServiceNetwork, type NetworkSession } from './service-network';

const proxy = { kind: 'server', scheme: 'http', host: 'p.test', port: 3128, except: [] } as const;

function setUp(tweaks: readonly Tweaks[] = [], setProxy = (): Promise<void> => Promise.resolve()) {
  const store = createAppStore(aState([aService('a'), aService('b')], { tweaks }), (error) => {
    throw error;
  });
  const said: string[] = [];
  const aSession = (name = ''): NetworkSession => ({
    getUserAgent: () => 'Given/1',
    setUserAgent: (text) => void said.push(name + text),
    setProxy: ({ mode, proxyRules }) => {
      said.push(`${name}${mode} ${proxyRules ?? ''}`);
      return setProxy();
    },
    forceReloadProxyConfig: () => Promise.resolve(),
    closeAllConnections: () => Promise.resolve(void said.push(`${name}closed`)),
    clearAuthCache: () => Promise.resolve(),
  });
  const network = startServiceNetwork({
    store,
    hasPage: () => true,
    withoutPage: async (serviceId, work) => {
      said.push(`without ${serviceId}`);
      await work();
      said.push(`with ${serviceId}`);
    },
    onProblem: (text) => void said.push(text),
  });
  network.begin('a', aSession());
  return { store, said, network, aSession };
}

it('R29 R30 what is as it comes costs nothing, and is not waited for', () => {
  const { said, network } = setUp();
  expect(said).toEqual(['Given/1']);
  expect(network.whenOnItsWay('a')).toBeUndefined();
});

it('R31 nothing is loaded before the session goes its way, nor where that failed', async () => {
  const own = [{ ...noTweaks('a'), proxy, userAgent: 'Mine/1' }];
  const { said, network } = setUp(own);
  await network.whenOnItsWay('a');
  expect(said).toEqual(['Mine/1', 'fixed_servers http://p.test:3128', 'closed']);
  const failing = setUp(own, () => Promise.reject(new Error('no')));
  await expect(failing.network.whenOnItsWay('a')).rejects.toThrow('no');
  await expect.poll(() => failing.said).toContain('proxy not set');
});

it('R29 R30 a change takes the page away until it holds; others stay', async () => {
  const { store, said } = setUp();
  said.splice(0);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'b', changes: { userAgent: 'Other/1' } });
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { css: 'p {}' } });
  expect(said).toEqual([]);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { proxy } });
  await expect.poll(() => said.at(-1)).toBe('with a');
  expect(said).toEqual(['Given/1', 'fixed_servers http://p.test:3128', 'without a', 'closed', 'with a']);
});

it('B63 a session that is left is told nothing more', () => {
  const { store, said, network, aSession } = setUp();
  const guest = aSession('guest ');
  network.join('a', guest);
  network.leave(guest);
  said.splice(0);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes: { userAgent: 'Other/1' } });
  expect(said).toEqual(['Other/1', 'without a']);
});

it('B63 R31 a second session of a service goes the same way before its first load, and on every change', async () => {
  const { store, said, network, aSession } = setUp([{ ...noTweaks('a'), proxy, userAgent: 'Mine/1' }]);
  await network.whenOnItsWay('a');
  said.splice(0);
  network.join('a', aSession('guest '));
  await network.whenOnItsWay('a');
  expect(said).toEqual(['guest Mine/1', 'guest fixed_servers http://p.test:3128', 'guest closed']);
  said.splice(0);
  const changes = { proxy: { kind: 'direct' }, userAgent: '' } as const;
  store.dispatch({ kind: 'service-tweaked', serviceId: 'a', changes });
  await expect.poll(() => said.at(-1)).toBe('with a');
  expect(said).toEqual([
    ...['Given/1', 'direct ', 'guest Given/1', 'guest direct ', 'without a'],
    ...['closed', 'guest closed', 'with a'],
  ]);
});

it('R41 those who sign in together go one way: changed for one, the pages of all begin anew, and whoever leads', async () => {
  const { store, said, network } = setUp();
  store.dispatch({ kind: 'service-storage-set', serviceId: 'b', withId: 'a', freshId: 'f' });
  said.splice(0);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'b', changes: { proxy } });
  expect(network.whenOnItsWay('a')).toBeDefined();
  expect(network.whenOnItsWay('b')).toBeDefined();
  await expect.poll(() => said.filter((one) => one.startsWith('with '))).toEqual(['with a', 'with b']);
  expect(said).toContain('fixed_servers http://p.test:3128');
  said.splice(0);
  store.dispatch({ kind: 'service-removed', serviceId: 'a' });
  store.dispatch({ kind: 'service-removal-final', serviceId: 'a' });
  expect(said).toEqual([]);
  store.dispatch({ kind: 'service-tweaked', serviceId: 'b', changes: { userAgent: 'Mine/2' } });
  expect(said).toContain('Mine/2');
});

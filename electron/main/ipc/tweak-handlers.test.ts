import { expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createLoginMemory } from '../security/login-memory';
import { createAppStore } from '../store/app-store';
import { checkScript } from './check-script';
import { createTweakHandlers } from './tweak-handlers';

const proxy = { kind: 'server', scheme: 'http', host: 'P.test', port: 3128, except: [] } as const;
const login = { username: 'mira', password: 'out' };

function setUp(canSeal = true) {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const seal = {
    canSeal: () => canSeal,
    seal: (text: string) => Buffer.from(Buffer.from(text).toString('hex')),
    unseal: (sealed: Buffer) => Buffer.from(sealed.toString(), 'hex').toString(),
  };
  const restarts: boolean[] = [];
  const handlers = createTweakHandlers({ store, seal, restart: (isSafeMode) => restarts.push(isSafeMode) });
  const memory = createLoginMemory(store, seal, () => 0);
  const asked = (serviceId: string, place: string, isProxy = true) => ({
    ...{ serviceId, place, isProxy, realm: 'out', protocol: '', scheme: 'basic' },
  });
  return { store, handlers, memory, asked, restarts };
}

it('R32 a sealed name and password are told to that proxy, for that service, and to nobody else', async () => {
  const { store, handlers, memory, asked } = setUp();
  expect(handlers['service.set-proxy']({ serviceId: 'a', proxy, login })).toEqual({ kind: 'set' });
  expect(JSON.stringify(store.getState())).not.toContain('mira');
  expect(memory.recall(asked('a', 'p.test:3128'))).toEqual(login);
  expect(memory.recallBasic(asked('a', 'p.test:3128'))).toEqual(login);
  expect(memory.recall(asked('b', 'p.test:3128'))).toBeUndefined();
  expect(memory.recall(asked('a', 'p.test:3129'))).toBeUndefined();
  expect(memory.recall(asked('a', 'p.test:3128', false))).toBeUndefined();
  memory.refused(asked('a', 'p.test:3128'));
  expect(memory.recall(asked('a', 'p.test:3128'))).toBeUndefined();
});

it('R32 without a word on it the password stays, null forgets it, and unsealed it is not kept', async () => {
  const { store, handlers } = setUp();
  const sealed = () => store.getState().persisted.tweaks[0]?.proxyLogin;
  await handlers['service.set-proxy']({ serviceId: 'a', proxy, login });
  await handlers['service.set-proxy']({ serviceId: 'a', proxy });
  expect(sealed()).toEqual(expect.any(String));
  await handlers['service.set-proxy']({ serviceId: 'a', proxy, login: null });
  expect(sealed()).toBeNull();
  const open = setUp(false);
  expect(open.handlers['service.set-proxy']({ serviceId: 'a', proxy, login })).toEqual({ kind: 'unsealed' });
  expect(open.store.getState().persisted.tweaks).toMatchObject([{ proxy, proxyLogin: null }]);
});

it('R24 what is no script is said with its line, and nothing of it is kept or run', () => {
  const { store, handlers } = setUp();
  const save = (js: string) => handlers['service.set-code']({ serviceId: 'a', css: 'p {}', js });
  expect(save('a();\n\nif (')).toMatchObject({ kind: 'broken', line: 3 });
  expect(store.getState().persisted.tweaks).toEqual([]);
  expect(save('globalThis.ran = true')).toEqual({ kind: 'saved' });
  expect('ran' in globalThis).toBe(false);
  expect(handlers['service.code']({ serviceId: 'a' })).toEqual({ css: 'p {}', js: 'globalThis.ran = true' });
  expect(checkScript('')).toEqual({ kind: 'saved' });
});

it('R35 starts again as it is told', async () => {
  const { handlers, restarts } = setUp();
  await handlers['app.restart']({ isSafeMode: true });
  expect(restarts).toEqual([true]);
});

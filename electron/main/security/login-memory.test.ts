import { describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createLoginMemory } from './login-memory';
import type { LoginPlace } from './login-question';

const server: LoginPlace = {
  serviceId: 'a',
  place: 'chat.test:443',
  realm: 'Team',
  isProxy: false,
  protocol: 'https:',
  scheme: 'basic',
};
const proxy: LoginPlace = { ...server, place: 'proxy.test:3128', isProxy: true, protocol: '' };
const login = { username: 'mira', password: 'in' };

function setUp({ seals = true } = {}) {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const seal = {
    canSeal: () => true,
    seal: (text: string) => {
      if (!seals) throw new Error('locked');
      return Buffer.from(text);
    },
    unseal: (sealed: Buffer) => sealed.toString(),
  };
  return createLoginMemory(store, seal, () => 1_000);
}

describe('J14 logins before anybody asks', () => {
  it('J14 what was kept for a server is known by place, protocol and service, whatever its realm', () => {
    const memory = setUp();
    memory.answered(server, login, true);
    expect(memory.recallBasic(server)).toEqual(login);
    expect(memory.recallBasic({ ...server, serviceId: 'b' })).toBeUndefined();
    expect(memory.recallBasic({ ...server, protocol: 'http:' })).toBeUndefined();
    expect(memory.recallBasic({ ...server, place: 'chat.test:8443' })).toBeUndefined();
  });

  it('J14 nothing of digest, and of a server nothing that was not kept', () => {
    const memory = setUp();
    memory.answered({ ...server, scheme: 'digest' }, login, true);
    memory.answered({ ...server, place: 'other.test:443' }, login, false);
    expect(memory.recallBasic(server)).toBeUndefined();
    expect(memory.recallBasic({ ...server, place: 'other.test:443' })).toBeUndefined();
  });

  it('J14 a key ring that fails at sealing keeps nothing, and what was answered holds', () => {
    const memory = setUp({ seals: false });
    memory.answered(proxy, login, true);
    memory.answered(server, login, true);
    expect(memory.recall(proxy)).toEqual(login);
    expect(memory.recall(server)).toBeUndefined();
  });

  it('J14 what a proxy was told is known for all services, and what was told a proxy no server is told', () => {
    const memory = setUp();
    memory.answered(proxy, login, false);
    expect(memory.recallBasic({ ...proxy, serviceId: 'b' })).toEqual(login);
    expect(memory.recallBasic({ ...server, place: proxy.place })).toBeUndefined();
  });
});

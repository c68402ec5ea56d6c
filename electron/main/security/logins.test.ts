import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createLoginMemory } from './login-memory';
import type { LoginQuestion } from './login-question';
import { createLoginDesk } from './logins';

const question: LoginQuestion = {
  serviceId: 'a',
  host: 'chat.test',
  place: 'chat.test:443',
  realm: 'Team',
  isProxy: false,
  scheme: 'basic',
  url: 'https://chat.test/',
  isFirst: undefined,
};
const at = (host: string) => ({ host, place: `${host}:443` });
/** Turns each bit of what is sealed round, so that it is not to be read as it is. */
const port = {
  canSeal: () => true,
  seal: (text: string) => Buffer.from(Buffer.from(text).map((byte) => byte ^ 255)),
  unseal: (sealed: Buffer) => Buffer.from(sealed.map((byte) => byte ^ 255)).toString(),
};

function setUp(canSeal = true) {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const clock = { nowMs: 1_000, ids: 0 };
  const desk = createLoginDesk(
    store,
    createLoginMemory(store, { ...port, canSeal: () => canSeal }, () => clock.nowMs),
    () => `q${(clock.ids += 1)}`,
    () => clock.nowMs,
  );
  const prompts = () => store.getState().session.prompts;
  return { store, clock, desk, prompts };
}

describe('createLoginDesk', () => {
  it('T22 what a proxy was told is told to others who go through it, and no other place', () => {
    const { desk } = setUp();
    const proxy = { host: 'proxy.test', port: 3128, realm: 'Out', scheme: 'basic' };
    expect(desk.recallProxy(proxy)).toBe(undefined);
    desk.ask({ ...question, ...proxy, place: 'proxy.test:3128', isProxy: true }, vi.fn());
    desk.answer('q1', { username: 'mira', password: 'out' });
    expect(desk.recallProxy(proxy)).toEqual({ username: 'mira', password: 'out' });
    expect(desk.recallProxy({ ...proxy, port: 443 })).toBe(undefined);
    desk.ask({ ...question, ...at('proxy.test') }, vi.fn());
    desk.answer('q2', { username: 'alice', password: 'right' });
    expect(desk.recallProxy({ ...proxy, port: 443 })).toBe(undefined);
  });

  it('W14 asks once for a place, and answers all who wait', () => {
    const { desk, prompts } = setUp();
    const [first, second, other] = [vi.fn(), vi.fn(), vi.fn()];
    desk.ask(question, first);
    desk.ask({ ...question, realm: 'Pictures' }, second);
    desk.ask({ ...question, isProxy: true }, other);
    expect(prompts()).toMatchObject([
      { id: 'q1', kind: 'login', host: 'chat.test', realm: 'Team', again: false },
      { id: 'q2', isProxy: true },
    ]);
    const credentials = { username: 'mira', password: 'secret' };
    desk.answer('q1', credentials);
    expect(first).toHaveBeenCalledExactlyOnceWith(credentials);
    expect(second).toHaveBeenCalledExactlyOnceWith(credentials);
    expect(other).not.toHaveBeenCalled();
    expect(prompts().map(({ id }) => id)).toEqual(['q2']);
  });

  it.each([
    [59_999, true],
    [60_000, false],
  ])('W14 asked again %d ms after an answer: said to be refused is %s', (passedMs, again) => {
    const { desk, clock, prompts } = setUp();
    desk.ask(question, vi.fn());
    desk.answer('q1', { username: 'mira', password: 'wrong' });
    clock.nowMs += passedMs;
    desk.ask(question, vi.fn());
    expect(prompts()).toMatchObject([{ id: 'q2', again }]);
  });

  it('W14 nothing of an answer is in the state, and a cancel is none', () => {
    const { store, desk, prompts } = setUp();
    desk.ask(question, vi.fn());
    desk.answer('q1', { username: 'mira', password: 'secret' });
    expect(JSON.stringify(store.getState())).not.toMatch(/mira|secret/);
    desk.ask({ ...question, ...at('other.test') }, vi.fn());
    desk.answer('q2', null);
    desk.ask({ ...question, ...at('other.test') }, vi.fn());
    expect(prompts()).toMatchObject([{ again: false }]);
  });

  it('W14 shows the words of the server without control characters, at most 100', () => {
    const { desk, prompts } = setUp();
    desk.ask({ ...question, realm: `a\nb\u0000${'x'.repeat(500)}` }, vi.fn());
    const [prompt] = prompts();
    expect(prompt).toMatchObject({ realm: `a b ${'x'.repeat(96)}` });
  });

  it('W14 is a cancel when the question cannot be asked, or goes with its service', () => {
    const { store, desk, prompts } = setUp();
    const [gone, off, fourth] = [vi.fn(), vi.fn(), vi.fn()];
    desk.ask(question, gone);
    store.dispatch({ kind: 'service-removed', serviceId: 'a' });
    expect(gone).toHaveBeenCalledExactlyOnceWith(undefined);
    desk.ask(question, off);
    expect(off).toHaveBeenCalledOnce();
    for (const host of ['1', '2', '3']) desk.ask({ ...question, serviceId: 'b', ...at(host) }, vi.fn());
    desk.ask({ ...question, serviceId: 'b', ...at('4') }, fourth);
    expect(fourth).toHaveBeenCalledOnce();
    expect(prompts()).toHaveLength(3);
  });

  it('W14 hears nothing for a question that is not there', () => {
    const { desk } = setUp();
    const asked = vi.fn();
    desk.ask(question, asked);
    desk.answer('q7', { username: 'x', password: 'y' });
    expect(asked).not.toHaveBeenCalled();
  });

  const credentials = { username: 'mira', password: 'secret' };
  const kept = ({ store }: ReturnType<typeof setUp>) => store.getState().persisted.logins;

  it('T20 what the person wants kept is sealed, and answers the same question by itself', () => {
    const given = setUp();
    const { desk, clock, prompts } = given;
    desk.ask(question, vi.fn());
    expect(prompts()).toMatchObject([{ canKeep: true }]);
    desk.answer('q1', credentials, true);
    expect(kept(given)).toMatchObject([
      { serviceId: 'a', place: 'chat.test:443', realm: 'Team', protocol: 'https:', scheme: 'basic' },
    ]);
    expect(JSON.stringify(kept(given))).not.toMatch(/mira|secret/);
    clock.nowMs += 3_600_000;
    const [again, elsewhere] = [vi.fn(), vi.fn()];
    desk.ask(question, again);
    expect(again).toHaveBeenCalledExactlyOnceWith(credentials);
    for (const changes of [{ realm: 'Other' }, { serviceId: 'b' }, { place: 'chat.test:8443' }])
      desk.ask({ ...question, ...changes }, elsewhere);
    expect(elsewhere).not.toHaveBeenCalled();
    expect(prompts()).toHaveLength(3);
  });

  it.each([
    ['in the open', { url: 'http://chat.test:443/' }],
    ['by another scheme', { scheme: 'digest' }],
  ])('T20 what was kept is not given to the same place %s, and neither is what is just answered', (_, to) => {
    const given = setUp();
    const { desk, prompts } = given;
    const [first, other, socket] = [vi.fn(), vi.fn(), vi.fn()];
    desk.ask(question, first);
    desk.ask({ ...question, ...to }, other);
    desk.answer('q1', credentials, true);
    expect(first).toHaveBeenCalledExactlyOnceWith(credentials);
    desk.ask({ ...question, ...to }, other);
    expect(other).not.toHaveBeenCalled();
    expect(prompts()).toMatchObject([{ id: 'q2', again: false }]);
    desk.ask({ ...question, url: 'wss://chat.test/socket' }, socket);
    expect(socket).toHaveBeenCalledExactlyOnceWith(credentials);
    desk.answer('q2', credentials, true);
    expect(kept(given)).toHaveLength(2);
  });

  it('T22 what a proxy was told is told to it whatever is loaded, by the same scheme alone', () => {
    const { desk } = setUp();
    const proxy = { ...question, isProxy: true, place: 'proxy.test:3128', scheme: 'digest' };
    const [inTheOpen, weaker] = [vi.fn(), vi.fn()];
    desk.ask(proxy, vi.fn());
    desk.answer('q1', credentials);
    desk.ask({ ...proxy, url: 'http://chat.test/' }, inTheOpen);
    desk.ask({ ...proxy, scheme: 'basic' }, weaker);
    expect(inTheOpen).toHaveBeenCalledExactlyOnceWith(credentials);
    expect(weaker).not.toHaveBeenCalled();
  });

  it.each([
    ['told by Electron', false],
    ['told by the address', undefined],
  ])('T21 a kept answer that is refused, %s, is forgotten and asked for: never a loop', (_, isFirst) => {
    const given = setUp();
    const { desk, clock, prompts } = given;
    desk.ask(question, vi.fn());
    desk.answer('q1', credentials, true);
    clock.nowMs += 3_600_000;
    desk.ask(question, vi.fn());
    const refused = vi.fn();
    desk.ask({ ...question, isFirst }, refused);
    expect(refused).not.toHaveBeenCalled();
    expect(prompts()).toMatchObject([{ again: true }]);
    expect(kept(given)).toEqual([]);
  });

  it('T20 nothing can be kept where the system cannot seal', () => {
    const given = setUp(false);
    given.desk.ask(question, vi.fn());
    expect(given.prompts()).toMatchObject([{ canKeep: false }]);
    given.desk.answer('q1', credentials, true);
    expect(kept(given)).toEqual([]);
  });

  it('T22 what a proxy was told for one service is told to it for all, until it is refused', () => {
    const { desk, clock, prompts } = setUp();
    const proxy = { ...question, isProxy: true, place: 'proxy.test:3128' };
    const [first, second, third, refused] = [vi.fn(), vi.fn(), vi.fn(), vi.fn()];
    desk.ask(proxy, first);
    desk.ask({ ...proxy, serviceId: 'b' }, second);
    desk.answer('q1', credentials);
    expect(first).toHaveBeenCalledExactlyOnceWith(credentials);
    expect(second).toHaveBeenCalledExactlyOnceWith(credentials);
    expect(prompts()).toEqual([]);
    clock.nowMs += 3_600_000;
    desk.ask({ ...proxy, serviceId: 'b' }, third);
    expect(third).toHaveBeenCalledExactlyOnceWith(credentials);
    desk.ask({ ...proxy, serviceId: 'b' }, refused);
    expect(refused).not.toHaveBeenCalled();
    expect(prompts()).toMatchObject([{ isProxy: true, again: true }]);
  });

  it('T21 what was let through was right: asked anew at once, the kept answer is given', () => {
    const { desk, prompts } = setUp();
    const again = vi.fn();
    desk.ask(question, vi.fn());
    desk.answer('q1', credentials, true);
    desk.accepted('b', question.url);
    desk.accepted('a', question.url);
    desk.ask(question, again);
    expect(again).toHaveBeenCalledExactlyOnceWith(credentials);
    expect(prompts()).toEqual([]);
  });
});

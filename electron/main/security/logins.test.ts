import { describe, expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { createAppStore } from '../store/app-store';
import { createLoginDesk, type LoginQuestion } from './logins';

const question: LoginQuestion = { serviceId: 'a', host: 'chat.test', realm: 'Team', isProxy: false };

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const clock = { nowMs: 1_000, ids: 0 };
  const desk = createLoginDesk(
    store,
    () => `q${(clock.ids += 1)}`,
    () => clock.nowMs,
  );
  const prompts = () => store.getState().session.prompts;
  return { store, clock, desk, prompts };
}

describe('createLoginDesk', () => {
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
    desk.ask({ ...question, host: 'other.test' }, vi.fn());
    desk.answer('q2', null);
    desk.ask({ ...question, host: 'other.test' }, vi.fn());
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
    for (const host of ['1', '2', '3']) desk.ask({ ...question, serviceId: 'b', host }, vi.fn());
    desk.ask({ ...question, serviceId: 'b', host: '4' }, fourth);
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
});

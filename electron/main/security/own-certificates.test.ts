import { expect, it, vi } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import { FINGERPRINT } from '../../core/trust.test-support';
import { createAppStore } from '../store/app-store';
import { createOwnCertificateDesk, startOwnCertificates } from './own-certificates';

const other = 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=';
const choices = [FINGERPRINT, other].map((fingerprint) => ({
  fingerprint,
  subjectName: 'Mira',
  issuerName: 'People',
  validExpiry: 2,
}));

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const ids = { last: 0 };
  const desk = createOwnCertificateDesk(
    store,
    () => `q${(ids.last += 1)}`,
    () => 7,
  );
  return { store, desk, prompts: () => store.getState().session.prompts };
}

it('T30 a server that wants a certificate of one’s own is shown none unasked, and one question serves all who wait', () => {
  const { desk, prompts } = setUp();
  const [first, second] = [vi.fn(), vi.fn()];
  desk.ask('a', 'chat.test:443', choices, first);
  desk.ask('a', 'chat.test:443', choices, second);
  expect(first).not.toHaveBeenCalled();
  expect(prompts()).toMatchObject([
    { kind: 'own-certificate', place: 'chat.test:443', choices: [{ subject: 'Mira', validToMs: 2_000 }, {}] },
  ]);
  desk.answer('q1', other, false);
  expect(first).toHaveBeenCalledExactlyOnceWith(other);
  expect(second).toHaveBeenCalledExactlyOnceWith(other);
  expect(prompts()).toEqual([]);
});

it('T31 what is kept is shown to that server of that service alone, until it is forgotten', () => {
  const { store, desk, prompts } = setUp();
  desk.ask('a', 'chat.test:443', choices, vi.fn());
  desk.answer('q1', other, true);
  const kept = vi.fn();
  desk.ask('a', 'chat.test:443', choices, kept);
  expect(kept).toHaveBeenCalledExactlyOnceWith(other);
  desk.ask('b', 'chat.test:443', choices, vi.fn());
  desk.ask('a', 'chat.test:8443', choices, vi.fn());
  expect(prompts()).toHaveLength(2);
  store.dispatch({ kind: 'own-certificate-forgotten', serviceId: 'a', place: 'chat.test:443' });
  const asked = vi.fn();
  desk.ask('a', 'chat.test:443', choices, asked);
  expect(asked).not.toHaveBeenCalled();
});

it('T30 none is shown when none is chosen, when what is chosen was not offered, or when the question goes', () => {
  const { store, desk } = setUp();
  const answers = [vi.fn(), vi.fn(), vi.fn()] as const;
  desk.ask('a', 'chat.test:443', choices, answers[0]);
  desk.answer('q1', null, true);
  desk.ask('a', 'chat.test:443', choices, answers[1]);
  desk.answer('q2', 'sha256/CCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCCA=', true);
  desk.ask('a', 'chat.test:443', choices, answers[2]);
  store.dispatch({ kind: 'service-removed', serviceId: 'a' });
  for (const answer of answers) expect(answer).toHaveBeenCalledExactlyOnceWith(undefined);
  expect(store.getState().persisted.ownCertificates).toEqual([]);
});

it('T30 Electron never picks one by itself, and pages of no service are given none', () => {
  const { desk } = setUp();
  const heard: { listener?: (...args: unknown[]) => void } = {};
  const port = {
    on: (_event: string, listener: (...args: unknown[]) => void) => void (heard.listener = listener),
    off: () => undefined,
  };
  startOwnCertificates(port as never, (id) => (id === 7 ? 'a' : undefined), desk);
  const [event, callback, ofService] = [{ preventDefault: vi.fn() }, vi.fn(), vi.fn()];
  heard.listener?.(event, { id: 8 }, 'chat.test:443', choices, callback);
  for (const none of [null, undefined]) heard.listener?.(event, none, 'chat.test:443', choices, callback);
  heard.listener?.(event, { id: 7 }, 'chat.test:443', choices, ofService);
  desk.answer('q1', FINGERPRINT, false);
  expect(event.preventDefault).toHaveBeenCalledTimes(4);
  expect(callback.mock.calls).toEqual([[], [], []]);
  expect(ofService).toHaveBeenCalledExactlyOnceWith(choices[0]);
});

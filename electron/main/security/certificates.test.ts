import type { Certificate, Request } from 'electron/main';
import { describe, expect, it, vi } from 'vitest';
import * as z from 'zod/mini';
import { aService, aState } from '../../core/fixtures.test-support';
import { persistedSchema } from '../../core/model/persisted';
import { aTrusted, FINGERPRINT } from '../../core/trust.test-support';
import { makeIdentity } from '../../../e2e/support/certificates';
import { createAppStore } from '../store/app-store';
import { startCertificateErrors } from './certificate-errors';
import { createCertificateDesk, VERDICT_KEPT_MS, type CertificateSession } from './certificates';

const AUTHORITY = 'net::ERR_CERT_AUTHORITY_INVALID';
const { cert: data } = makeIdentity({ name: 'chat.test', hosts: ['chat.test'] });
const certificate = {
  data,
  fingerprint: FINGERPRINT,
  subjectName: 'chat.test',
  issuerName: 'chat.test',
  validStart: 1,
  validExpiry: 2,
} as Certificate;
const url = 'https://chat.test/a';
const place = 'chat.test:443';

function setUp(certificates = [aTrusted()]) {
  const store = createAppStore(aState([aService('a'), aService('b')], { certificates }), (error) => {
    throw error;
  });
  const clock = { nowMs: 1_500 };
  const withoutPage = vi.fn(() => Promise.resolve());
  const desk = createCertificateDesk({ store, withoutPage, nowMs: () => clock.nowMs, log: () => undefined });
  const guard = (serviceId: string) => {
    const own = { verify: undefined as unknown, hold: undefined as unknown, closed: vi.fn() };
    const session: CertificateSession = {
      setCertificateVerifyProc: (proc) => void (own.verify = proc),
      closeAllConnections: () => Promise.resolve(own.closed()),
      webRequest: { onBeforeRequest: (_filter: unknown, listener?: unknown) => void (own.hold = listener) },
    };
    desk.guard(serviceId, session);
    return {
      closed: own.closed,
      verify: (hostname: string, code = AUTHORITY): number[] => {
        const answers: number[] = [];
        (own.verify as (request: Partial<Request>, answer: (verdict: number) => void) => void)(
          { hostname, certificate, verificationResult: code, errorCode: code === 'net::OK' ? 0 : -202 },
          (verdict) => answers.push(verdict),
        );
        return answers;
      },
      isHeld: (address: string): boolean | undefined => {
        const said: { cancel?: boolean } = {};
        type Listener = (details: { url: string }, callback: (answer: { cancel: boolean }) => void) => void;
        (own.hold as Listener | undefined)?.({ url: address }, (answer) => Object.assign(said, answer));
        return said.cancel;
      },
    };
  };
  return { store, clock, desk, withoutPage, guard };
}

describe('createCertificateDesk', () => {
  it('T1 T6 answers Chromium at once: trusted hosts are let through, all else is left to it', () => {
    const { verify } = setUp().guard('a');
    expect(verify('chat.test')).toEqual([0]);
    expect(verify('other.test')).toEqual([-3]);
    expect(verify('chat.test', 'net::OK')).toEqual([-3]);
  });

  it.each(['ERR_CERT_REVOKED', 'ERR_CERT_WEAK_KEY', 'ERR_CERT_INVALID'])(
    'T1 never lets through %s',
    (code) => {
      const { desk, guard } = setUp();
      expect(guard('a').verify('chat.test', `net::${code}`)).toEqual([-3]);
      expect(desk.judge('a', url, code, certificate)).toBe(false);
      expect(desk.refusedAt(url)).toBeUndefined();
    },
  );

  it('T1 lets pages go on where their person trusts, by port, and nobody else', () => {
    const { desk } = setUp();
    expect(desk.judge('a', url, AUTHORITY, certificate)).toBe(true);
    expect(desk.judge('a', 'wss://chat.test/socket', AUTHORITY, certificate)).toBe(true);
    expect(desk.judge('a', 'https://chat.test:8443/', AUTHORITY, certificate)).toBe(false);
    expect(desk.judge(undefined, url, AUTHORITY, certificate)).toBe(false);
  });

  it('T2 knows that a certificate is for another host, which Chromium does not say of one that signed itself', () => {
    const { desk } = setUp([]);
    expect(desk.judge('a', 'https://elsewhere.test/', AUTHORITY, certificate)).toBe(false);
    expect(desk.refusedAt('https://elsewhere.test/')?.problems).toEqual(['self-signed', 'other-host']);
  });

  it('T3 trusts only what was refused there, by its fingerprint, and has its services try again', () => {
    const { store, desk } = setUp([]);
    const reloaded = vi.fn();
    store.onAction('reload-requested', ({ serviceId }) => reloaded(serviceId));
    expect(desk.trust(place, FINGERPRINT)).toBe(false);
    desk.judge('a', url, AUTHORITY, certificate);
    const refused = desk.refusedAt(url);
    const failure = { kind: 'certificate', code: 'x', host: 'chat.test', certificate: refused } as const;
    store.dispatch({ kind: 'view-load-failed', serviceId: 'a', failure, nowMs: 0, jitter: 0 });
    expect(desk.trust(place, 'sha256/BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBA=')).toBe(false);
    expect(store.getState().persisted.certificates).toEqual([]);
    expect(desk.trust(place, FINGERPRINT)).toBe(true);
    expect(store.getState().persisted.certificates).toEqual([aTrusted({ sinceMs: 1_500 })]);
    expect(reloaded.mock.calls).toEqual([['a']]);
    expect(desk.refusedAt(url)).toBeUndefined();
  });

  it('T3 keeps what can be read back of a certificate whose times Chromium cannot represent', () => {
    const { store, desk } = setUp([]);
    const [validStart, validExpiry] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    desk.judge('a', url, AUTHORITY, { ...certificate, validStart, validExpiry });
    expect(desk.trust(place, FINGERPRINT)).toBe(true);
    const { persisted } = store.getState();
    expect(z.safeParse(persistedSchema, JSON.parse(JSON.stringify(persisted))).success).toBe(true);
  });

  it('T7 taken back, pages that met it end, and no request goes there while Chromium remembers', () => {
    const { store, clock, desk, withoutPage, guard } = setUp();
    const [a, b] = [guard('a'), guard('b')];
    a.verify('chat.test');
    store.dispatch({ kind: 'certificate-trust-revoked', place });
    expect(withoutPage).toHaveBeenCalledExactlyOnceWith('a', expect.any(Function));
    expect(a.closed).toHaveBeenCalledOnce();
    expect(b.closed).not.toHaveBeenCalled();
    expect(a.verify('chat.test')).toEqual([-3]);
    expect([url, 'wss://chat.test/s', 'https://chat.test:8443/'].map(a.isHeld)).toEqual([true, true, false]);
    expect(desk.refusedAt(url)).toMatchObject({ place, certificate: { fingerprint: FINGERPRINT } });
    clock.nowMs += VERDICT_KEPT_MS;
    expect(a.isHeld(url)).toBe(false);
    expect(desk.refusedAt(url)).toBeUndefined();
  });

  it('R38 T7 taken back, the pages of all that share the session end, whoever of them met it', () => {
    const { store, desk, withoutPage, guard } = setUp();
    store.dispatch({ kind: 'service-storage-set', serviceId: 'b', withId: 'a', freshId: 'f' });
    const a = guard('a');
    desk.judge('b', url, AUTHORITY, certificate);
    store.dispatch({ kind: 'certificate-trust-revoked', place });
    expect(withoutPage.mock.calls.map(([serviceId]: readonly unknown[]) => serviceId)).toEqual(['a', 'b']);
    expect(a.isHeld(url)).toBe(true);
  });

  it('T7 what is held back can be trusted anew, and goes on', () => {
    const { store, desk, guard } = setUp();
    const a = guard('a');
    desk.judge('a', url, AUTHORITY, certificate);
    store.dispatch({ kind: 'certificate-trust-revoked', place });
    expect(a.isHeld(url)).toBe(true);
    expect(desk.trust(place, FINGERPRINT)).toBe(true);
    expect(a.isHeld(url)).toBe(false);
    expect(a.verify('chat.test')).toEqual([0]);
  });
});

it('T1 each certificate that Chromium refuses is judged, and a no is logged', () => {
  const { desk } = setUp();
  const said: unknown[] = [];
  const heard: { listener?: (...args: unknown[]) => void } = {};
  const port = {
    on: (_event: string, listener: (...args: unknown[]) => void) => void (heard.listener = listener),
    off: () => undefined,
  };
  startCertificateErrors(
    port as never,
    (id) => (id === 7 ? 'a' : undefined),
    desk,
    (text) => said.push(text),
  );
  for (const contents of [{ id: 7 }, { id: 8 }, null]) {
    const event = { preventDefault: () => undefined };
    heard.listener?.(event, contents, url, AUTHORITY, certificate, (isTrusted: boolean) =>
      said.push(isTrusted),
    );
  }
  expect(said).toEqual([
    true,
    `certificate refused: ${AUTHORITY.replace('net::', '')}`,
    false,
    `certificate refused: ${AUTHORITY.replace('net::', '')}`,
    false,
  ]);
});

describe('J18 what a page would make of a certificate', () => {
  const verdict = (isAccepted: boolean) => ({ isAccepted, atMs: 1_500 });

  it('J18 nothing is known of what no session met', () => {
    const { desk, guard } = setUp([]);
    guard('a').verify('chat.test', 'net::OK');
    expect(desk.verdictOf('other.test:443', FINGERPRINT)).toBeUndefined();
    expect(desk.verdictOf(place, 'sha256/other')).toBeUndefined();
    expect(desk.verdictOf(place, FINGERPRINT)).toEqual(verdict(true));
  });

  it('J18 what Chromium refused goes by what is trusted now', () => {
    const { desk, guard, store } = setUp([]);
    guard('a').verify('chat.test');
    expect(desk.verdictOf(place, FINGERPRINT)).toEqual(verdict(false));
    store.dispatch({ kind: 'certificate-trusted', trusted: aTrusted() });
    expect(desk.verdictOf(place, FINGERPRINT)).toEqual(verdict(true));
    store.dispatch({ kind: 'certificate-trust-revoked', place });
    expect(desk.verdictOf(place, FINGERPRINT)).toEqual(verdict(false));
  });
});

import type { Certificate, OnBeforeRequestListenerDetails, Session } from 'electron/main';
import {
  decideCertificate,
  hostnameOf,
  isTrustedAtHost,
  placeOf,
  type SeenCertificate,
} from '../../core/decide/decide-certificate';
import { toCertificateFailure } from '../../core/model/certificate';
import type { RefusedCertificate } from '../../core/model/certificate-trust';
import { keepLast } from '../../core/model/keep-last';
import type { ServiceId } from '../../core/model/service';
import { findStorageId, membersOf } from '../../core/model/storage-group';
import { isMadeFor } from './certificate-names';
import { createSeenCertificates } from './seen-certificates';
import type { AppStore, Stop } from '../store/app-store';

/** What Chromium is told of a certificate it asks about. */
const ACCEPT = 0;
const AS_CHROMIUM_SAYS = -3;

/**
 * How long Chromium remembers what it was told of a certificate, in ms (half an hour, and a minute for slow clocks).
 * Nothing makes it forget earlier: what is no longer trusted is therefore held back for as long.
 */
export const VERDICT_KEPT_MS = 31 * 60_000;

/** Most refused certificates remembered. */
const REFUSED_MAX = 200;

/** What is used of a session. */
export interface CertificateSession {
  readonly setCertificateVerifyProc: Session['setCertificateVerifyProc'];
  readonly closeAllConnections: Session['closeAllConnections'];
  readonly webRequest: Pick<Session['webRequest'], 'onBeforeRequest'>;
}

interface CertificatesDeps {
  readonly store: AppStore;
  /** Ends the page of a service, and with it whatever it holds open, until `work` is done. */
  readonly withoutPage: (serviceId: ServiceId, work: () => Promise<void>) => Promise<void>;
  readonly nowMs: () => number;
  readonly log: (text: string) => void;
}

/** Lets through the certificates that the person trusts, remembers those that were refused, and takes trust back. */
export interface CertificateDesk {
  /** Has the session of a storage go by what is trusted, before its first request. */
  readonly guard: (storageId: ServiceId, session: CertificateSession) => void;
  /** The same for a session of the app's own, which opens no pages. */
  readonly guardOwn: (session: Pick<CertificateSession, 'setCertificateVerifyProc'>) => void;
  /** True when a certificate that Chromium refuses is trusted at that host; for sessions that are no service's. */
  readonly isTrusted: (hostname: string, code: string, certificate: Certificate) => boolean;
  /** Answers whether a page goes on at an address whose certificate Chromium refuses, and remembers a no. */
  readonly judge: (
    serviceId: ServiceId | undefined,
    url: string,
    code: string,
    certificate: Certificate,
  ) => boolean;
  /** What was last refused at an address, or is held back there; undefined where nothing is wrong. */
  readonly refusedAt: (url: string) => RefusedCertificate | undefined;
  /** Trusts a certificate that was refused at a place; false when none with that fingerprint was. */
  readonly trust: (place: string, fingerprint: string) => boolean;
  /** What a page would make of a certificate that a guarded session met; undefined of one that none met. */
  readonly verdictOf: (
    place: string,
    fingerprint: string,
  ) => { readonly isAccepted: boolean; readonly atMs: number } | undefined;
  readonly stop: Stop;
}

interface Guarded {
  readonly session: CertificateSession;
  /** Hosts whose certificates were let through here; any of their ports. */
  readonly hosts: Set<string>;
}

/** Creates the desk. */
export function createCertificateDesk(deps: CertificatesDeps): CertificateDesk {
  const { store, nowMs, log } = deps;
  const guarded = new Map<ServiceId, Guarded>();
  const refused = new Map<string, RefusedCertificate>();
  const seenBy = createSeenCertificates();
  const heldBack = new Map<string, { readonly untilMs: number; readonly refused: RefusedCertificate }>();
  const trusted = () => store.getState().persisted.certificates;

  const remember = (one: RefusedCertificate): void => {
    keepLast(refused, one.place, one, REFUSED_MAX);
  };

  const heldBackAt = (place: string): RefusedCertificate | undefined => {
    const held = heldBack.get(place);
    return held === undefined || held.untilMs <= nowMs() ? undefined : held.refused;
  };

  const see = (hostname: string, code: string, given: Certificate): SeenCertificate | undefined => {
    const certificate = toCertificateFailure(code, given);
    if (certificate === undefined) return undefined;
    return { certificate, isForHost: isMadeFor(given.data, hostname), nowMs: nowMs() };
  };

  const isTrusted: CertificateDesk['isTrusted'] = (hostname, code, certificate) => {
    const host = hostname.replace(/^\[|\]$/g, '');
    const seen = see(host, code, certificate);
    return seen !== undefined && isTrustedAtHost(trusted(), host, seen);
  };

  const watchVerifier: (
    session: Pick<CertificateSession, 'setCertificateVerifyProc'>,
    hosts: Set<string>,
  ) => void = (session, hosts) => {
    session.setCertificateVerifyProc(({ hostname, verificationResult, errorCode, certificate }, answer) => {
      const host = hostname.replace(/^\[|\]$/g, '');
      const refusal = errorCode === 0 ? undefined : { code: verificationResult, certificate };
      seenBy.note(host, certificate.fingerprint, { refusal, atMs: nowMs() });
      const isFine = isTrusted(hostname, verificationResult, certificate);
      if (isFine) hosts.add(host);
      answer(isFine ? ACCEPT : AS_CHROMIUM_SAYS);
    });
  };

  const holdBack = ({ session }: Guarded): void => {
    const hostnames = [...heldBack.keys()].map((place) => place.replace(/:\d+$/, ''));
    const urls = hostnames.flatMap((hostname) => [`https://${hostname}/*`, `wss://${hostname}/*`]);
    session.webRequest.onBeforeRequest({ urls }, ({ url }: OnBeforeRequestListenerDetails, callback) => {
      const place = placeOf(url);
      callback({ cancel: place !== undefined && heldBackAt(place) !== undefined });
    });
    // Its promise does not always settle; what it does, it does at once.
    void session.closeAllConnections().catch(() => undefined);
  };

  const stops = [
    store.onAction('certificate-trusted', ({ trusted: { place } }, after) => {
      heldBack.delete(place);
      refused.delete(place);
      for (const [serviceId, { load }] of Object.entries(after.session.services)) {
        if (load.kind === 'failed' && load.failure.certificate?.place === place)
          store.dispatch({ kind: 'reload-requested', serviceId, fromStartPage: false });
      }
    }),
    store.onAction('certificate-trust-revoked', ({ place }, _after, before) => {
      const entry = before.persisted.certificates.find((one) => one.place === place);
      const problem = entry?.problems[0];
      if (entry === undefined || problem === undefined) return;
      const { fingerprint, validFromMs, validToMs, issuer, subject, problems } = entry;
      const certificate = {
        kind: 'certificate',
        problem,
        fingerprint,
        validFrom: validFromMs,
        validTo: validToMs,
        issuer,
        subject,
      } as const;
      heldBack.set(place, {
        untilMs: nowMs() + VERDICT_KEPT_MS,
        refused: { place, certificate, problems, trusted: undefined },
      });
      log('certificate no longer trusted');
      for (const [storageId, one] of guarded) {
        if (!one.hosts.has(hostnameOf(place))) continue;
        holdBack(one);
        // A socket that is open stays so whatever is asked of the session: it goes with its page.
        for (const { id } of membersOf(before.persisted.services, storageId))
          void deps.withoutPage(id, () => Promise.resolve());
      }
    }),
  ];

  return {
    guard: (storageId, session) => {
      const hosts = new Set<string>();
      guarded.set(storageId, { session, hosts });
      watchVerifier(session, hosts);
    },
    guardOwn: (session) => watchVerifier(session, new Set()),
    isTrusted,
    judge: (serviceId, url, code, certificate) => {
      const place = placeOf(url);
      if (place === undefined) return false;
      const seen = see(hostnameOf(place), code, certificate);
      if (seen === undefined) {
        refused.delete(place);
        return false;
      }
      const decision = decideCertificate(trusted(), place, seen);
      if (decision.kind === 'refused') {
        remember(decision.refused);
        return false;
      }
      if (serviceId === undefined) return false;
      const storageId = findStorageId(store.getState().persisted.services, serviceId);
      guarded.get(storageId)?.hosts.add(hostnameOf(place));
      return true;
    },
    refusedAt: (url) => {
      const place = placeOf(url);
      return place === undefined ? undefined : (heldBackAt(place) ?? refused.get(place));
    },
    verdictOf: (place, fingerprint) => {
      if (heldBackAt(place) !== undefined) return { isAccepted: false, atMs: nowMs() };
      const host = hostnameOf(place);
      const seen = seenBy.find(host, fingerprint);
      if (seen === undefined) return undefined;
      const { refusal, atMs } = seen;
      const isAccepted = refusal === undefined || isTrusted(host, refusal.code, refusal.certificate);
      return { isAccepted, atMs };
    },
    trust: (place, fingerprint) => {
      const one = heldBackAt(place) ?? refused.get(place);
      if (one?.certificate.fingerprint !== fingerprint) return false;
      const { validFrom, validTo, issuer, subject } = one.certificate;
      store.dispatch({
        kind: 'certificate-trusted',
        trusted: {
          place,
          fingerprint,
          subject,
          issuer,
          validFromMs: validFrom,
          validToMs: validTo,
          problems: [...one.problems],
          sinceMs: nowMs(),
        },
      });
      return true;
    },
    stop: () => stops.forEach((stop) => stop()),
  };
}

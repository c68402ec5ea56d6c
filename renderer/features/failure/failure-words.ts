import type { RefusedCertificate } from '../../../electron/core/model/certificate-trust';
import type { FailureKind } from '../../../electron/core/model/failure';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { Failure } from '../../store/shell-store';

/** What the page says instead of a service's: the key of its words under `failure.`, and what is known. */
export interface FailureWords {
  readonly kind: FailureKind | 'crashed' | 'hung' | 'disabled' | 'unknown' | 'opening';
  readonly host: string;
  /** Chromium's or Electron's own word for it. */
  readonly code: string | undefined;
  readonly attempt: number;
  /** What was refused, where the person may trust it all the same. */
  readonly certificate?: RefusedCertificate | undefined;
  /** When it is tried again; `now` while that is going on; `undefined` when it is not. */
  readonly retry: number | 'now' | undefined;
}

/** Decides what is said where a service's page should be. */
export function toFailureWords(
  service: ServiceProjection,
  last: Failure | undefined,
  online: boolean,
): FailureWords {
  const { load, attempt } = service;
  const host = URL.canParse(service.url) ? new URL(service.url).host : service.url;
  const plain = { host, code: undefined, attempt, retry: undefined };
  if (!service.enabled) return { ...plain, kind: 'disabled' };
  if (load.kind === 'hung') return { ...plain, kind: 'hung' };
  if (load.kind === 'failed' || load.kind === 'crashed') return ofFailure(load, load.retryAtMs, online, host);
  if (attempt === 0) return { ...plain, kind: 'opening' };
  return last === undefined
    ? { ...plain, kind: 'unknown', retry: 'now' }
    : ofFailure(last, 'now', online, host);
}

function ofFailure(
  failure: Failure,
  retry: number | 'now',
  online: boolean,
  serviceHost: string,
): FailureWords {
  const { attempt } = failure;
  if (failure.kind === 'crashed') {
    return { kind: 'crashed', host: serviceHost, code: failure.reason, attempt, retry };
  }
  const { kind, code, host, certificate } = failure.failure;
  const isOffline = !online || kind === 'offline';
  return {
    kind: isOffline ? 'offline' : kind,
    host: host === '' ? serviceHost : host,
    code,
    attempt,
    certificate: isOffline ? undefined : certificate,
    // Without a network there is nothing to count down to: it is tried the moment the network is back.
    retry: isOffline && retry !== 'now' && !online ? undefined : retry,
  };
}

import type { RefusedCertificate } from './certificate-trust';

/** Why a page is not there, in kinds a person can act on. */
export type FailureKind =
  | 'offline'
  | 'name-not-found'
  | 'refused'
  | 'timeout'
  | 'certificate'
  | 'too-many-redirects'
  | 'blocked'
  | 'server-error'
  | 'other';

/** A failed load. `code` is Chromium's net error name or the HTTP status, for the curious and for support. */
export interface LoadFailure {
  readonly kind: FailureKind;
  readonly code: string;
  readonly host: string;
  /** What was refused, where the person may trust it all the same. */
  readonly certificate?: RefusedCertificate | undefined;
}

const byCode: readonly (readonly [RegExp, FailureKind])[] = [
  [/INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_IO_SUSPENDED/, 'offline'],
  [/NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_/, 'name-not-found'],
  [/CONNECTION_REFUSED|CONNECTION_RESET|CONNECTION_CLOSED|EMPTY_RESPONSE|ADDRESS_UNREACHABLE/, 'refused'],
  [/TIMED_OUT/, 'timeout'],
  [/^ERR_CERT_|SSL_/, 'certificate'],
  [/TOO_MANY_REDIRECTS/, 'too-many-redirects'],
  [/^HTTP 5/, 'server-error'],
  [/BLOCKED_BY|UNSAFE_PORT|UNKNOWN_URL_SCHEME|DISALLOWED_URL_SCHEME/, 'blocked'],
];

/** Sorts Chromium's net error names (`ERR_…`) into kinds a person can act on. */
export const toFailureKind = (code: string): FailureKind =>
  byCode.find(([pattern]) => pattern.test(code))?.[1] ?? 'other';

import { expect, it } from 'vitest';
import { toFailureKind } from './failure';

it.each([
  ['ERR_INTERNET_DISCONNECTED', 'offline'],
  ['ERR_NETWORK_CHANGED', 'offline'],
  ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
  ['ERR_CONNECTION_REFUSED', 'refused'],
  ['ERR_EMPTY_RESPONSE', 'refused'],
  ['ERR_CONNECTION_TIMED_OUT', 'timeout'],
  ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
  ['ERR_SSL_PROTOCOL_ERROR', 'certificate'],
  ['ERR_TOO_MANY_REDIRECTS', 'too-many-redirects'],
  ['ERR_UNSAFE_PORT', 'blocked'],
  ['HTTP 503', 'server-error'],
  ['ERR_MADE_UP', 'other'],
  ['', 'other'],
])('V4 %s is %s', (code, kind) => {
  expect(toFailureKind(code)).toBe(kind);
});

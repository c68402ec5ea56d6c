import { describe, expect, it } from 'vitest';
import { toCertificateFailure, toTimeMs } from './certificate';

const facts = {
  fingerprint: 'sha256/AAAA',
  validStart: 1_700_000_000,
  validExpiry: 1_800_000_000,
  issuerName: 'Example CA',
  subjectName: 'chat.example.org',
};

describe('toCertificateFailure', () => {
  it('gives the names, the fingerprint and the dates in ms', () => {
    expect(toCertificateFailure('net::ERR_CERT_AUTHORITY_INVALID', facts)).toEqual({
      kind: 'certificate',
      problem: 'unknown-issuer',
      fingerprint: 'sha256/AAAA',
      validFrom: 1_700_000_000_000,
      validTo: 1_800_000_000_000,
      issuer: 'Example CA',
      subject: 'chat.example.org',
    });
  });

  it.each([
    ['ERR_CERT_AUTHORITY_INVALID', 'chat.example.org', 'self-signed'],
    ['ERR_CERT_AUTHORITY_INVALID', 'Example CA', 'unknown-issuer'],
    ['ERR_CERT_DATE_INVALID', 'Example CA', 'expired'],
    ['ERR_CERT_COMMON_NAME_INVALID', 'Example CA', 'other-host'],
  ])('%s signed by %s is %s', (code, issuerName, problem) => {
    expect(toCertificateFailure(code, { ...facts, issuerName })?.problem).toBe(problem);
  });

  it.each(['ERR_CERT_REVOKED', 'ERR_CERT_WEAK_KEY', 'ERR_SSL_PROTOCOL_ERROR', 'OK', ''])(
    'knows no way around %s',
    (code) => {
      expect(toCertificateFailure(code, facts)).toBeUndefined();
    },
  );

  it('T3 has times that JSON keeps and that can be said where Chromium cannot represent them', () => {
    const { POSITIVE_INFINITY, NEGATIVE_INFINITY } = Number;
    const without = { ...facts, validStart: NEGATIVE_INFINITY, validExpiry: POSITIVE_INFINITY };
    const failure = toCertificateFailure('ERR_CERT_DATE_INVALID', without);
    expect(failure).toMatchObject({ validFrom: -8.64e15, validTo: 8.64e15 });
    expect(JSON.parse(JSON.stringify(failure))).toEqual(failure);
    const days = new Intl.DateTimeFormat('en', { dateStyle: 'long' });
    expect(days.format(failure?.validFrom)).toBe('April 20, 271822');
    expect(days.format(failure?.validTo)).toBe('September 13, 275760');
    expect(toTimeMs(Number.NaN)).toBe(0);
  });

  it('keeps no endless names', () => {
    const failure = toCertificateFailure('ERR_CERT_DATE_INVALID', {
      ...facts,
      subjectName: 'x'.repeat(5000),
    });
    expect(failure?.subject).toHaveLength(200);
  });
});

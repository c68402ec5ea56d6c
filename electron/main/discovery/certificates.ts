import type { Certificate, Session } from 'electron/main';
import type { RefusedCertificate } from '../../core/model/certificate-trust';
import { keepLast } from '../../core/model/keep-last';
import type { CertificateDesk } from '../security/certificates';

/** Most hosts whose certificates are remembered. */
const HOSTS_MAX = 50;
/** What Chromium is told of a certificate it asks about. */
const ACCEPT = 0;
const AS_CHROMIUM_SAYS = -3;

/** What is asked about certificates. */
export type CertificateJudge = Pick<CertificateDesk, 'isTrusted' | 'judge' | 'refusedAt'>;

/** Has a session go by what the person trusts, and gives what was refused at an address it asked. */
export function watchCertificates(
  session: Pick<Session, 'setCertificateVerifyProc'>,
  desk: CertificateJudge,
): (url: string) => RefusedCertificate | undefined {
  const refused = new Map<string, { readonly code: string; readonly certificate: Certificate }>();
  session.setCertificateVerifyProc(({ hostname, certificate, verificationResult }, decide) => {
    if (desk.isTrusted(hostname, verificationResult, certificate)) return decide(ACCEPT);
    const host = hostname.replace(/^\[|\]$/g, '');
    keepLast(refused, host, { code: verificationResult, certificate }, HOSTS_MAX);
    return decide(AS_CHROMIUM_SAYS);
  });
  return (url) => {
    const one = refused.get(new URL(url).hostname.replace(/^\[|\]$/g, ''));
    // So that it can be trusted from here.
    if (one !== undefined) desk.judge(undefined, url, one.code, one.certificate);
    return desk.refusedAt(url);
  };
}

import { net, session, type Session } from 'electron/main';
import { watchCertificates, type CertificateJudge } from '../discovery/certificates';
import { answerProxy, type RecallProxy } from '../discovery/receive';
import type { AskDav, DavRequest, DavResponse } from './dav-place';

const TIMEOUT_MS = 30_000;

interface AskDavDeps {
  readonly certificates: CertificateJudge;
  /** What is trusted; another object when it changed. */
  readonly trusted: () => readonly unknown[];
  readonly recallProxy: RecallProxy;
}

/** Asks with Chromium's network stack, so that proxies and certificates count as in a view, in a session in memory alone. */
export function createAskDav({ certificates, trusted, recallProxy }: AskDavDeps): AskDav {
  const own: { count: number; trusted: readonly unknown[]; opened: Session | undefined } = {
    count: 0,
    trusted: [],
    opened: undefined,
  };
  const open = (): Session => {
    // Chromium remembers what it was told of a certificate.
    if (own.opened !== undefined && own.trusted === trusted()) return own.opened;
    own.count += 1;
    own.trusted = trusted();
    own.opened = session.fromPartition(`sync-${own.count}`);
    watchCertificates(own.opened, certificates);
    return own.opened;
  };
  return (request) => send(request, open(), recallProxy);
}

function send(
  { method, url, headers, body, bytesMax }: DavRequest,
  partition: Session,
  recallProxy: RecallProxy,
): Promise<DavResponse> {
  return new Promise((resolve) => {
    const request = net.request({
      method,
      url,
      session: partition,
      credentials: 'omit',
      redirect: 'error',
      cache: 'no-store',
      headers: { ...headers },
    });
    const finish = (response: DavResponse): void => {
      clearTimeout(timer);
      resolve(response);
    };
    const timer = setTimeout(() => {
      finish({ kind: 'failed', code: 'ERR_TIMED_OUT' });
      request.abort();
    }, TIMEOUT_MS);
    request.on('error', (error) => finish({ kind: 'failed', code: error.message.replace(/^net::/, '') }));
    request.on('abort', () => finish({ kind: 'failed', code: 'ERR_ABORTED' }));
    answerProxy(request, recallProxy);
    request.on('response', (response) => {
      const held: { chunks: Buffer[]; size: number } = { chunks: [], size: 0 };
      response.on('data', (chunk) => {
        held.chunks.push(chunk);
        held.size += chunk.length;
        if (held.size <= bytesMax) return;
        finish({ kind: 'failed', code: 'ERR_TOO_LARGE' });
        request.abort();
      });
      response.on('end', () =>
        finish({ kind: 'answered', status: response.statusCode, body: Buffer.concat(held.chunks) }),
      );
      response.on('aborted', () => finish({ kind: 'failed', code: 'ERR_ABORTED' }));
      response.on('error', () => finish({ kind: 'failed', code: 'ERR_ABORTED' }));
    });
    request.end(body === undefined ? undefined : Buffer.from(body));
  });
}

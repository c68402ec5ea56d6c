import { net, session } from 'electron/main';
import type { Probe, ProbeResult } from './check-address';

/** How much of a page is read to find its title. */
const HEAD_BYTES_MAX = 65_536;

/** Asks with a session of its own, in memory: the probe has no cookies and leaves none. */
export const probeServer: Probe = (url, timeoutMs) =>
  new Promise<ProbeResult>((resolve) => {
    const request = net.request({ url, session: session.fromPartition('probe'), credentials: 'omit' });
    const timer = setTimeout(() => {
      resolve({ kind: 'failed', code: 'ERR_TIMED_OUT' });
      request.abort();
    }, timeoutMs);
    const finish = (result: ProbeResult): void => {
      clearTimeout(timer);
      resolve(result);
    };
    request.on('error', (error) => finish({ kind: 'failed', code: error.message.replace(/^net::/, '') }));
    request.on('login', (_info, callback) => callback());
    request.on('response', (response) => {
      const chunks: Buffer[] = [];
      const done = (): void =>
        finish({ kind: 'answered', status: response.statusCode, title: readTitle(chunks) });
      response.on('data', (chunk) => {
        chunks.push(chunk);
        if (chunks.reduce((size, one) => size + one.length, 0) <= HEAD_BYTES_MAX) return;
        done();
        request.abort();
      });
      response.on('end', done);
      response.on('error', done);
    });
    request.end();
  });

function readTitle(chunks: readonly Buffer[]): string | undefined {
  const head = Buffer.concat(chunks).subarray(0, HEAD_BYTES_MAX).toString('utf8');
  const title = /<title[^>]*>([^<]{1,300})/i.exec(head)?.[1]?.replace(/\s+/g, ' ').trim();
  return title === undefined || title === '' ? undefined : title.slice(0, 80);
}

import { isIP, type Socket } from 'node:net';
import { connect, createSecureContext, type SecureContext, type TLSSocket } from 'node:tls';
import { ListenProblem } from '../../recipes/listening';
import { whenReady } from './when-ready';

/** Whether a certificate goes, by its SHA-256 as Chromium writes it. */
export type JudgeCertificate = (host: string, port: number, fingerprint: string) => Promise<boolean>;

/** Gives what makes a stream to a server secure. What Node itself thinks of certificates is never asked. */
export function createSecurer(): (
  stream: Socket,
  host: string,
  port: number,
  judge: JudgeCertificate,
  signal: AbortSignal,
) => Promise<TLSSocket> {
  const made: { context: SecureContext | undefined } = { context: undefined };
  return async (stream, host, port, judge, signal) => {
    // One for all; without Node's list of authorities, which is large and decides nothing here.
    made.context ??= createSecureContext({ ca: [] });
    const secured = connect({
      socket: stream,
      secureContext: made.context,
      rejectUnauthorized: false,
      ALPNProtocols: ['http/1.1'],
      ...(isIP(host) === 0 ? { servername: host } : {}),
    });
    await whenReady(secured, 'secureConnect', signal);
    const failed: { error: Error | undefined } = { error: undefined };
    // What a server says of our having no certificate comes only now.
    secured.once('error', (error) => {
      failed.error = error;
    });
    const { fingerprint256 } = secured.getPeerCertificate();
    // Nothing of ours is sent before this is answered.
    const isFine = fingerprint256 !== undefined && (await judge(host, port, toChromium(fingerprint256)));
    if (isFine && !secured.destroyed) return secured;
    secured.destroy();
    throw isFine ? (failed.error ?? new ListenProblem('network')) : new ListenProblem('certificate');
  };
}

/** Writes a SHA-256 (`AB:CD:…`) as Chromium does. */
const toChromium = (hex: string): string =>
  `sha256/${Buffer.from(hex.replaceAll(':', ''), 'hex').toString('base64')}`;

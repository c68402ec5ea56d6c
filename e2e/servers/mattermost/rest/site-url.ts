import type { IncomingMessage } from 'node:http';
import type { TLSSocket } from 'node:tls';

/** True when the person's browser speaks TLS, to us or to a proxy before us. */
export function isSecure({ headers, socket }: IncomingMessage): boolean {
  return headers['x-forwarded-proto'] === 'https' || (socket as Partial<TLSSocket>).encrypted === true;
}

/** The address the server goes by: that under which it was asked. */
export function siteUrlOf(request: IncomingMessage): string {
  return `${isSecure(request) ? 'https' : 'http'}://${request.headers.host ?? ''}`;
}

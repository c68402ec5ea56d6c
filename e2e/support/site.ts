import { createServer, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { listening } from '../servers/lib/net.js';
import { selfSigned } from './self-signed.js';

/** A website on loopback whose pages can be signed in to and hear keys. */
export interface Site {
  readonly port: number;
  /** Address of the page of that name. */
  readonly addressOf: (name: string) => string;
  /** Same pages behind a certificate that nobody vouches for. */
  readonly selfSignedAddress: string;
  /** What the favicon of each page is, by page name; those that are left out have none. */
  readonly favicons: Map<string, Favicon>;
  stop(): Promise<void>;
}

/** A picture served under a path, or written into the page as a `data:` address. */
export interface Favicon {
  readonly type: string;
  readonly bytes: Uint8Array;
  readonly isInline?: boolean;
}

/** Starts it on a free port. `/broken/` answers 500 and `/circle/` leads to itself. */
export async function startSite(): Promise<Site> {
  const favicons = new Map<string, Favicon>();
  const answer = (url: string, response: ServerResponse): void => {
    const name = url.split('/')[1] ?? '';
    const favicon = favicons.get(name);
    if (name === 'broken') return void response.writeHead(500).end('no');
    if (name === 'circle') return void response.writeHead(302, { location: '/circle/' }).end();
    if (url.endsWith('/worker.js'))
      return void response.setHeader('content-type', 'text/javascript').end('onfetch = () => {};');
    if (url.includes('/favicon')) {
      if (favicon === undefined) return void response.writeHead(404).end();
      return void response.setHeader('content-type', favicon.type).end(favicon.bytes);
    }
    response.setHeader('content-type', 'text/html; charset=utf-8').end(pageOf(name, favicon));
  };
  const plain = await listening(createServer((request, response) => answer(request.url ?? '/', response)));
  const tls = await listening(
    createTlsServer(selfSigned, (request, response) => answer(request.url ?? '/', response)),
  );
  return {
    port: portOf(plain),
    addressOf: (name) => `http://127.0.0.1:${portOf(plain)}/${name}/`,
    selfSignedAddress: `https://127.0.0.1:${portOf(tls)}/`,
    favicons,
    stop: async () => {
      await Promise.all([plain, tls].map((server) => end(server)));
    },
  };
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port;

function end(server: Server): Promise<void> {
  const ended = new Promise<void>((resolve) => server.close(() => resolve()));
  server.closeAllConnections();
  return ended;
}

/** Signing in leaves a mark in each kind of storage; keys that reach the page are listed, taken by nobody else. */
function pageOf(name: string, favicon: Favicon | undefined): string {
  const address =
    favicon?.isInline === true
      ? `data:${favicon.type};base64,${Buffer.from(favicon.bytes).toString('base64')}`
      : '/' + name + '/favicon';
  return `<!doctype html><title>Page of ${name}</title>
<link rel="icon" href="${favicon === undefined ? 'data:,' : address}">
<h1>Signed out</h1><form><label>User <input name="user"></label><button>Sign in</button></form>
<a href="/${name}/room">Room</a>
<script>
const kept = () => [localStorage.user, /user=(\\w+)/.exec(document.cookie)?.[1]].filter(Boolean);
const show = () => {
  const [user] = kept();
  document.querySelector('h1').textContent = user ? 'Signed in as ' + user : 'Signed out';
};
globalThis.heard = [];
addEventListener('keydown', (event) => heard.push(
  [event.ctrlKey && 'Control', event.altKey && 'Alt', event.shiftKey && 'Shift', event.key].filter(Boolean).join('+')));
document.forms[0].onsubmit = (event) => {
  event.preventDefault();
  const { value } = document.forms[0].user;
  localStorage.user = value;
  document.cookie = 'user=' + value + ';max-age=9999';
  navigator.serviceWorker.register('worker.js').then(show);
};
// As chats do, it holds on to its session until the last moment.
if (kept().length > 0) addEventListener('pagehide', () => { localStorage.user = kept()[0] ?? 'ghost'; });
show();
</script>`;
}

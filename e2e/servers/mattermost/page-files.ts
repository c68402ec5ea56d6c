import { readFile } from 'node:fs/promises';
import type { RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { pictureOf } from './page-pictures.js';
import { bundlePage } from '../lib/bundle-page.js';

export interface PageOptions {
  /** How long the page waits before it connects its socket again; the vendor's 3 s when left out. */
  readonly reconnectMs?: number;
  /** Where the server is on its host, such as `/chat`; the root when left out. */
  readonly subPath?: string;
}

const FOLDER = join(import.meta.dirname, 'page');
/** The page's first module; it brings the others. */
const MAIN = new URL('./page/main.ts', import.meta.url);
/** As the vendor's server sends it with its page. */
const POLICY = "frame-ancestors 'self'; script-src 'self' cdn.rudderlabs.com";

/** Serves the page under every path but those of its files. */
export function createPage({ reconnectMs = 3000, subPath = '' }: PageOptions): RequestListener {
  return (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://x');
    serve(pathname, response, { reconnectMs, subPath }).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  };
}

async function serve(
  pathname: string,
  response: ServerResponse,
  { reconnectMs, subPath }: Required<PageOptions>,
): Promise<void> {
  if (pathname === '/static/main.js') return send(response, 'text/javascript', await bundlePage(MAIN));
  if (pathname === '/static/main.css')
    return send(response, 'text/css', await readFile(join(FOLDER, 'main.css')));
  const picture = pictureOf(pathname);
  if (picture !== undefined) return send(response, 'image/png', picture);
  if (pathname.startsWith('/static/')) return void response.writeHead(404).end();
  const html = await readFile(join(FOLDER, 'index.html'), 'utf8');
  response.setHeader('content-security-policy', POLICY);
  response.setHeader('x-frame-options', 'SAMEORIGIN');
  const placed = html.replaceAll('"/static/', `"${subPath}/static/`);
  send(response, 'text/html', placed.replace('RECONNECT_MS', String(reconnectMs)));
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  response
    .writeHead(200, { 'content-type': `${type}${type === 'image/png' ? '' : '; charset=utf-8'}` })
    .end(body);
}

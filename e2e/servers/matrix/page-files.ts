import { readFile } from 'node:fs/promises';
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import { LOOPBACK } from '../lib/net.js';
import { bundlePage } from '../lib/bundle-page.js';
import type { PageConfig } from './page/config.js';

export interface PageOptions {
  /** What the page calls itself; `Element` when left out, others brand it anew. */
  readonly brand?: string;
  /** How the page lends its client: as now, as before 2023, or not at all. */
  readonly peg?: PageConfig['stand_in']['peg'];
  /** Whether it lends its dispatcher; true when left out. */
  readonly lendsDispatcher?: boolean;
}

const FOLDER = join(import.meta.dirname, 'page');
/** The page's first module; it brings the others. */
const MAIN = new URL('./page/main.ts', import.meta.url);
/** Encryption is left out: it is another 8 MB, loaded only when asked for. */
const NEEDS = {
  define: { global: 'globalThis' },
  rolldownOptions: {
    external: [/rust-crypto\/index\.js$/, /crypto-wasm/],
    output: { codeSplitting: false },
  },
};
/** As Element's own documentation asks for. */
const POLICY = "frame-ancestors 'self'";
const WORKER = "self.addEventListener('fetch', () => undefined);";

/** Serves the web client: one page, its script, its settings. */
export function createPage(options: PageOptions): RequestListener {
  return (request, response) => {
    serve(request, response, options).catch((error: unknown) => {
      response.writeHead(500, { 'content-type': 'text/plain' }).end(String(error));
    });
  };
}

async function serve(
  request: IncomingMessage,
  response: ServerResponse,
  options: PageOptions,
): Promise<void> {
  const { pathname } = new URL(request.url ?? '/', 'http://x');
  switch (pathname) {
    case '/':
    case '/index.html':
      response.setHeader('content-security-policy', POLICY);
      return send(response, 'text/html', await readFile(join(FOLDER, 'index.html'), 'utf8'));
    case '/bundles/main.js':
      return send(response, 'text/javascript', await bundlePage(MAIN, NEEDS));
    case '/bundles/main.css':
      return send(response, 'text/css', await readFile(join(FOLDER, 'main.css')));
    case '/config.json':
      return send(response, 'application/json', JSON.stringify(configFor(request, options)));
    case '/version':
      return send(response, 'text/plain', '1.12.7');
    case '/sw.js':
      return send(response, 'text/javascript', WORKER);
    case '/vector-icons/favicon.png':
      return send(response, 'image/png', favicon());
    default:
      return void response.writeHead(404).end();
  }
}

function configFor(request: IncomingMessage, options: PageOptions): PageConfig {
  const port = (request.headers.host ?? '').split(':')[1] ?? '80';
  return {
    brand: options.brand ?? 'Element',
    default_server_config: { 'm.homeserver': { base_url: `http://${LOOPBACK}:${port}` } },
    stand_in: { peg: options.peg ?? 'current', lendsDispatcher: options.lendsDispatcher ?? true },
  };
}

function send(response: ServerResponse, type: string, body: string | Buffer): void {
  const charset = type === 'image/png' ? '' : '; charset=utf-8';
  response.writeHead(200, { 'content-type': `${type}${charset}` }).end(body);
}

function favicon(): Buffer {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 48 48"><circle cx="24" cy="24" r="22" fill="#0dbd8b"/></svg>`;
  return Buffer.from(new Resvg(svg, { fitTo: { mode: 'width', value: 48 } }).render().asPng());
}

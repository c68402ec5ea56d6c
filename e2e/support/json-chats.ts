import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listening } from '../servers/lib/net.js';
import { closing } from '../servers/web/web-server.js';

/** Servers that are told apart by a few files: what Zulip, Element and Matrix say to anybody who asks. */
export interface JsonChats {
  /** The address of one of them: `http://<name>.localhost:<port>/`. */
  readonly addressOf: (name: string) => string;
  readonly stop: () => Promise<void>;
}

type Files = Readonly<Record<string, string | object>>;

const elementPage =
  '<!doctype html><title>Element</title><div id="matrixchat"></div><link rel="apple-touch-icon" href="icon.png">';

/** Paths and what they answer; a text is a page, or plain where the path is `/version`. */
const chats: Readonly<Record<string, Files>> = {
  zulip: {
    '/': '<!doctype html><title>Acme - Zulip</title>',
    '/api/v1/server_settings': {
      result: 'success',
      zulip_version: '9.4',
      zulip_feature_level: 277,
      realm_name: 'Acme streams',
      realm_icon: '/user_avatars/icon.png',
    },
  },
  oldzulip: {
    '/': '<!doctype html><title>Zulip</title>',
    '/api/v1/server_settings': { result: 'success', zulip_version: '4.11', realm_name: 'Old streams' },
  },
  element: {
    '/': elementPage,
    '/config.json': { brand: 'Acme Element', default_server_config: { 'm.homeserver': { base_url: 'x' } } },
    '/version': '1.11.86',
  },
  matrix: {
    '/.well-known/matrix/client': { 'm.homeserver': { base_url: 'https://matrix.example.org' } },
    '/_matrix/client/versions': { versions: ['v1.11'] },
  },
};

/** The smallest PNG there is: one pixel. */
const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

/** Starts them on one loopback port. */
export async function startJsonChats(): Promise<JsonChats> {
  const server = await listening(
    createServer((request, response) => {
      const name = (request.headers.host ?? '').split('.')[0] ?? '';
      answer(chats[name]?.[request.url ?? '/'], request.url ?? '/', response);
    }),
  );
  const { port } = server.address() as AddressInfo;
  return { addressOf: (name) => `http://${name}.localhost:${port}/`, stop: closing(server) };
}

function answer(file: string | object | undefined, path: string, response: ServerResponse): void {
  if (path.endsWith('icon.png')) return void response.setHeader('content-type', 'image/png').end(PIXEL);
  if (file === undefined) return void response.writeHead(404, { 'content-type': 'text/plain' }).end('no');
  const isPage = typeof file === 'string' && path !== '/version';
  const type = typeof file === 'object' ? 'application/json' : isPage ? 'text/html' : 'text/plain';
  response.setHeader('content-type', type).end(typeof file === 'string' ? file : JSON.stringify(file));
}

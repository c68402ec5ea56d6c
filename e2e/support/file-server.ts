import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { listening } from '../servers/lib/net.js';

/** A server of files whose connections do what a test wants. */
export interface FileServer {
  readonly address: string;
  readonly whole: Buffer;
  /** The ranges that were asked for, `-` where the whole was. */
  readonly asked: string[];
  /** How the next connections go: half the rest and wait, half the rest and cut, or all of it. */
  how: 'wait' | 'cut' | 'all';
  /** Lets go what waits. */
  letGo(): void;
  stop(): Promise<void>;
}

/** Starts it: `/` has a link to a file of 4 MB, with an ETag and ranges. */
export async function startFileServer(): Promise<FileServer> {
  const whole = Buffer.alloc(4_000_000, 'foyer ');
  const asked: string[] = [];
  const waiting: (() => void)[] = [];
  const send = (range: string | undefined, response: ServerResponse): void => {
    asked.push(range ?? '-');
    const from = Number(/^bytes=(\d+)-$/.exec(range ?? '')?.[1] ?? 0);
    const rest = whole.subarray(from);
    response.writeHead(range === undefined ? 200 : 206, {
      'content-type': 'application/octet-stream',
      'content-disposition': 'attachment; filename="minutes.pdf"',
      'content-length': rest.length,
      etag: '"1"',
      'accept-ranges': 'bytes',
      ...(range !== undefined && { 'content-range': `bytes ${from}-${whole.length - 1}/${whole.length}` }),
    });
    const half = Math.floor(rest.length / 2);
    if (made.how === 'all') return void response.end(rest);
    response.write(rest.subarray(0, half), () => {
      if (made.how === 'cut') response.destroy();
    });
    if (made.how === 'wait') waiting.push(() => response.end(rest.subarray(half)));
  };
  const server = await listening(
    createServer((request, response) => {
      if (request.url?.startsWith('/file') === true) return send(request.headers.range, response);
      response.setHeader('content-type', 'text/html').end('<title>Files</title><a href="/file">File</a>');
    }),
  );
  const made: FileServer = {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    whole,
    asked,
    how: 'all',
    letGo: () => waiting.splice(0).forEach((go) => go()),
    stop: () => {
      const ended = new Promise<void>((resolve) => server.close(() => resolve()));
      server.closeAllConnections();
      return ended;
    },
  };
  return made;
}

import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { listening } from '../servers/lib/net.js';

/** A mirror of dictionaries. */
interface Mirror {
  readonly address: string;
  /** The files that were asked for. */
  readonly asked: string[];
  stop(): Promise<void>;
}

/**
 * Starts one with German (Baum, ein, Haus, und) and English (a, and, house, tree): real dictionaries, made of these lists
 * by `qwebengine_convert_dict` of Debian's qtwebengine5-dev-tools.
 */
export async function startMirror(): Promise<Mirror> {
  const folder = join(import.meta.dirname, 'dictionaries');
  const asked: string[] = [];
  const server = await listening(
    createServer((request, response) => {
      const name = (request.url ?? '').slice(1);
      asked.push(name);
      const file = name.startsWith('de-')
        ? 'de_DE.bdic'
        : name.startsWith('en-us-')
          ? 'en_US.bdic'
          : undefined;
      if (file === undefined) return void response.writeHead(404).end();
      void readFile(join(folder, file)).then((bytes) => response.end(bytes));
    }),
  );
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    asked,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

/** A web server with one plain page, that can be taken away and brought back at the same address. */
export interface PlainServer {
  readonly port: number;
  readonly urlFor: (host: string, path?: string) => string;
  /** Stops answering; the port stays ours to come back to. */
  readonly halt: () => Promise<void>;
  readonly resume: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

const page = (title: string): string =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>${title}</title><body><h1>${title}</h1></body></html>`;

/** `/locked` asks for the user `ada` with the password `secret`; everything else is a page titled after its path. */
function answer(request: IncomingMessage, response: ServerResponse): void {
  const path = request.url ?? '/';
  const wanted = `Basic ${Buffer.from('ada:secret').toString('base64')}`;
  if (path.startsWith('/locked') && request.headers.authorization !== wanted) {
    response.writeHead(401, { 'www-authenticate': 'Basic realm="Staff only"' }).end('locked');
    return;
  }
  const title = path === '/' ? 'Plain page' : decodeURIComponent(path.slice(1));
  response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page(title));
}

/** Starts the server on loopback. */
export async function startPlainServer(): Promise<PlainServer> {
  const open = async (port: number) => {
    const server = createServer(answer);
    await new Promise<void>((resolve) => {
      server.listen(port, '127.0.0.1', resolve);
    });
    return server;
  };
  const running = { server: await open(0) };
  const { port } = running.server.address() as AddressInfo;
  const halt = async (): Promise<void> => {
    const { server } = running;
    if (!server.listening) return;
    const closed = new Promise<void>((resolve) => {
      server.close(() => resolve());
    });
    server.closeAllConnections();
    await closed;
  };
  return {
    port,
    urlFor: (host, path = '/') => `http://${host}:${port}${path}`,
    halt,
    resume: async () => {
      running.server = await open(port);
    },
    stop: halt,
  };
}

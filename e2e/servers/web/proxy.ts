import { createServer, request as ask } from 'node:http';
import { connect, type AddressInfo } from 'node:net';
import { closing } from './web-server.js';

/** A proxy that lets nobody through without a name and a password. */
export interface Proxy {
  readonly port: number;
  /** How often somebody came with a password, right or wrong. */
  readonly tries: () => number;
  readonly stop: () => Promise<void>;
}

/** Starts it on loopback; it knows one pair. */
export async function startProxy(user: string, password: string): Promise<Proxy> {
  const wanted = `Basic ${Buffer.from(`${user}:${password}`).toString('base64')}`;
  const seen = { tries: 0 };
  const isWelcome = (given: string | undefined): boolean => {
    if (given !== undefined) seen.tries += 1;
    return given === wanted;
  };
  const challenge = { 'proxy-authenticate': 'Basic realm="The way out"' };
  const server = createServer((request, response) => {
    if (!isWelcome(request.headers['proxy-authorization']))
      return void response.writeHead(407, challenge).end('Who are you');
    const { 'proxy-authorization': _own, ...headers } = request.headers;
    const onward = ask(request.url ?? '', { method: request.method, headers }, (answer) => {
      response.writeHead(answer.statusCode ?? 502, answer.headers);
      answer.pipe(response);
    });
    onward.on('error', () => response.writeHead(502).end());
    request.pipe(onward);
  });
  server.on('connect', (request, socket) => {
    socket.on('error', () => socket.destroy());
    if (!isWelcome(request.headers['proxy-authorization'])) {
      return void socket.end('HTTP/1.1 407 Who\r\nProxy-Authenticate: Basic realm="The way out"\r\n\r\n');
    }
    const { hostname, port } = new URL(`http://${request.url}`);
    const onward = connect(Number(port), hostname, () => {
      socket.write('HTTP/1.1 200 Through\r\n\r\n');
      socket.pipe(onward).pipe(socket);
    });
    onward.on('error', () => socket.destroy());
  });
  const stop = closing(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return { port: (server.address() as AddressInfo).port, tries: () => seen.tries, stop };
}

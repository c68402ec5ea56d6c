import { Agent, type AgentConnectOpts } from 'agent-base';
import type { ClientRequest } from 'node:http';
import type { Socket } from 'node:net';
import type { ServiceId } from '../../core/model/service';
import { ListenProblem } from '../../recipes/listening';
import type { TimerPort } from '../timers';
import { askServer } from './ask-server';
import type { Wire } from './connection';
import { toBasic } from './hops';
import { openLine, type Line } from './line';
import type { Route } from './protocol';
import { createPulse } from './pulse';
import type { Questions } from './questions';
import { createSecurer } from './secure';
import { openSocket, type OpenedSocket } from './socket';

/** What the transport needs of its surroundings. */
export interface TransportPort extends TimerPort, Pick<Questions, 'routeOf' | 'isTrusted'> {}

/** Opens the wires of one connection; `onUnfit`: the server can only be reached by Chromium. */
export type OpenWire = (serviceId: ServiceId, onUnfit: (reason: string) => void) => Wire;

/** For so long an answer of main's about the way to a server is good. */
const ROUTE_KEPT_MS = 10_000;
/** A line that nobody uses is closed after so long. */
const IDLE_MAX_MS = 15_000;
/** So many lines for requests a service has at most. */
const LINES_MAX = 4;

/** Creates what reaches servers as the services' own views would: by their proxies, logins and trust. */
export function createTransport(port: TransportPort): OpenWire {
  const secure = createSecurer();
  const pulse = createPulse(port.after);
  return (serviceId, onUnfit) => {
    const now: { heardAtMs: number; problem: ListenProblem | undefined } = {
      heardAtMs: port.nowMs(),
      problem: undefined,
    };
    const closing = new AbortController();
    const routes = new Map<string, { readonly atMs: number; readonly route: Promise<Route> }>();
    const proxies = new WeakMap<object, Line['proxy'] & object>();
    const sockets = new Set<OpenedSocket>();

    const findRoute = async (url: URL): Promise<Route> => {
      const route = await port.routeOf(serviceId, url.href);
      if (route?.wantsOwnCertificate === true) onUnfit('own certificate wanted');
      if (route === undefined || route.wantsOwnCertificate === true) throw new ListenProblem('network');
      return route;
    };
    const routeOf = (url: URL): Promise<Route> => {
      const known = routes.get(url.origin);
      if (known !== undefined && port.nowMs() - known.atMs < ROUTE_KEPT_MS) return known.route;
      const route = findRoute(url);
      routes.set(url.origin, { atMs: port.nowMs(), route });
      return route;
    };
    const open = async (url: URL): Promise<Line> => {
      try {
        const line = await openLine(url, await routeOf(url), {
          secure,
          judge: (host, portNumber, fingerprint) =>
            port.isTrusted({ serviceId, host, port: portNumber, fingerprint }),
          after: port.after,
          signal: closing.signal,
        });
        now.problem = undefined;
        line.stream.on('error', watch);
        if (line.proxy !== undefined) proxies.set(line.stream, line.proxy);
        return line;
      } catch (error) {
        watch(error);
        throw (now.problem = error instanceof ListenProblem ? error : new ListenProblem('network'));
      }
    };
    /** A server may ask for the person's certificate only after TLS is agreed on. */
    const watch = (error: unknown): void => {
      const code = error instanceof Error && 'code' in error ? String(error.code) : '';
      if (/CERTIFICATE_REQUIRED/.test(code)) onUnfit('own certificate wanted');
    };
    const headersFor = async (url: URL, own: Readonly<Record<string, string>> = {}) => {
      const { login, userAgent } = await routeOf(url);
      const isTold = Object.keys(own).some((name) => name.toLowerCase() === 'authorization');
      return {
        ...(userAgent === undefined ? {} : { 'user-agent': userAgent }),
        ...(login === undefined || isTold ? {} : { authorization: toBasic(login) }),
        ...own,
      };
    };
    const onHeard = (): void => {
      now.heardAtMs = port.nowMs();
    };
    const agent = new LineAgent(async (url) => (await open(url)).stream);
    return {
      request: async (request) => {
        const headers = await headersFor(new URL(request.url), request.headers);
        const ask = { agent, after: port.after, proxyOf: (stream: object) => proxies.get(stream), onHeard };
        return askServer(request, headers, ask);
      },
      connect: (request, hear) => {
        const url = new URL(request.url);
        const onClose: typeof hear.onClose = (why) => {
          sockets.delete(socket);
          hear.onClose(why);
        };
        const socket = openSocket(
          request.url,
          { ...hear, onClose },
          {
            openLine: async () => ({
              line: await open(url),
              headers: await headersFor(url, request.headers),
            }),
            pulse,
            onHeard,
          },
        );
        sockets.add(socket);
        return socket;
      },
      probe: () => [...sockets].map((socket) => socket.ping()).includes(true),
      heardAtMs: () => now.heardAtMs,
      problem: () => now.problem,
      close: () => {
        closing.abort();
        for (const socket of sockets) socket.cut();
        agent.destroy();
      },
    };
  };
}

/** Keeps the lines of one service for its next requests. */
class LineAgent extends Agent {
  constructor(private readonly open: (url: URL) => Promise<Socket>) {
    super({ keepAlive: true, maxSockets: LINES_MAX, maxFreeSockets: 1, timeout: IDLE_MAX_MS });
  }
  override connect(_request: ClientRequest, options: AgentConnectOpts): Promise<Socket> {
    const { host = '', port, secureEndpoint } = options;
    const name = host.includes(':') ? `[${host}]` : host;
    return this.open(new URL(`${secureEndpoint ? 'https' : 'http'}://${name}:${port}`));
  }
}

import type { IncomingMessage } from 'node:http';

export type PathParams = Readonly<Record<string, string>>;

export interface Found<Handler> {
  readonly handler: Handler;
  readonly params: PathParams;
}

interface Route<Handler> {
  readonly method: string;
  readonly parts: readonly string[];
  readonly handler: Handler;
}

/** Finds a handler by `'GET /users/:user'` patterns; where several fit, the first one counts. */
export function createRouter<Handler>(
  handlers: Readonly<Record<string, Handler>>,
): (method: string, path: string) => Found<Handler> | undefined {
  const routes = Object.entries(handlers).map(([pattern, handler]): Route<Handler> => {
    const [method = '', path = ''] = pattern.split(' ');
    return { method, parts: path.split('/'), handler };
  });
  return (method, path) => {
    const parts = path.split('/');
    for (const route of routes) {
      if (route.method !== method || route.parts.length !== parts.length) continue;
      const params = matchParts(route.parts, parts);
      if (params !== undefined) return { handler: route.handler, params };
    }
    return undefined;
  };
}

function matchParts(pattern: readonly string[], parts: readonly string[]): PathParams | undefined {
  const params: Record<string, string> = {};
  for (const [index, wanted] of pattern.entries()) {
    const part = parts[index] ?? '';
    if (wanted.startsWith(':')) params[wanted.slice(1)] = decodeURIComponent(part);
    else if (wanted !== part) return undefined;
  }
  return params;
}

/** The JSON a request carries; undefined when it carries none or something else. */
export async function readJson(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8')) as unknown;
  } catch {
    return undefined;
  }
}

/** The cookies a request carries. */
export function readCookies(request: IncomingMessage): ReadonlyMap<string, string> {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return new Map(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}

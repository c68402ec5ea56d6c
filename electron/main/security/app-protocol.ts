import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join, normalize, sep } from 'node:path';
import type { Protocol, ProtocolResponse } from 'electron/main';

/** The shell's own address; nothing else is ever loaded into the shell window. */
export const SHELL_ORIGIN = 'app://foyer';
export const SHELL_URL = `${SHELL_ORIGIN}/index.html`;

/** To be registered before the app is ready. */
export const appScheme = {
  scheme: 'app',
  privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true },
} as const;

const CONTENT_SECURITY_POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "font-src 'self'",
  "connect-src 'none'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
  "require-trusted-types-for 'script'",
  "trusted-types 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  html: 'text/html; charset=utf-8',
  js: 'text/javascript; charset=utf-8',
  css: 'text/css; charset=utf-8',
  png: 'image/png',
  jpeg: 'image/jpeg',
  json: 'application/json',
  woff2: 'font/woff2',
};

/** Gives the picture of a service as PNG, or `undefined` when there is none. */
export type FindIcon = (serviceId: string) => Promise<Uint8Array | undefined>;

/** Pictures of services. */
export interface ServicePictures {
  readonly icon: FindIcon;
  /** What was seen of it last, as JPEG. */
  readonly still: (serviceId: string) => Uint8Array | undefined;
}

/** Files by their path on `app://foyer`. */
export type FirstFiles = Map<string, Uint8Array>;

/**
 * Reads what the shell's page asks for first, its document and what that names, while the app is not ready yet: later
 * the main thread is busy just when the page waits for them.
 */
export function readFirstFiles(folder: string): FirstFiles {
  const files: FirstFiles = new Map();
  const take = (path: string): string => {
    const bytes = readFileSync(join(folder, path));
    files.set(path, bytes);
    return bytes.toString('utf8');
  };
  const document = take('/index.html');
  for (const [, path = ''] of document.matchAll(/(?:src|href)="\.?(\/assets\/[^"]+)"/g)) take(path);
  return files;
}

/**
 * Serves the shell's files and the services' pictures on `app://foyer`, with a strict content policy, and nothing else.
 *
 * By Electron's older way: `protocol.handle` makes a `Request` and a `Response` of each, whose code is first loaded when the
 * window waits for its page, and takes 30 ms of main's thread.
 *
 * Settles once all that the page asks for first was handed out.
 */
export function serveAppProtocol(
  protocol: Protocol,
  rendererFolder: string,
  firstFiles: FirstFiles,
  find: ServicePictures,
): Promise<void> {
  const served: (() => void)[] = [];
  const isServed = new Promise<void>((resolve) => served.push(resolve));
  const lookUp = async (pathname: string): Promise<ProtocolResponse> => {
    const [, kind, id = ''] = /^\/service-(icon|still)\/([a-z0-9-]{1,64})$/.exec(pathname) ?? [];
    if (kind === 'icon') return answer(await find.icon(id), 'png');
    if (kind === 'still') return answer(find.still(id), 'jpeg');
    const file = resolveInside(rendererFolder, pathname);
    return answer(file === undefined ? undefined : await readFile(file), pathname);
  };
  protocol.registerBufferProtocol('app', (request, callback) => {
    const { host, pathname } = new URL(request.url);
    if (host !== 'foyer' || request.method !== 'GET') return callback(notFound);
    const first = firstFiles.get(pathname);
    if (first !== undefined) {
      firstFiles.delete(pathname);
      callback(answer(first, pathname));
      if (firstFiles.size === 0) served.forEach((tell) => tell());
      return;
    }
    const reply = async (): Promise<void> => callback(await lookUp(pathname).catch(() => notFound));
    void reply();
  });
  return isServed;
}

/** Gives the file under `folder` for a URL path, or `undefined` when the path leads outside. */
export function resolveInside(folder: string, pathname: string): string | undefined {
  const decoded = decodedPath(pathname);
  if (decoded === undefined || decoded.includes('\0')) return undefined;
  const file = normalize(join(folder, decoded));
  return file.startsWith(normalize(folder) + sep) && !file.endsWith(sep) ? file : undefined;
}

function decodedPath(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname);
  } catch {
    return undefined;
  }
}

/**
 * Says nothing of openers: a `cross-origin-opener-policy` is only known with the answer, and Chromium then starts a second
 * process for the page, 100 ms later. The window may open none, has none, and no frame may hold it.
 */
function answer(body: Uint8Array | undefined, name: string): ProtocolResponse {
  if (body === undefined) return notFound;
  const type = types[name.slice(name.lastIndexOf('.') + 1)] ?? 'application/octet-stream';
  return {
    data: Buffer.from(body.buffer, body.byteOffset, body.byteLength),
    headers: {
      'content-type': type,
      'content-security-policy': CONTENT_SECURITY_POLICY,
      'x-content-type-options': 'nosniff',
      // A picture of messages is kept nowhere else.
      'cache-control': name === 'jpeg' ? 'no-store' : 'no-cache',
    },
  };
}

const notFound: ProtocolResponse = { statusCode: 404, data: Buffer.alloc(0) };

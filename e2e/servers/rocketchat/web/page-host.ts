import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { ServerResponse } from 'node:http';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { ClientConfig } from '../client-config.js';
import type { ServerFacts } from '../rest/endpoint.js';

/** Serves the web client: its page at every route, its modules, pictures. */
export interface PageHost {
  /** `path` is without the root. */
  serve(path: string, response: ServerResponse, facts: ServerFacts): Promise<void>;
}

/** The page's first module; it brings the others. */
const MAIN = new URL('../page/main.ts', import.meta.url);

export function createPageHost(config: ClientConfig): PageHost {
  const modules = new Map<string, Promise<string>>();
  const moduleNamed = (name: string): Promise<string> => {
    const known = modules.get(name) ?? transpiled(new URL(`../page/${name}.ts`, import.meta.url));
    modules.set(name, known);
    return known;
  };
  return {
    serve: async (path, response, facts) => {
      const [, name] = /^\/packages\/([a-z-]+)\.js$/.exec(path) ?? [];
      if (name !== undefined) {
        const code = await moduleNamed(name).catch(() => undefined);
        return reply(response, code === undefined ? 404 : 200, 'text/javascript', code ?? '');
      }
      if (path === '/packages/page.css') {
        const style = await readFile(join(fileURLToPath(new URL('.', MAIN)), 'page.css'), 'utf8');
        return reply(response, 200, 'text/css', style);
      }
      if (/^\/(avatar|images|assets)\//.test(path))
        return reply(response, 200, 'image/svg+xml', picture(path));
      if (/\.[a-z]+$/.test(path)) return reply(response, 404, 'text/plain', 'Not found');
      const { html, scriptHash } = page(config, facts);
      response.setHeader('content-security-policy', policy(scriptHash));
      response.setHeader('x-frame-options', 'sameorigin');
      reply(response, 200, 'text/html', html);
    },
  };
}

function reply(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8` }).end(body);
}

async function transpiled(file: URL): Promise<string> {
  const [source, { default: ts }] = await Promise.all([readFile(file, 'utf8'), import('typescript')]);
  const { ESNext: module } = ts.ModuleKind;
  const { ES2023: target } = ts.ScriptTarget;
  return ts.transpileModule(source, { compilerOptions: { module, target, verbatimModuleSyntax: true } })
    .outputText;
}

function page(config: ClientConfig, { siteName }: ServerFacts) {
  const runtime = {
    ROOT_URL: config.siteUrl,
    ROOT_URL_PATH_PREFIX: config.rootPath,
    meteorRelease: 'METEOR@3.0',
    client: config,
  };
  const script = `__meteor_runtime_config__ = ${JSON.stringify(runtime).replaceAll('<', '\\u003c')}`;
  const html = `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(siteName)}</title>
<base href="${config.rootPath}/">
<link rel="icon" href="images/logo/icon.svg" type="image/svg+xml">
<link rel="stylesheet" href="packages/page.css">
</head>
<body>
<div id="react-root"></div>
<script>${script}</script>
<script type="module" src="packages/main.js"></script>
</body>
</html>
`;
  return { html, scriptHash: createHash('sha256').update(script).digest('base64') };
}

/** What a Rocket.Chat sends unless an administrator turned it off. */
const policy = (scriptHash: string): string =>
  [
    "default-src 'self'",
    'connect-src *',
    "font-src 'self' data:",
    'frame-src *',
    'img-src * data: blob:',
    'media-src * data:',
    `script-src 'self' 'unsafe-eval' 'sha256-${scriptHash}'`,
    "style-src 'self' 'unsafe-inline'",
  ].join('; ');

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

/** A plain square; its colour follows from the path. */
const picture = (path: string): string => {
  const colour = createHash('md5').update(path).digest('hex').slice(0, 6);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" rx="12" fill="#${colour}"/></svg>`;
};

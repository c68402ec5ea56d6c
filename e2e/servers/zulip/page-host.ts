import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import type { IncomingMessage, ServerResponse } from 'node:http';
import ts from 'typescript';
import type { Scene } from './acts/messages.js';
import { register } from './rest/event-routes.js';
import { readParams } from './rest/params.js';
import { emailOf } from './seed.js';
import {
  csrfOf,
  endSession,
  isCsrfSafe,
  masked,
  newSession,
  toSetCookie,
  userOfSession,
} from './sessions.js';

export interface PageOptions {
  /** Whose page does not leave its `zulip_test` for others, as the vendor's does. */
  readonly closedTo?: readonly string[];
  /** The shortest wait of the page before it asks again after a failure; 1,000 when left out. */
  readonly retryMs?: number;
}

/** The page's first module; it brings the others. */
const MAIN = new URL('./page/main.ts', import.meta.url);

/** Serves the pages: signing in and out, and the app for who is signed in. */
export function createPageHost(scene: Scene, options: PageOptions) {
  const modules = new Map<string, Promise<string>>();
  const moduleNamed = (name: string): Promise<string> => {
    const known = modules.get(name) ?? transpiled(new URL(`./${name}.ts`, MAIN));
    modules.set(name, known);
    return known;
  };
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://x');
    const [, name] = /^\/static\/app\/([a-z-]+)\.js$/.exec(pathname) ?? [];
    if (name !== undefined) return send(response, 200, 'text/javascript', await moduleNamed(name));
    if (/^\/(static\/images|user_avatars)\//.test(pathname))
      return send(response, 200, 'image/svg+xml', picture(pathname));
    if (pathname === '/login/' && request.method === 'POST') return signIn(scene, request, response);
    if (pathname === '/login/') return send(response, 200, 'text/html', loginPage(scene, request, response));
    if (pathname === '/accounts/logout/' && request.method === 'POST') {
      const params = await readParams(request, searchParams);
      if (isCsrfSafe(request, params.text('csrfmiddlewaretoken'))) endSession(scene.organisation, request);
      return redirect(response, '/login/');
    }
    if (pathname !== '/') return send(response, 404, 'text/html', '<title>Zulip</title><h1>Not found</h1>');
    const page = appPage(scene, request, response, options);
    if (page === undefined) return redirect(response, '/login/?next=/');
    send(response, 200, 'text/html', page);
  };
}

async function signIn(scene: Scene, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const params = await readParams(request, new URLSearchParams());
  if (!isCsrfSafe(request, params.text('csrfmiddlewaretoken')))
    return send(response, 403, 'text/html', '<h1>403 CSRF verification failed</h1>');
  const user = [...scene.organisation.users.values()].find(
    ({ email, password }) => email === params.text('username') && password === params.text('password'),
  );
  if (user === undefined) return send(response, 200, 'text/html', loginPage(scene, request, response, WRONG));
  response.setHeader('set-cookie', newSession(scene.organisation, user.id).map(toSetCookie));
  redirect(response, '/');
}

const WRONG = 'Please enter a correct email and password.';

function loginPage({ organisation }: Scene, request: IncomingMessage, response: ServerResponse, said = '') {
  return document_(
    `Log in | ${organisation.name} | Zulip`,
    `<form id="login_form" method="post" action="/login/">${csrfInput(request, response)}
<div class="alert">${said}</div>
<label>Email <input id="id_username" name="username" type="text"></label>
<label>Password <input id="id_password" name="password" type="password"></label>
<button type="submit" name="button" class="full-width">Log in</button></form>`,
  );
}

function appPage(
  scene: Scene,
  request: IncomingMessage,
  response: ServerResponse,
  { closedTo = [], retryMs }: PageOptions,
): string | undefined {
  const user = userOfSession(scene.organisation, request);
  if (user === undefined) return undefined;
  const params = {
    page_type: 'home',
    is_spectator: false,
    login_page: '/login/',
    exposes_test: !closedTo.map(emailOf).includes(user.email),
    retry_ms: retryMs,
    state_data: register(scene, user, undefined, undefined),
  };
  return document_(
    `${scene.organisation.name} - Zulip`,
    `<div id="page-params" data-params="${escaped(JSON.stringify(params))}"></div>
<div id="app-loading"></div>
<nav id="left-sidebar" aria-label="Conversations"></nav>
<main><h1 id="message_view_header"></h1><div id="message-feed"></div></main>
<div hidden><form id="logout_form" action="/accounts/logout/" method="POST">${csrfInput(request, response)}</form></div>
<script type="module" src="/static/app/main.js"></script>`,
  );
}

function csrfInput(request: IncomingMessage, response: ServerResponse): string {
  const { secret, fresh } = csrfOf(request);
  if (fresh !== undefined) response.setHeader('set-cookie', toSetCookie(fresh));
  return `<input type="hidden" name="csrfmiddlewaretoken" value="${masked(secret)}">`;
}

const document_ = (title: string, body: string): string => `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${escaped(title)}</title>
<link id="favicon" rel="icon" href="/static/images/favicon.svg" type="image/svg+xml">
<style>body{font:14px sans-serif;display:flex;margin:0}nav{width:220px;padding:8px}nav a{display:block}main{padding:8px}.unread{font-weight:bold}.out_of_home_view{opacity:.5}</style>
</head><body>${body}</body></html>
`;

async function transpiled(file: URL): Promise<string> {
  const { ESNext: module } = ts.ModuleKind;
  const { ES2023: target } = ts.ScriptTarget;
  const compilerOptions = { module, target, verbatimModuleSyntax: true };
  return ts.transpileModule(await readFile(file, 'utf8'), { compilerOptions }).outputText;
}

function send(response: ServerResponse, status: number, type: string, body: string): void {
  response.writeHead(status, { 'content-type': `${type}; charset=utf-8`, 'x-frame-options': 'DENY' });
  response.end(body);
}

const redirect = (response: ServerResponse, location: string): void =>
  void response.writeHead(302, { location }).end();

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');

/** A plain square; its colour follows from the path. */
const picture = (path: string): string => {
  const colour = createHash('md5').update(path).digest('hex').slice(0, 6);
  return `<svg xmlns="http://www.w3.org/2000/svg" width="64" height="64"><rect width="64" height="64" rx="12" fill="#${colour}"/></svg>`;
};

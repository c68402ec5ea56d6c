import { PassThrough } from 'node:stream';
import type { Routes } from '../servers/web/web-server.js';

/** Colour of the page, as the still picture is to show it. */
export const deskColour = [200, 60, 40] as const;

/** A chat's page, as far as it keeps itself awake, on a server that can be made to wait. */
export interface SleepScene {
  readonly routes: Routes;
  /** What is asked from now on is not answered before `go`. */
  readonly hold: (what: 'page' | 'upload' | 'file') => void;
  readonly go: (what: 'page' | 'upload' | 'file') => void;
}

const frame = (id: string, src: string): string => `<iframe id="${id}" src="${src}"></iframe>`;

/** Typed text goes with Enter, after the server was asked, as in a chat. */
const box = `<textarea id="box"></textarea><script>
  box.onkeydown = (event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    fetch('/send').then(() => { box.value = ''; });
  };
</script>`;

const page = (foreignPort: string): string => `<!doctype html><title>Desk</title>
<body style="margin:0;background:rgb(${deskColour.join()})">
${box}
<p id="rich" contenteditable></p>
<input id="search" type="search"><input id="find" role="searchbox"><input id="secret" type="password">
<input id="file" type="file">
<a id="download" href="/download">Download</a>
${frame('own', '/frame')}${frame('foreign', `http://127.0.0.2:${foreignPort}/frame`)}
<script>
  addEventListener('beforeunload', (event) => { if (globalThis.isUnsaved) event.preventDefault(); });
  globalThis.play = () => {
    const context = new AudioContext();
    const tone = context.createOscillator();
    tone.connect(context.destination);
    tone.start();
  };
</script>`;

/** Makes the routes: `/desk`, and `/upload` and `/download` it uses. */
export function createSleepScene(): SleepScene {
  const waiting = new Map<string, (() => void)[]>();
  const when = (what: string, act: () => void): void => {
    const held = waiting.get(what);
    if (held === undefined) act();
    else held.push(act);
  };
  const html = { 'content-type': 'text/html; charset=utf-8' };
  return {
    hold: (what) => void waiting.set(what, []),
    go: (what) => {
      const held = waiting.get(what) ?? [];
      waiting.delete(what);
      held.forEach((act) => act());
    },
    routes: {
      '/desk': (request, response) =>
        when('page', () =>
          response.writeHead(200, html).end(page(request.headers.host?.split(':')[1] ?? '')),
        ),
      '/frame': (_request, response) => void response.writeHead(200, html).end(`<!doctype html>${box}`),
      '/send': (_request, response) => void response.end(),
      '/upload': (request, response) => {
        when('upload', () => {
          request.resume().on('end', () => response.end('taken'));
        });
      },
      '/poll': (_request, response) => when('upload', () => response.end('[]')),
      '/download': (_request, response) => {
        const file = new PassThrough();
        response.writeHead(200, {
          'content-type': 'application/octet-stream',
          'content-disposition': 'attachment; filename=notes.bin',
          // Else Chromium waits for more of it, to see what it is.
          'x-content-type-options': 'nosniff',
        });
        file.pipe(response);
        file.write('begin');
        when('file', () => file.end('end'));
      },
    },
  };
}

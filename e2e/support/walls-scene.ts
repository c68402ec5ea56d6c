import { aTrusted } from '../../electron/core/trust.test-support.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startTlsServer, type TlsServer } from '../servers/web/tls-server.js';
import { makeIdentity } from './certificates.js';
import type { Page } from '@playwright/test';

/** The app with a service that sets traps, a calm one, and one over TLS. */
export interface WallsScene {
  readonly stage: Stage;
  readonly secure: TlsServer;
  readonly trap: Page;
  /** What `/referrer` was told of where a request came from. */
  readonly referrers: readonly string[];
  readonly show: (serviceId: string) => Promise<unknown>;
  readonly stop: () => Promise<void>;
}

/** Says where it is embedded and what it finds of an earlier visit, then leaves a mark. */
const marking = `<title>Marks</title><script>
  const where = new URL(location.href).searchParams.get('where');
  const what = localStorage.mark + ' ' + document.cookie;
  localStorage.mark = where;
  document.cookie = 'mark=' + where + '; max-age=1000';
  fetch('/report?from=mark-' + where + '&what=' + encodeURIComponent(what));
</script>`;

const trapPage =
  '<title>Trap</title><style>button { inline-size: 200px; block-size: 200px }</style><button>x</button>';

/** Starts it. */
export async function startWallsScene(): Promise<WallsScene> {
  const identity = makeIdentity({ name: '127.0.0.1', hosts: ['127.0.0.1'] });
  const referrers: string[] = [];
  const secure = await startTlsServer(identity);
  const stage = await startStage({
    services: (web) => ({
      trap: `${web.own}/trap?secret=1`,
      other: `${web.own}/calm.html?name=other`,
      secure: secure.url,
    }),
    routes: {
      '/trap': (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(trapPage),
      '/mark': (_request, response) => response.writeHead(200, { 'content-type': 'text/html' }).end(marking),
      '/referrer': (request, response) => {
        referrers.push(request.headers.referer ?? 'none');
        response.setHeader('access-control-allow-origin', '*').end();
      },
    },
    kept: {
      certificates: [
        aTrusted({
          place: `127.0.0.1:${secure.port}`,
          fingerprint: identity.fingerprint,
          subject: '127.0.0.1',
          issuer: '127.0.0.1',
        }),
      ],
    },
    // A host off the loopback, for which http is no secure place.
    args: ['--host-resolver-rules=MAP plain.test 127.0.0.1'],
  });
  return {
    stage,
    secure,
    trap: await stage.page('/trap'),
    referrers,
    show: (serviceId) => stage.command('service.activate', { serviceId }),
    stop: async () => {
      await stage.stop();
      await secure.stop();
    },
  };
}

/** Clicks a page as a hand does, and has it do something while that still counts as asked for. */
export async function clickFor(page: Page, work: () => void): Promise<void> {
  await page.mouse.click(100, 100);
  await page.evaluate(work);
}

import { expect, test, type Page } from '@playwright/test';
import { findFreePorts } from '../servers/lib/net.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startSelfSigned } from '../servers/web/tls.js';
import { startWeb, type Web } from '../servers/web/web-server.js';

// Pages that do not load, crash or hang: what is said of it, and how they come back while others never notice.
let stage: Stage;
let tls: Awaited<ReturnType<typeof startSelfSigned>>;
let downPort: number;
const gateway = { isUp: false };

test.beforeAll(async () => {
  [tls, [downPort = 0]] = await Promise.all([startSelfSigned(), findFreePorts(1)]);
  stage = await startStage({
    services: (web) => ({
      calm: `${web.own}/calm.html?name=calm`,
      down: `http://127.0.0.1:${downPort}/calm.html?name=down`,
      gateway: `${web.own}/gateway`,
      unsafe: tls.url,
      nowhere: 'http://nowhere.invalid/',
      frail: `${web.own}/calm.html?name=frail`,
    }),
    routes: {
      '/gateway': (_request, response) =>
        response
          .writeHead(gateway.isUp ? 200 : 502, { 'content-type': 'text/html' })
          .end(`<title>${gateway.isUp ? 'Through' : 'Bad gateway'}</title>`),
    },
  });
});

test.afterAll(async () => {
  await stage?.stop();
  await tls?.stop();
});

const load = async (id: string) => (await stage.service(id)).load;
const show = (serviceId: string) => stage.command('service.activate', { serviceId });
const failure = (title: RegExp) => stage.foyer.shell.getByRole('region', { name: title });
/** True when the page of the service is drawn over the shell's own words. */
const isPageDrawn = (part: string) =>
  stage.foyer.app.evaluate(({ BaseWindow, WebContentsView }, address) => {
    const top = BaseWindow.getAllWindows()[0]?.contentView.children.at(-1);
    return top instanceof WebContentsView && top.webContents.getURL().includes(address);
  }, part);
/** Lets the shell's own page believe in a network, or not. */
const network = (online: boolean) =>
  stage.foyer.shell.evaluate((isOnline) => {
    Object.defineProperty(navigator, 'onLine', { value: isOnline, configurable: true });
    dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
  }, online);
const startDown = (): Promise<Web> => startWeb({}, downPort);
const isLoaded = (web: Web) => web.reports.find((one) => one.from === 'down' && one.what === 'loaded');
/** The first that is seen of the failures of `down` after so many in a row. */
async function failureAfter(attempt: number) {
  const seen: { readonly attempt: number; readonly retryAtMs: number }[] = [];
  const look = async () => {
    const now = await load('down');
    if (now.kind === 'failed' && now.attempt > attempt) seen.push(now);
    return seen[0];
  };
  await expect.poll(look, { timeout: 20_000 }).toBeDefined();
  const [first] = seen;
  if (first === undefined) throw new Error('it has not failed again');
  return first;
}

test('a server that is down is named so, and comes back by itself a little later each time', async () => {
  await show('down');
  await expect(failure(/127\.0\.0\.1:\d+ did not answer/)).toContainText('Next try in');
  await expect(stage.onBar(/^Down/)).toHaveAccessibleName(/not reachable, next try at/);
  await expect.poll(() => isPageDrawn(`:${downPort}/`)).toBe(false);
  const first = await failureAfter(0);
  const next = await failureAfter(first.attempt);
  expect(next.retryAtMs - first.retryAtMs).toBeGreaterThan(3_000);
  const web = await startDown();
  await isLoaded(web);
  await expect.poll(() => load('down')).toEqual({ kind: 'ready' });
  await expect.poll(() => isPageDrawn(`:${downPort}/`)).toBe(true);
  await expect(failure(/did not answer/)).toHaveCount(0);
  await web.stop();
});

test('asked to try now it does, and it does when the network comes back', async () => {
  await stage.command('service.reload', { serviceId: 'down', fromStartPage: true });
  await show('down');
  await expect(failure(/did not answer/)).toBeVisible();
  await expect
    .poll(async () => (await stage.service('down')).attempt, { timeout: 15_000 })
    .toBeGreaterThan(1);
  const first = await startDown();
  await failure(/did not answer/)
    .getByRole('button', { name: 'Try now' })
    .click();
  await isLoaded(first);
  await first.stop();

  await stage.command('service.reload', { serviceId: 'down', fromStartPage: true });
  await expect.poll(async () => (await load('down')).kind).toBe('failed');
  await network(false);
  await expect(failure(/You are offline/)).toBeVisible();
  const second = await startDown();
  await network(true);
  await isLoaded(second);
  await second.stop();
});

test('a gateway without its server is a failure, not a page, and is tried again', async () => {
  await show('gateway');
  await expect(failure(/has a problem/)).toContainText('The server answered with an error');
  await expect.poll(() => isPageDrawn('/gateway')).toBe(false);
  gateway.isUp = true;
  await failure(/has a problem/)
    .getByRole('button', { name: 'Try now' })
    .click();
  await expect.poll(async () => (await stage.service('gateway')).title).toBe('Through');
  await expect.poll(() => isPageDrawn('/gateway')).toBe(true);
});

test('a certificate that nobody vouches for ends the load, and is said and logged', async () => {
  await show('unsafe');
  await expect(failure(/vouches for itself/)).toContainText('nothing was sent to it');
  expect(stage.foyer.log()).toContain('certificate refused: ERR_CERT_AUTHORITY_INVALID');
  expect((await stage.service('unsafe')).title).toBe('');
});

test('a name that nobody has is named', async () => {
  await show('nowhere');
  await expect(failure(/nowhere\.invalid was not found/)).toBeVisible();
});

test('V10 a page that loads behind finds the space it will have', async () => {
  await show('calm');
  // What takes no part in drawing yet takes no size: the window has to be drawn once.
  await stage.foyer.shell.evaluate(
    () => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))),
  );
  await stage.command('service.set-enabled', { serviceId: 'frail', enabled: false });
  await expect.poll(() => stage.foyer.app.windows().some((one) => one.url().includes('frail'))).toBe(false);
  await stage.command('service.set-enabled', { serviceId: 'frail', enabled: true });
  const [calm, frail] = [await stage.page('name=calm'), await stage.page('name=frail')];
  const sizeOf = (page: Page) => page.evaluate(() => [innerWidth, innerHeight]);
  expect(await sizeOf(frail)).toEqual(await sizeOf(calm));
});

test('a crash is named, its page comes back by itself, and other pages keep what they had', async () => {
  await show('frail');
  const calm = await stage.page('name=calm');
  await calm.getByRole('textbox', { name: 'Draft' }).fill('half a thought');
  const after = stage.web.reports.items.length;
  await stage.foyer.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .find((one) => one.getURL().includes('name=frail'))
      ?.forcefullyCrashRenderer(),
  );
  await expect(failure(/Frail stopped/)).toContainText('Your other services are not touched');
  await expect(stage.onBar(/^Frail/)).toHaveAccessibleName(/stopped unexpectedly/);
  await stage.web.reports.find((one) => one.from === 'frail' && one.what === 'loaded', { after });
  await expect.poll(() => load('frail')).toEqual({ kind: 'ready' });
  await expect(calm.getByRole('textbox', { name: 'Draft' })).toHaveValue('half a thought');
  stage.web.tell('calm', 'still here');
  await stage.desktop.findNotification((one) => one.title.startsWith('still here'));
});

test('a page that hangs is named, others answer meanwhile, and reloading it brings it back', async () => {
  await show('frail');
  // Only a page that leaves the person's input unanswered counts as hung.
  await stage.foyer.app.evaluate(({ webContents }) => {
    const page = webContents.getAllWebContents().find((one) => one.getURL().includes('name=frail'));
    void page?.executeJavaScript('setTimeout(() => { for (;;); }); 0').then(() => {
      page.sendInputEvent({ type: 'mouseDown', x: 9, y: 9, button: 'left', clickCount: 1 });
    });
  });
  await expect.poll(() => stage.timeOfSwitching('frail')).toBeLessThan(250);
  stage.web.tell('calm', 'not hung');
  await stage.desktop.findNotification((one) => one.title.startsWith('not hung'));
  await expect(failure(/Frail is not responding/)).toBeVisible({ timeout: 25_000 });
  await expect(stage.onBar(/^Frail/)).toHaveAccessibleName(/not responding/);
  const after = stage.web.reports.items.length;
  await failure(/not responding/)
    .getByRole('button', { name: 'Reload now' })
    .click();
  await stage.web.reports.find((one) => one.from === 'frail' && one.what === 'loaded', { after });
  await expect.poll(() => load('frail')).toEqual({ kind: 'ready' });
  await expect.poll(() => isPageDrawn('name=frail')).toBe(true);
});

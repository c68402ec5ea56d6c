import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { noTweaks } from '../../electron/core/model/tweaks.js';
import { startProxy, type Proxy } from '../servers/web/proxy.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startFoyer, type Foyer } from '../support/foyer.js';

// What a person changes of the pages of a service, on pages that allow next to nothing.
test.describe.configure({ mode: 'serial' });

let proxy: Proxy;
let stage: Stage;
let safe: Foyer | undefined;

const css = 'h1 { color: rgb(1, 2, 3) !important; }';
const js = 'globalThis.mine = (globalThis.mine ?? 0) + 1;';

test.beforeAll(async () => {
  proxy = await startProxy('mira', 'out');
  stage = await startStage({
    services: (web) => ({ strict: `${web.own}/strict`, told: `${web.own}/told?name=told` }),
    kept: {
      tweaks: [{ ...noTweaks('strict'), css, js }],
      linkRules: [{ serviceId: 'told', pattern: '127.0.0.3', answer: { kind: 'here' } }],
    },
    routes: {
      '/strict': (request, response) => {
        const policy = "default-src 'none'; frame-src *";
        response.writeHead(200, { 'content-type': 'text/html', 'content-security-policy': policy });
        const frame = (request.url ?? '').includes('frame') ? '' : '<iframe src="/strict?frame"></iframe>';
        response.end(`<!doctype html><title>Strict</title><h1>Here</h1>${frame}`);
      },
      '/away': (request, response) => {
        const to = `http://127.0.0.2:${new URL(`http://${request.headers.host}`).port}/strict`;
        response.writeHead(302, { location: to }).end();
      },
      '/told': (request, response) => {
        response.writeHead(200, { 'content-type': 'text/html', 'set-cookie': 'user=ann; max-age=9999' });
        response.end(
          `<title>${request.headers['user-agent']}|${request.headers.cookie ?? ''}</title><script>localStorage.user ??= 'ann'</script>`,
        );
      },
      '/pac': (_request, response) => void response.writeHead(500).end(),
    },
    hasKeyRing: true,
  });
});

test.afterAll(async () => {
  await safe?.quit();
  await stage?.stop();
  await proxy?.stop();
});

const strict = () => stage.page('/strict');
/** `undefined` while one page gives way to the next. */
const gone = (): undefined => undefined;
const at = async () =>
  (await strict())
    .evaluate(() => ({
      colour: getComputedStyle(document.querySelector('h1') ?? document.body).color,
      mine: Reflect.get(globalThis, 'mine') as unknown,
      reach: ['require', 'process', 'ipcRenderer', 'shell', 'foyer'].filter((name) => name in globalThis),
    }))
    .catch(gone);
const own = { colour: 'rgb(1, 2, 3)', mine: 1, reach: [] };
/** The colour of a spot of the page as it is drawn, dark or light. */
const ground = (running: Foyer) =>
  running.app.evaluate(async ({ webContents }) => {
    const page = webContents.getAllWebContents().find((one) => one.getURL().includes('/strict'));
    const bitmap = (await page?.capturePage({ x: 200, y: 20, width: 4, height: 4 }))?.toBitmap();
    return bitmap === undefined || bitmap.length === 0 ? 'none' : (bitmap[0] ?? 0) < 80 ? 'dark' : 'light';
  });

test('R21 R22 R23 an own style and script are at work on a page that allows none, and in its main frame alone', async () => {
  await expect.poll(at).toEqual(own);
  const frame = (await strict()).frames()[1];
  expect(
    await frame?.evaluate(() => [
      Reflect.get(globalThis, 'mine') as unknown,
      getComputedStyle(document.querySelector('h1') ?? document.body).color,
    ]),
  ).toEqual([undefined, 'rgb(0, 0, 0)']);
});

test('R24 a changed style holds at once, a changed script loads the page anew, and what is no script is not kept', async () => {
  const page = await strict();
  await page.evaluate(() => Reflect.set(globalThis, 'stays', true));
  const style = 'h1 { color: rgb(4, 5, 6) !important; }';
  expect(await stage.command('service.set-code', { serviceId: 'strict', css: style, js })).toEqual({
    kind: 'saved',
  });
  await expect.poll(async () => (await at())?.colour).toBe('rgb(4, 5, 6)');
  expect(await page.evaluate(() => Reflect.get(globalThis, 'stays') as unknown)).toBe(true);
  expect(
    await stage.command('service.set-code', { serviceId: 'strict', css, js: 'const a = 1;\nconst = 2;' }),
  ).toMatchObject({ kind: 'broken', line: 2 });
  await stage.command('service.set-code', { serviceId: 'strict', css, js: 'globalThis.mine = "other";' });
  await expect.poll(at).toEqual({ ...own, mine: 'other' });
  expect(await page.evaluate(() => Reflect.get(globalThis, 'stays') as unknown)).toBeUndefined();
});

test('R22 R25 on another site, and turned off, the page is as it comes', async () => {
  const page = await strict();
  await page.goto(`${stage.web.own}/away`);
  expect(page.url()).toContain('127.0.0.2');
  expect(await at()).toEqual({ colour: 'rgb(0, 0, 0)', mine: undefined, reach: [] });
  await stage.command('service.reload', { serviceId: 'strict', fromStartPage: true });
  await expect.poll(at).toEqual({ ...own, mine: 'other' });
  await stage.command('service.tweak', { serviceId: 'strict', changes: { isCodeOn: false } });
  await expect.poll(at).toEqual({ colour: 'rgb(0, 0, 0)', mine: undefined, reach: [] });
  await stage.command('service.tweak', { serviceId: 'strict', changes: { isCodeOn: true } });
  await expect.poll(at).toEqual({ ...own, mine: 'other' });
});

test('R34 a light page is shown dark, on each document, and light again', async () => {
  await expect.poll(() => ground(stage.foyer)).toBe('light');
  await stage.command('service.tweak', { serviceId: 'strict', changes: { dark: 'on' } });
  await expect.poll(() => ground(stage.foyer)).toBe('dark');
  const page = await strict();
  expect(await page.evaluate(() => matchMedia('(prefers-color-scheme: dark)').matches)).toBe(true);
  await page.reload();
  await expect.poll(() => ground(stage.foyer)).toBe('dark');
  await stage.command('service.tweak', { serviceId: 'strict', changes: { dark: 'off' } });
  await expect.poll(() => ground(stage.foyer)).toBe('light');
  await stage.command('service.tweak', { serviceId: 'strict', changes: { dark: 'on' } });
});

const told = () => stage.page('/told');
const stored = async () => (await told()).evaluate(() => localStorage.getItem('user')).catch(gone);
const titleOfTold = async () => (await told()).title().catch(gone);

test('R29 another user agent is told from the next page on, to server and page alike', async () => {
  await stage.command('service.activate', { serviceId: 'told' });
  await stage.command('service.tweak', { serviceId: 'told', changes: { userAgent: 'Mine/1.0' } });
  await expect.poll(titleOfTold).toContain('Mine/1.0|');
  expect(await (await told()).evaluate(() => navigator.userAgent)).toBe('Mine/1.0');
});

test('R27 R28 the cache goes and leaves signed in; cookies go and leave what else is stored', async () => {
  const clear = async (what: string): Promise<void> => {
    const before = stage.web.requests.items.length;
    await stage.command('service.clear-data', { serviceId: 'told', what });
    await stage.web.requests.find((path) => path.startsWith('/told'), { after: before });
  };
  await clear('cache');
  await expect.poll(titleOfTold).toMatch(/\|user=ann$/);
  await clear('cookies');
  await expect.poll(titleOfTold).toMatch(/\|$/);
  expect(await stored()).toBe('ann');
  const page = await told();
  await page.evaluate(() => localStorage.setItem('user', 'bob'));
  await clear('everything');
  await expect.poll(stored).toBe('ann');
});

test('B63 R30 R32 a proxy of its own is told its own name and password, which nothing shows', async () => {
  const set = (login: unknown): Promise<unknown> =>
    stage.command('service.set-proxy', {
      serviceId: 'told',
      proxy: { kind: 'server', scheme: 'http', host: '127.0.0.1', port: proxy.port, except: ['<-loopback>'] },
      login,
    });
  const before = stage.web.requests.items.length;
  expect(await set({ username: 'mira', password: 'out' })).toEqual({ kind: 'set' });
  await stage.web.requests.find((path) => path.startsWith('/told'), { after: before });
  await expect.poll(async () => (await stage.service('told')).load.kind).toBe('ready');
  expect(proxy.tries()).toBeGreaterThan(0);
  const shown = await stage.projection();
  expect(shown.prompts).toEqual([]);
  expect(shown.services.find(({ id }) => id === 'told')?.tweaks).toMatchObject({ hasProxyLogin: true });
  expect(JSON.stringify(shown)).not.toContain('mira');
  // The service beside it goes as it went.
  const tries = proxy.tries();
  await (await strict()).reload();
  expect(proxy.tries()).toBe(tries);
  // A link that opens in a window of Foyer's goes as the service does.
  const away = `http://127.0.0.3:${stage.web.port}/told?away`;
  await (
    await told()
  ).evaluate((href) => {
    const link = Object.assign(document.createElement('a'), { href, target: '_blank', textContent: 'Away' });
    link.style.cssText = 'position: fixed; inset: 0; font-size: 40px';
    document.body.append(link);
  }, away);
  await (await told()).mouse.click(60, 40);
  const window = await stage.page('?away');
  await expect.poll(() => window.title()).toBe('Mine/1.0|');
  expect(proxy.tries()).toBeGreaterThan(tries);
  await window.close();
  // What is wrong is tried once, forgotten, and asked for.
  await set({ username: 'mira', password: 'wrong' });
  await expect
    .poll(async () => (await stage.projection()).prompts.map(({ kind, serviceId }) => ({ kind, serviceId })))
    .toEqual([{ kind: 'login', serviceId: 'told' }]);
  expect((await stage.service('told')).tweaks.hasProxyLogin).toBe(false);
});

test('R31 where a proxy or its file does not answer nothing is loaded by another way', async () => {
  const set = (way: object): Promise<unknown> =>
    stage.command('service.set-proxy', { serviceId: 'told', proxy: way });
  const before = stage.web.requests.items.length;
  await set({ kind: 'server', scheme: 'socks5', host: '127.0.0.1', port: 9, except: ['<-loopback>'] });
  await expect.poll(async () => (await stage.service('told')).load.kind).toBe('failed');
  expect(stage.web.requests.items.slice(before).filter((path) => path.startsWith('/told'))).toEqual([]);
  // What is on this machine no PAC file is asked of, so it is another's way that is looked at.
  const wayTo = (url: string): Promise<string> =>
    stage.foyer.app.evaluate(
      ({ session }, address) => session.fromPartition('persist:service-told').resolveProxy(address),
      url,
    );
  await set({ kind: 'direct' });
  await expect.poll(() => wayTo('http://chat.test/')).toBe('DIRECT');
  await set({ kind: 'pac', url: `${stage.web.own}/pac` });
  await expect.poll(() => wayTo('http://chat.test/')).toBe('');
});

test('R26 R35 in safe mode nothing of the person’s is at work, the window says so, and all of it is kept', async () => {
  const { profile } = stage.foyer;
  await stage.foyer.quit();
  expect(await readFile(join(profile, 'foyer.json'), 'utf8')).toContain('rgb(1, 2, 3)');
  safe = await startFoyer({ env: stage.desktop.env, profile, args: ['--safe-mode'] });
  const { shell } = safe;
  await shell.getByRole('navigation', { name: 'Services' }).getByRole('button', { name: 'Strict' }).click();
  const page = await safe.servicePage('/strict');
  await page.waitForLoadState();
  expect(await page.evaluate(() => Reflect.get(globalThis, 'mine') as unknown)).toBeUndefined();
  await expect.poll(() => ground(safe as Foyer)).toBe('light');
  await shell.getByRole('button', { name: 'Safe mode' }).click();
  const dialog = shell.getByRole('dialog', { name: 'Safe mode' });
  await expect(dialog).toContainText('They are kept as they are');
  await expect(dialog.getByRole('button', { name: 'Restart as usual' })).toBeVisible();
  await shell.keyboard.press('Escape');
});

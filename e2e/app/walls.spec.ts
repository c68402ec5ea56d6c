import { expect, test, type Page } from '@playwright/test';
import type { Stage } from '../servers/web/stage.js';
import { attack } from '../support/attack.js';
import { startWallsScene, type WallsScene } from '../support/walls-scene.js';

// The walls in the real app: what the shell may load, and what a page learns.
test.describe.configure({ mode: 'serial' });

let scene: WallsScene;
let stage: Stage;
let trap: Page;

test.beforeAll(async () => {
  scene = await startWallsScene();
  ({ stage, trap } = scene);
});

test.afterAll(async () => {
  await scene?.stop();
});

test(
  'W40 the shell runs nothing inline, nothing made of text, and loads nothing from elsewhere',
  attack('inject-into-shell'),
  async () => {
    const tried = stage.foyer.shell.evaluate(
      (elsewhere) =>
        // Later: what Playwright runs itself is let through.
        new Promise<Record<string, string>>((resolve) => {
          const broken: string[] = [];
          document.addEventListener('securitypolicyviolation', (event) =>
            broken.push(event.effectiveDirective),
          );
          setTimeout(() => {
            const attempt = (work: () => unknown): string => {
              try {
                work();
                return 'done';
              } catch (error) {
                return error instanceof Error ? error.name : 'thrown';
              }
            };
            const evaluate = Reflect.get(globalThis, 'eval') as (text: string) => unknown;
            const said = {
              eval: attempt(() => evaluate('1')),
              function: attempt(() => Reflect.construct(Function, ['return 1'])),
              html: attempt(() => (document.createElement('div').innerHTML = '<img src=x onerror=alert(1)>')),
              source: attempt(() => (document.createElement('script').src = `${elsewhere}/x.js`)),
              policy: attempt(() => {
                const { trustedTypes } = globalThis as unknown as Record<
                  string,
                  { createPolicy: (name: string, rules: object) => unknown }
                >;
                return trustedTypes?.createPolicy('own', {});
              }),
            };
            const style = document.createElement('style');
            style.textContent = 'body { color: red }';
            document.head.append(style);
            const image = new Image();
            image.src = `${elsewhere}/x.png`;
            const frame = document.createElement('iframe');
            frame.src = elsewhere;
            document.body.append(frame);
            void fetch(`${elsewhere}/x`).catch(() => undefined);
            setTimeout(() => {
              style.remove();
              frame.remove();
              resolve({ ...said, broken: [...new Set(broken)].toSorted().join(' ') });
            }, 200);
          }, 0);
        }),
      stage.web.own,
    );
    expect(await tried).toEqual({
      eval: 'EvalError',
      function: 'EvalError',
      html: 'TypeError',
      source: 'TypeError',
      policy: 'TypeError',
      broken: expect.stringMatching(/connect-src.*frame-src.*img-src.*style-src/),
    });
    expect(stage.web.requests.items.filter((path) => path.startsWith('/x'))).toEqual([]);
  },
);

test('W44 every page there is has the same walls', async () => {
  const all = await stage.foyer.app.evaluate(({ webContents }) =>
    webContents
      .getAllWebContents()
      .map((one) => (Reflect.get(one, 'getLastWebPreferences') as () => object).call(one)),
  );
  expect(all).toHaveLength(4);
  for (const one of all)
    expect(one).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      webviewTag: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      enableBlinkFeatures: '',
    });
});

test(
  'W21 a page gets nothing of the shell’s, of other services’ pictures, nor of the disk',
  attack('read-shell', 'read-files'),
  async () => {
    const got = await trap.evaluate(async () => {
      const addresses = [
        'app://foyer/index.html',
        'app://foyer/service-icon/other',
        'file:///etc/passwd',
        'chrome://version',
      ];
      const load = (url: string) =>
        new Promise<boolean>((resolve) => {
          const image = new Image();
          image.addEventListener('load', () => resolve(true));
          image.addEventListener('error', () => resolve(false));
          image.src = url;
        });
      const fetched = await Promise.all(
        addresses.map((url) =>
          fetch(url, { mode: 'no-cors' }).then(
            () => true,
            () => false,
          ),
        ),
      );
      return [...fetched, ...(await Promise.all(addresses.map(load)))];
    });
    expect(got.filter(Boolean)).toEqual([]);
  },
);

test(
  'W41 of a secure page nothing comes over an open line, pictures neither',
  attack('mixed-scripts', 'mixed-pictures', 'mixed-frames'),
  async () => {
    const page = await stage.page(scene.secure.url);
    const plain = `http://plain.test:${stage.web.port}/report?from=mixed&what=`;
    const came = await page.evaluate(async (base) => {
      const load = (tag: 'img' | 'script' | 'iframe' | 'audio', name: string) =>
        new Promise<string>((resolve) => {
          const element = document.createElement(tag);
          element.addEventListener('load', () => resolve(tag === 'iframe' ? 'framed' : `${name} came`));
          element.addEventListener('error', () => resolve('refused'));
          setTimeout(resolve, 1_500, 'nothing');
          element.src = base + name;
          document.body.append(element);
        });
      const fetched = fetch(`${base}fetch`, { mode: 'no-cors' }).then(
        () => 'fetch came',
        () => 'refused',
      );
      const all = await Promise.all([
        load('img', 'picture'),
        load('script', 'script'),
        load('iframe', 'frame'),
        load('audio', 'sound'),
        fetched,
      ]);
      return all.filter((one) => one.endsWith(' came'));
    }, plain);
    expect(came).toEqual([]);
    expect(stage.web.reports.items.filter(({ from }) => from === 'mixed')).toEqual([]);
  },
);

test(
  'W42 W43 who is embedded has no cookies of its own, and is not told the whole address',
  attack('cookies-of-strangers', 'leak-addresses'),
  async () => {
    await scene.show('trap');
    const { foreign, own, reports } = stage.web;
    const found = async (where: string) => (await reports.find(({ from }) => from === `mark-${where}`)).what;
    await trap.evaluate(async (elsewhere) => {
      const frame = document.createElement('iframe');
      frame.src = `${elsewhere}/mark?where=framed`;
      document.body.append(frame);
      await fetch(`${elsewhere}/referrer`);
    }, foreign);
    // A mark it finds in its storage, and then its cookies.
    expect(await found('framed')).toBe('undefined ');
    await trap.mouse.click(100, 100);
    await trap.evaluate(
      (elsewhere) => void window.open(`${elsewhere}/mark?where=top`, '_blank', 'popup'),
      foreign,
    );
    // Where it is itself the page it may set one.
    await found('top');
    await trap.evaluate((elsewhere) => {
      const frame = document.createElement('iframe');
      frame.src = `${elsewhere}/mark?where=again`;
      document.body.append(frame);
    }, foreign);
    expect(await found('again')).toMatch(/^\w+ $/);
    expect(scene.referrers).toEqual([`${own}/`]);
  },
);

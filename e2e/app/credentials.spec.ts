import { expect, test, type Page } from '@playwright/test';
import { startElementScene, type ElementScene } from '../support/element-scene';

// What a service's session signs in with, asked for in the real app as main asks, of a page that does its worst.
test.describe.configure({ mode: 'serial' });

let scene: ElementScene;
let page: Page;

test.beforeAll(async () => {
  scene = await startElementScene();
  page = await scene.signIn();
  await page.evaluate(bend);
});

test.afterAll(async () => {
  await scene?.stop();
});

/** Bends what reads and opens, wherever the page can, and notes what passes it. */
function bend(): void {
  const passed: unknown[] = [];
  const note = (own: (...given: unknown[]) => unknown) =>
    function noted(this: unknown, ...given: unknown[]): unknown {
      passed.push(given);
      return Reflect.apply(own, this, given);
    };
  const wrap = (owner: object, ...names: readonly string[]): void => {
    for (const name of names)
      Object.defineProperty(owner, name, { value: note(Reflect.get(owner, name)), configurable: true });
  };
  Storage.prototype.getItem = () => 'bent';
  wrap(IDBFactory.prototype, 'open');
  wrap(IDBObjectStore.prototype, 'get');
  wrap(SubtleCrypto.prototype, 'decrypt', 'deriveBits', 'importKey', 'verify');
  wrap(TextDecoder.prototype, 'decode');
  wrap(Promise.prototype, 'then');
  wrap(JSON, 'stringify', 'parse');
  wrap(Object, 'entries', 'fromEntries');
  window.addEventListener('message', ({ data }) => passed.push(data));
  localStorage.setItem('getItem', 'bent');
  Object.assign(window, { passed });
}

/** Asks the frames of Alice's page, the main one or those in it, and gives what is said until the main one answered. */
const ask = (frames: 'main' | 'all') =>
  scene.foyer.app.evaluate(async ({ ipcMain, webContents }, which) => {
    const found = webContents.getAllWebContents().find((one) => one.getURL().includes('//alice.localhost'));
    if (found === undefined) throw new Error('no page of Alice');
    const said: { readonly requestId: string; readonly values?: Record<string, string> }[] = [];
    const answered = new Promise<void>((resolve) => {
      ipcMain.on('service:message', (_event, text: string) => {
        const message = JSON.parse(text) as (typeof said)[number] & { readonly kind: string };
        if (message.kind !== 'credentials') return;
        said.push(message);
        if (message.requestId === 'to the main frame') resolve();
      });
    });
    const wanted = { kind: 'credentials-wanted', stored: {} };
    if (which === 'all')
      for (const frame of found.mainFrame.frames)
        frame.send('service:event', { ...wanted, requestId: 'to a sub-frame' });
    found.send('service:event', { ...wanted, requestId: 'to the main frame' });
    await answered;
    return said;
  }, frames);

/** The address of the frame in Alice's page. */
const frameOfAlice = () =>
  scene.foyer.app.evaluate(({ webContents }) => {
    const page = webContents.getAllWebContents().find((one) => one.getURL().includes('//alice.localhost'));
    return page?.mainFrame.frames[0]?.url ?? '';
  });

const tokenOfAlice = async (): Promise<string> => {
  const { sessions } = await scene.matrix.shared.read();
  return Object.values(sessions).find(({ userId }) => userId.startsWith('@alice'))?.token ?? '';
};

test('J24 J27 reads the token that Element sealed, and the page’s world sees nothing of it', async () => {
  const token = await tokenOfAlice();
  expect(token).not.toBe('');
  const [said] = await ask('main');
  expect(said?.values).toMatchObject({ homeserver: scene.matrix.url, userId: '@alice:chat.test', token });
  const passed = await page.evaluate(() => {
    const notes = (window as unknown as { readonly passed: readonly unknown[] }).passed;
    return notes.map((note) => `${String(note)} ${Object.values(note ?? {}).join()}`).join('\n');
  });
  expect(passed).not.toContain(token);
  expect(passed).not.toMatch(/credentials|matrix-react-sdk|to the main frame/);
});

test('J21 J22 sub-frames say nothing; what main did not ask for is refused, and nothing of it is logged', async () => {
  // Once there is a frame, Playwright takes the page for another one.
  await page.evaluate(() => {
    setTimeout(() => {
      const frame = document.createElement('iframe');
      frame.src = '/version';
      document.body.append(frame);
    }, 0);
  });
  await expect.poll(frameOfAlice).toMatch(/\/version$/);
  const said = await ask('all');
  expect(said.map(({ requestId }) => requestId)).toEqual(['to the main frame']);
  await expect.poll(() => scene.foyer.log()).toMatch(/refused: not-asked/);
  expect(scene.foyer.log()).not.toContain(await tokenOfAlice());
});

import { expect, type Page } from '@playwright/test';
import { test, type Bench } from './harness';

/** Opens a blank page that keeps the events of `window.n` in `window.events`. */
async function openBlank(bench: Bench, origin: string): Promise<Page> {
  const page = await bench.open(`${origin}/blank.html`);
  await page.evaluate(() => {
    const events: unknown[] = [];
    const make = (title: string, options?: NotificationOptions): Notification => {
      const made = new Notification(title, options);
      for (const type of ['show', 'click', 'close', 'error']) {
        made.addEventListener(type, (event) => events.push(`${title}:${event.type}`));
      }
      return made;
    };
    Object.assign(window, { events, make });
  });
  return page;
}
const events = (page: Page): Promise<unknown[]> =>
  page.evaluate(() => Reflect.get(window, 'events') as unknown[]);
const reply = async (bench: Bench, title: string, event: 'click' | 'close' | 'error'): Promise<void> => {
  const found = (await bench.heard('notification-show')).find(
    ({ message }) => Reflect.get(message, 'title') === title,
  );
  const pageId = String(Reflect.get(found?.message ?? {}, 'pageId'));
  await bench.app.evaluate((_, given) => globalThis.harness.reply({ kind: 'notification-event', ...given }), {
    pageId,
    event,
  });
};

test.describe('Notification', () => {
  test('P10 shape: as the native one, members, enumerability, brand', async ({ bench, server }) => {
    const url = `${server.origin}/blank.html`;
    const source = `(() => {
      const describe = (object) => Reflect.ownKeys(object).map((key) => {
        const { value, get, set, ...flags } = Object.getOwnPropertyDescriptor(object, key);
        return [String(key), flags, typeof value, get && get.length, set && set.length, typeof value === 'function' ? [value.name, value.length] : 0];
      }).sort((a, b) => (a[0] < b[0] ? -1 : 1));
      return [
        describe(Notification).filter(([key]) => key !== 'arguments' && key !== 'caller'),
        describe(Notification.prototype),
        Object.getOwnPropertyDescriptor(window, 'Notification').enumerable,
        Object.prototype.toString.call(Notification.prototype),
        Object.getPrototypeOf(Notification) === EventTarget,
        Object.getPrototypeOf(Notification.prototype) === EventTarget.prototype,
        describe(Navigator.prototype).filter(([key]) => /Badge/.test(key)),
        describe(ServiceWorkerRegistration.prototype).filter(([key]) => /Notification/.test(key)),
        describe(ServiceWorkerContainer.prototype),
      ];
    })()`;
    const page = await bench.open(url);
    const bare = await bench.app.evaluate(
      (_, given) => globalThis.harness.bareShape(given.url, given.source),
      { url, source },
    );
    expect(await page.evaluate(source)).toEqual(bare);
  });

  test('P11 show and click reach the page, by attribute and by listener, with user activation', async ({
    bench,
    server,
  }) => {
    const page = await openBlank(bench, server.origin);
    await page.evaluate(() => {
      const made = (Reflect.get(window, 'make') as (title: string) => Notification)('One');
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the attribute is what is tried
      made.onclick = (event) => {
        (Reflect.get(window, 'events') as unknown[]).push(
          event.cancelable,
          event.target === made,
          navigator.userActivation.isActive,
        );
      };
    });
    await expect.poll(() => events(page)).toEqual(['One:show']);
    await reply(bench, 'One', 'click');
    await expect.poll(() => events(page)).toEqual(['One:show', 'One:click', true, true, true]);
  });

  test('P12 close() fires close once and tells main once; a dismissal fires close once', async ({
    bench,
    server,
  }) => {
    const page = await openBlank(bench, server.origin);
    await page.evaluate(() => {
      const made = (Reflect.get(window, 'make') as (title: string) => Notification)('One');
      // oxlint-disable-next-line unicorn/prefer-add-event-listener -- the attribute is what is tried
      made.onshow = () => {
        made.close();
        made.close();
      };
    });
    await expect.poll(() => events(page)).toEqual(['One:show', 'One:close']);
    expect((await bench.heard('notification-close')).length).toBe(1);
    await page.evaluate(() => (Reflect.get(window, 'make') as (title: string) => Notification)('Two').title);
    await expect.poll(async () => (await events(page)).length).toBe(3);
    await reply(bench, 'Two', 'close');
    await reply(bench, 'Two', 'click');
    await expect.poll(() => events(page)).toEqual(['One:show', 'One:close', 'Two:show', 'Two:close']);
  });

  test('P13 the same tag replaces: the older one closes, others stay', async ({ bench, server }) => {
    const page = await openBlank(bench, server.origin);
    await page.evaluate(() => {
      const make = Reflect.get(window, 'make') as (
        title: string,
        options?: NotificationOptions,
      ) => Notification;
      make('Other', { tag: 'b' });
      make('Old', { tag: 'a' });
      make('New', { tag: 'a' });
    });
    await expect
      .poll(async () => new Set(await events(page)))
      .toEqual(new Set(['New:show', 'Old:close', 'Other:show']));
  });

  test('P14 without permission: error, and nothing is told to main', async ({ bench, server }) => {
    await bench.app.evaluate(() => {
      globalThis.harness.answers = 'denied';
    });
    const page = await openBlank(bench, server.origin);
    await page.evaluate(() => (Reflect.get(window, 'make') as (title: string) => Notification)('No').title);
    await expect.poll(() => events(page)).toEqual(['No:error']);
    expect(await page.evaluate(() => Notification.permission)).toBe('denied');
    expect(await bench.heard()).toEqual([]);
  });

  test('P15 requestPermission answers by promise and by callback, and permissions.query agrees', async ({
    bench,
    server,
  }) => {
    const page = await openBlank(bench, server.origin);
    const answers = await page.evaluate(async () => {
      const byCallback = new Promise((resolve) => void Notification.requestPermission(resolve));
      const query = await navigator.permissions.query({ name: 'notifications' });
      return [await Notification.requestPermission(), await byCallback, query.state];
    });
    expect(answers).toEqual(['granted', 'granted', 'granted']);
  });

  test('P16 main refuses a notification: the page gets error', async ({ bench, server }) => {
    await bench.app.evaluate(() => {
      globalThis.harness.mayNotify = false;
    });
    const page = await openBlank(bench, server.origin);
    await page.evaluate(() => (Reflect.get(window, 'make') as (title: string) => Notification)('No').title);
    await expect.poll(() => events(page)).toEqual(['No:error']);
    expect(await bench.refused()).toMatchObject([{ serviceId: 'one', reason: 'may-not-notify', count: 1 }]);
  });

  test('P20 badges: count, flag, none, coalesced, never the application badge', async ({ bench, server }) => {
    const page = await openBlank(bench, server.origin);
    await page.evaluate(async () => {
      await navigator.setAppBadge(3);
      for (let count = 4; count < 300; count += 1) void navigator.setAppBadge(count);
    });
    await expect
      .poll(async () =>
        (await bench.heard('badge')).map(({ message }) => Reflect.get(message, 'badge') as unknown),
      )
      .toEqual([
        { kind: 'count', count: 3 },
        { kind: 'count', count: 299 },
      ]);
    await page.evaluate(() => navigator.setAppBadge());
    await expect
      .poll(async () => Reflect.get((await bench.heard('badge')).at(-1)?.message ?? {}, 'badge') as unknown)
      .toEqual({ kind: 'flag' });
    await page.evaluate(() => navigator.setAppBadge(0));
    await expect
      .poll(async () => Reflect.get((await bench.heard('badge')).at(-1)?.message ?? {}, 'badge') as unknown)
      .toEqual({ kind: 'none' });
    expect(await bench.app.evaluate(({ app }) => app.getBadgeCount())).toBe(0);
  });

  test('P40 a page that replaces every builtin neither breaks nor hears the bridge', async ({
    bench,
    server,
  }) => {
    await bench.open(`${server.origin}/hostile-builtins.html`);
    await expect
      .poll(async () =>
        (await bench.heard('notification-show')).map(
          ({ message }) => Reflect.get(message, 'title') as string,
        ),
      )
      .toEqual(['still works']);
    await reply(bench, 'still works', 'click');
    // Read from outside: the page's own builtins answer nobody any more.
    const titles = () =>
      bench.app.evaluate(({ webContents }) => webContents.getAllWebContents().map((each) => each.getTitle()));
    await expect.poll(titles).toEqual(['clicked; overheard']);
  });

  test('P41 a flood of 10,000 notifications and 10 MB titles stops in the page; main stays quick and counts it', async ({
    bench,
    server,
  }) => {
    const page = await openBlank(bench, server.origin);
    const floodedMs = Date.now();
    await page.evaluate(() => {
      const long = 'x'.repeat(10_000_000);
      const kept = [new Notification(long, { body: long, icon: `data:image/png;base64,${long}` })];
      for (let i = 0; i < 10_000; i += 1) kept.push(new Notification(`n${i}`));
    });
    const startedMs = Date.now();
    await bench.app.evaluate(() => 1);
    expect(Date.now() - startedMs).toBeLessThan(1000);
    // 600 at once and 1 a second.
    const most = 600 + Math.ceil((Date.now() - floodedMs) / 1000);
    expect((await bench.heard('notification-show')).length).toBeLessThanOrEqual(most);
    await expect
      .poll(async () =>
        (await bench.refused())
          .filter(({ reason }) => reason === 'flood')
          .reduce((sum, { count }) => sum + count, 0),
      )
      .toBeGreaterThan(8000);
    expect((await bench.refused()).length).toBeLessThan(10);
    const first = (await bench.heard('notification-show'))[0]?.message;
    expect(String(Reflect.get(first ?? {}, 'title')).length).toBe(256);
  });
});

import { expect } from '@playwright/test';
import { test } from './harness';

test.describe('when and where', () => {
  for (const name of ['early.html', 'strict.html']) {
    test(`P1 the page's first script finds everything replaced, 20 of 20 loads of ${name}`, async ({
      bench,
      server,
    }) => {
      const page = await bench.open(`${server.origin}/${name}`);
      for (let load = 0; load < 20; load += 1) {
        expect(await page.evaluate(() => Reflect.get(window, 'early'))).toEqual({
          native: false,
          showNative: false,
          badgeNative: false,
        });
        await page.reload();
      }
      expect((await bench.heard('notification-show')).length).toBeGreaterThanOrEqual(20);
    });
  }

  test('P2 no new global is left for the page', async ({ bench, server }) => {
    const url = `${server.origin}/blank.html`;
    const page = await bench.open(url);
    const source = 'Reflect.ownKeys(window).map(String).sort()';
    const bare = await bench.app.evaluate(
      (_, given) => globalThis.harness.bareShape(given.url, given.source),
      { url, source },
    );
    expect(await page.evaluate(source)).toEqual(bare);
  });

  test('P3 frames of the same origin are replaced too and speak; frames of another origin may not', async ({
    bench,
    server,
  }) => {
    const page = await bench.open(`${server.origin}/frames.html`);
    const frame = async (name: string) => {
      await expect
        .poll(() => page.frame(name)?.evaluate(() => Reflect.get(window, 'early') !== undefined))
        .toBe(true);
      return page.frame(name);
    };
    const same = await frame('same');
    const foreign = await frame('foreign');
    const isNative = () => String(Notification).includes('[native code]');
    expect([await same?.evaluate(isNative), await foreign?.evaluate(isNative)]).toEqual([false, false]);
    expect(await same?.evaluate(() => Notification.permission)).toBe('granted');
    expect(await foreign?.evaluate(() => Notification.permission)).toBe('denied');
    expect(await foreign?.evaluate(() => Notification.requestPermission())).toBe('denied');
    expect(await foreign?.evaluate(() => navigator.setAppBadge(3).catch((error: Error) => error.name))).toBe(
      'SecurityError',
    );
    await same?.evaluate(() => new Notification('from a frame').title);
    await foreign?.evaluate(() => new Notification('from elsewhere').title);
    await expect
      .poll(async () =>
        (await bench.heard('notification-show')).map(
          ({ message }) => Reflect.get(message, 'title') as string,
        ),
      )
      .toEqual(['from the first script', 'from a frame']);
  });
});

import { expect, type Page } from '@playwright/test';
import { runAlone, test, type Bench } from './harness';

interface Told {
  readonly type: string;
  readonly action?: string;
  readonly notification: { readonly title: string };
}

const ask = (
  page: Page,
  what: string,
  given: object = {},
): Promise<{ readonly answer?: unknown; readonly error?: string }> =>
  page.evaluate((args) => Reflect.apply(Reflect.get(window, 'ask') as () => Promise<object>, window, args), [
    what,
    given,
  ] as const);
const told = (page: Page): Promise<readonly Told[]> =>
  page.evaluate(() => Reflect.get(window, 'told') as Told[]);

async function shown(bench: Bench, title: string): Promise<Record<string, unknown>> {
  await expect
    .poll(async () =>
      (await bench.heard('notification-show')).some(({ message }) => Reflect.get(message, 'title') === title),
    )
    .toBe(true);
  const found = (await bench.heard('notification-show')).find(
    ({ message }) => Reflect.get(message, 'title') === title,
  );
  return found?.message as unknown as Record<string, unknown>;
}
const event = (bench: Bench, pageId: unknown, name: 'click' | 'close', action?: string): Promise<boolean> =>
  bench.app.evaluate(
    (_, given) =>
      globalThis.harness.reply({
        kind: 'notification-event',
        pageId: given.pageId,
        event: given.name,
        ...(given.action === undefined ? {} : { action: given.action }),
      }),
    { pageId: String(pageId), name, action },
  );

test.describe('service workers', () => {
  test('P30 a worker shows, lists by tag and closes, as The Lounge does', async ({ bench, server }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    const options = { body: 'Hello', tag: 'chan-2', icon: '/icon.png', data: { room: 7, at: new Date(5) } };
    expect(await ask(page, 'replaceByTag', { title: 'Ann', options })).toEqual({ answer: 0 });
    expect(await shown(bench, 'Ann')).toMatchObject({
      body: 'Hello',
      tag: 'chan-2',
      origin: 'worker',
      icon: `${server.origin}/icon.png`,
      scope: `${server.origin}/`,
    });
    expect(await ask(page, 'replaceByTag', { title: 'Ann again', options })).toEqual({ answer: 1 });
    expect(await ask(page, 'list', { filter: { tag: 'chan-2' } })).toEqual({
      answer: [
        {
          title: 'Ann again',
          body: 'Hello',
          tag: 'chan-2',
          data: { room: 7, at: new Date(5) },
          isNotification: true,
        },
      ],
    });
    expect(await ask(page, 'list', { filter: { tag: 'other' } })).toEqual({ answer: [] });
  });

  test('P31 the page shows by its registration; page and worker see the same list', async ({
    bench,
    server,
  }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    const listed = await page.evaluate(async () => {
      const registration = await (Reflect.get(window, 'ready') as Promise<ServiceWorkerRegistration>);
      const shownAs = await registration.showNotification('From the page', {
        tag: 'x',
        data: [1, undefined],
      });
      const list = await registration.getNotifications({ tag: 'x' });
      return [shownAs, list.length, list[0]?.title, list[0] instanceof Notification, list[0]?.data];
    });
    expect(listed).toEqual([undefined, 1, 'From the page', true, [1, undefined]]);
    expect(await ask(page, 'list')).toMatchObject({ answer: [{ title: 'From the page', tag: 'x' }] });
    await page.evaluate(async () => {
      const registration = await (Reflect.get(window, 'ready') as Promise<ServiceWorkerRegistration>);
      for (const one of await registration.getNotifications()) one.close();
    });
    expect(await ask(page, 'list')).toEqual({ answer: [] });
    expect((await bench.heard('notification-close')).length).toBe(1);
  });

  test('P32 a click comes into the worker with notification and action; focus() is told to main', async ({
    bench,
    server,
  }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    await ask(page, 'show', {
      title: 'Click me',
      options: { data: { room: 7 }, actions: [{ action: 'go', title: 'Go' }] },
    });
    const { pageId } = await shown(bench, 'Click me');
    expect(await event(bench, pageId, 'click', 'go')).toBe(true);
    await expect
      .poll(() => told(page))
      .toMatchObject([
        {
          type: 'notificationclick',
          action: 'go',
          reply: null,
          isNotificationEvent: true,
          notification: { title: 'Click me', data: { room: 7 }, isNotification: true },
        },
      ]);
    expect(
      (await bench.heard('worker-focus')).map(({ message }) => Reflect.get(message, 'url') as string),
    ).toEqual([page.url()]);
    expect(await ask(page, 'list')).toEqual({ answer: [] });
  });

  test('P33 openWindow() in a click is told to main, at other times it is refused as in a browser', async ({
    bench,
    server,
  }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    expect((await ask(page, 'openNow', { url: '/blank.html' })).error).toContain('InvalidAccessError');
    await ask(page, 'show', { title: 'Open me' });
    const { pageId } = await shown(bench, 'Open me');
    await event(bench, pageId, 'click', 'open');
    await expect
      .poll(async () =>
        (await bench.heard('worker-open')).map(({ message }) => Reflect.get(message, 'url') as string),
      )
      .toEqual([`${server.origin}/blank.html?opened`]);
  });

  test('P34 a dismissal comes into the worker as notificationclose', async ({ bench, server }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    await ask(page, 'show', { title: 'Dismiss me' });
    const { pageId } = await shown(bench, 'Dismiss me');
    await event(bench, pageId, 'close');
    await expect
      .poll(() => told(page))
      .toMatchObject([{ type: 'notificationclose', notification: { title: 'Dismiss me' } }]);
  });

  test('P35 a click wakes a worker that sleeps, and it works as before', async ({ folder, server }) => {
    expect(await runAlone(folder, 'wake.mjs', `${server.origin}/worker.html`)).toMatchObject({
      replied: true,
      clicked: [{ type: 'notificationclick', notification: { title: 'Wake up', data: 'kept' } }],
      native: { answer: false },
      titles: ['Wake up', 'Awake'],
      problems: [],
    });
  });

  test('P36 a reload changes nothing: the worker is still replaced and its notifications are known', async ({
    bench,
    server,
  }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    await ask(page, 'show', { title: 'Before', options: { tag: 'a' } });
    for (let load = 0; load < 5; load += 1) {
      await page.reload();
      expect(await ask(page, 'toString')).toEqual({ answer: false });
    }
    expect(await ask(page, 'list')).toMatchObject({ answer: [{ title: 'Before' }] });
    const { pageId } = await shown(bench, 'Before');
    await event(bench, pageId, 'click');
    await expect.poll(() => told(page)).toMatchObject([{ notification: { title: 'Before' } }]);
  });

  test('P37 a worker may badge, and may not construct', async ({ bench, server }) => {
    const page = await bench.open(`${server.origin}/worker.html`);
    expect(await ask(page, 'badge', { count: 4 })).toEqual({ answer: 'undefined' });
    await expect
      .poll(async () =>
        (await bench.heard('badge')).map(({ message, from }) => [Reflect.get(message, 'badge'), from]),
      )
      .toEqual([[{ kind: 'count', count: 4 }, 'worker']]);
    expect((await ask(page, 'badge', { count: -1 })).error).toContain('TypeError');
    expect((await ask(page, 'construct')).error).toContain('TypeError');
  });

  test('P38 without permission showNotification is a TypeError, in page and worker', async ({
    bench,
    server,
  }) => {
    await bench.app.evaluate(() => {
      globalThis.harness.answers = 'denied';
    });
    const page = await bench.open(`${server.origin}/worker.html`);
    expect((await ask(page, 'show', { title: 'No' })).error).toContain('TypeError');
    const error = await page.evaluate(async () => {
      const registration = await (Reflect.get(window, 'ready') as Promise<ServiceWorkerRegistration>);
      return registration.showNotification('No').catch((reason: Error) => reason.name);
    });
    expect(error).toBe('TypeError');
    expect(await bench.heard('notification-show')).toEqual([]);
  });
});

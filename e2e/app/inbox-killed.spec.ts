import { expect } from '@playwright/test';
import { test } from '../support/desktop-chat';
import { removeProfile, startFoyer } from '../support/foyer';
import { entryWith, inboxOf } from '../support/inbox';
import { watchLateness } from '../support/lateness';
import { notify } from '../support/plain-chat';

/** 1,020 in all; each page stays below what is taken of one at once. */
const SERVICES = 6;
const EACH = 170;
/** What is promised of a machine that gives the app its turn. */
const PROMISED_MS = 250;

test('I6 killed while 1,000 notifications pour in: at most the last 250 ms are missing, and nothing is broken', async ({
  desktop,
  chat,
  launch,
}) => {
  const services = Array.from({ length: SERVICES }, (_, index) => chat.service(`pour${index}`));
  const foyer = await launch(...services);
  const pages = await Promise.all(services.map(({ url }) => foyer.servicePage(url)));
  const made: { readonly title: string; readonly atMs: number }[] = [];
  for (const page of pages)
    await page.exposeFunction('noted', (title: string, atMs: number) => void made.push({ title, atMs }));
  // The file is there, and the process that has it.
  await notify(pages[0] ?? foyer.shell, 'first of all');
  await entryWith(foyer.shell, 'first of all');
  const process = foyer.app.process();
  const ended = new Promise<void>((resolve) => process.once('exit', () => resolve()));
  const lateness = await watchLateness(foyer);
  const pour = pages.map((page, of) =>
    page
      .evaluate(
        async ([name, count]) => {
          const { noted } = globalThis as unknown as { noted: (title: string, atMs: number) => unknown };
          for (let number = 0; number < count; number += 1) {
            const title = `${name}-${number}`;
            // Main says so as soon as it has it.
            new Notification(title).addEventListener('show', () => noted(title, Date.now()));
            if (number % 10 === 0) await new Promise((resolve) => requestAnimationFrame(resolve));
          }
        },
        [`p${of}`, EACH] as const,
      )
      // The page goes down with the app.
      .catch(() => undefined),
  );
  await expect.poll(() => made.length, { intervals: [5] }).toBeGreaterThan(SERVICES * EACH * 0.6);
  // What a busy machine takes from main it takes from the inbox's own process too.
  const allowedMs = PROMISED_MS + 2 * (await lateness());
  test
    .info()
    .annotations.push({ type: 'at most missing', description: `the last ${Math.round(allowedMs)} ms` });
  const killedMs = Date.now();
  process.kill('SIGKILL');
  await Promise.all([ended, ...pour]);

  const again = await startFoyer({ env: desktop.env, profile: foyer.profile });
  try {
    const kept = new Set<string>();
    for (let of = 0; of < SERVICES; of += 1)
      for (const { title } of await inboxOf(again.shell, { serviceId: `pour${of}` })) kept.add(title);
    const due = made.filter(({ atMs }) => atMs < killedMs - allowedMs);
    expect(due.length).toBeGreaterThan(0);
    expect(due.filter(({ title }) => !kept.has(title))).toEqual([]);
    expect(again.log()).not.toMatch(/\[foyer\] bug|set aside/);
    await expect(again.shell.getByText(/could not be read/)).toHaveCount(0);
  } finally {
    await again.quit();
    await removeProfile(again.profile);
  }
});

import { setTimeout } from 'node:timers/promises';
import { expect, test } from '@playwright/test';
import { readCpuPercent, readPssMb } from '../../scripts/bench/processes.mjs';
import { companyServiceOf, startCompany } from '../support/company.js';
import { startDesktop } from '../support/desktop.js';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer.js';
import { startPlainServer } from '../support/plain-server.js';
import { partsOf } from '../support/scene.js';
import { seedService } from '../support/seed.js';
import { measured } from '../support/shown.js';

/*
 * Fifty services of one Rocket.Chat, each somebody else's, with 50 channels each. Their pages are opened one by one, signed
 * in, and let sleep, which is measured with what pages leave behind in the app; then the app is started anew, and all is
 * measured as on any morning: asleep from the start, heard by the sign-ins that the key ring sealed.
 */
const SERVICES = 50;
const CHANNELS = 50;
const NOTIFICATIONS = 100;
const BURST = 1000;
const BURST_MS = 10_000;
const IDLE_MS = 60_000;
/** For what a page left behind to be let go of. */
const SETTLE_MS = 20_000;

test('fifty services asleep', async () => {
  const [desktop, profile, plain, company] = await Promise.all([
    startDesktop({ hasKeyRing: true }),
    createProfile(),
    startPlainServer(),
    startCompany(SERVICES, CHANNELS, { sleepMode: 'asleep-at-start', listen: 'yes' }),
  ]);
  const { users, tell } = company;
  const seen = seedService({
    id: 'seen',
    recipeId: 'website',
    name: 'Seen',
    url: plain.urlFor('127.0.0.1'),
  });
  try {
    const { env, scripts } = desktop;
    const empty = await startFoyer({
      env,
      scripts,
      seed: { services: [seen], activeServiceId: 'seen' },
    });
    await empty.servicePage(plain.urlFor('127.0.0.1'));
    await setTimeout(SETTLE_MS);
    const emptyMb = await pssOf(empty);
    await empty.quit();
    await removeProfile(empty.profile);

    const held = {
      foyer: await startFoyer({
        env,
        scripts,
        profile,
        seed: { services: [seen, ...company.services], activeServiceId: 'seen' },
      }),
    };
    const { count, inbox } = partsOf(() => held.foyer);
    for (const user of users) {
      const one = companyServiceOf(held.foyer, company, user);
      await one.open();
      await one.sleep();
    }
    await setTimeout(SETTLE_MS);
    measured(test.info(), 'asleep.opened.extraMb', 'foyer', [(await pssOf(held.foyer)) - emptyMb]);
    await held.foyer.quit();

    const foyer = await startFoyer({ env, scripts, profile });
    held.foyer = foyer;
    await foyer.servicePage(plain.urlFor('127.0.0.1'));
    for (const user of users) {
      const { load } = companyServiceOf(foyer, company, user);
      await expect.poll(load, { timeout: 30_000 }).toBe('asleep live');
    }
    await setTimeout(SETTLE_MS);
    measured(test.info(), 'asleep.fifty.extraMb', 'foyer', [(await pssOf(foyer)) - emptyMb]);
    measured(test.info(), 'asleep.idle.cpu.percent', 'foyer', [await cpuOf(foyer)]);

    const took: number[] = [];
    for (let index = 0; index < NOTIFICATIONS; index += 1) {
      const user = users[index % SERVICES] ?? '';
      const text = `alone ${index}`;
      const arriving = desktop.nextNotification(({ body }) => body.includes(text));
      const saidMs = performance.now();
      await tell(user, text);
      await arriving;
      took.push(performance.now() - saidMs);
      // As fast as a desktop bears it.
      await setTimeout(50);
    }
    measured(test.info(), 'asleep.notify.p95Ms', 'foyer', took);

    const before = await count({});
    const pauses = await watchPauses(foyer);
    const said: string[] = [];
    const beginMs = performance.now();
    for (let index = 0; index < BURST; index += 1) {
      const dueMs = beginMs + (index * BURST_MS) / BURST;
      const waitMs = dueMs - performance.now();
      if (waitMs > 1) await setTimeout(waitMs);
      said.push(await tell(users[index % SERVICES] ?? '', `burst ${index}`));
    }
    await expect.poll(() => count({}), { timeout: 30_000 }).toBeGreaterThanOrEqual(before + BURST);
    const { longestMs, longestRunMs } = await pauses();
    const wanted = new Set(said);
    const found = (await inbox({})).flatMap(({ messageId }) =>
      messageId !== null && wanted.has(messageId) ? [messageId] : [],
    );
    measured(test.info(), 'asleep.burst.lost', 'foyer', [wanted.size - new Set(found).size]);
    measured(test.info(), 'asleep.burst.doubled', 'foyer', [found.length - new Set(found).size]);
    measured(test.info(), 'asleep.burst.mainPauseMs', 'foyer', [longestMs]);
    measured(test.info(), 'asleep.burst.mainRunMs', 'foyer', [longestRunMs]);
    await foyer.quit();
  } finally {
    await Promise.all([desktop.stop(), company.chat.stop(), plain.stop()]);
    await removeProfile(profile);
  }
});

/** Playwright's own part is in both measurements alike. */
const pssOf = ({ app, profile }: Foyer): Promise<number> => readPssMb(app.process().pid ?? 0, profile);
const cpuOf = ({ app, profile }: Foyer): Promise<number> =>
  readCpuPercent(app.process().pid ?? 0, profile, IDLE_MS);

interface Pauses {
  readonly longestMs: number;
  readonly longestRunMs: number;
}

/**
 * Gives, in the end, the longest that main's thread let a timer of 2 ms wait, and the most that it ran itself meanwhile: the rest of
 * such a wait it stood in the queue for a processor (`/proc/self/schedstat`, the first thread's, in ns).
 */
async function watchPauses({ app }: Foyer): Promise<() => Promise<Pauses>> {
  await app.evaluate(() => {
    const { readFileSync } = process.getBuiltinModule('node:fs');
    const readRunMs = (): number => Number(readFileSync('/proc/self/schedstat', 'utf8').split(' ')[0]) / 1e6;
    const seen = { lastMs: performance.now(), lastRunMs: readRunMs(), longestMs: 0, longestRunMs: 0 };
    const timer = setInterval(() => {
      const [nowMs, runMs] = [performance.now(), readRunMs()];
      seen.longestMs = Math.max(seen.longestMs, nowMs - seen.lastMs - 2);
      seen.longestRunMs = Math.max(seen.longestRunMs, runMs - seen.lastRunMs);
      seen.lastMs = nowMs;
      seen.lastRunMs = runMs;
    }, 2);
    Reflect.set(globalThis, 'foyerPauses', (): Pauses => {
      clearInterval(timer);
      return seen;
    });
  });
  return () => app.evaluate(() => (Reflect.get(globalThis, 'foyerPauses') as () => Pauses)());
}

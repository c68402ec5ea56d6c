import { expect, test } from '@playwright/test';
import { leastSquares } from '../../scripts/bench/grow/slopes.mjs';
import { median } from '../../scripts/bench/stats.mjs';
import { companyServiceOf, startCompany } from '../support/company.js';
import { startDesktop } from '../support/desktop.js';
import { createProfile, removeProfile, startFoyer } from '../support/foyer.js';
import { type Leftovers, readLeftovers } from '../support/leftovers.js';
import { startPlainServer } from '../support/plain-server.js';
import { partsOf } from '../support/scene.js';
import { seedService } from '../support/seed.js';

/*
 * An hour of a day's troubles in some minutes: again and again all services sleep, are talked to, lose their line, lose
 * their server, the machine sleeps, and they wake. Each round ends with all asleep, where the same must be there each time.
 */
const SERVICES = 4;
const CHANNELS = 50;
/** The window's own, and that of the service that is seen. */
const PAGES = 2;
const MINUTES = Number(process.env['FOYER_SOAK_MINUTES'] ?? 6);
/** Until then memory is still being taken for the first time. */
const WARM_UP = 0.3;
const ROUNDS_MIN = 6;
const GROWTH_MAX = 1.05;
/** What comes by itself: what is done now and then, and files that Chromium opens once, 3 for each session, after two minutes. */
const SWAYS: Partial<Leftovers> = { timers: 4, files: 3 * SERVICES + 2 };

test('an hour of reconnects, sleeps and wakes leaves nothing behind', async () => {
  test.setTimeout((MINUTES + 5) * 60_000);
  const [desktop, profile, plain, company] = await Promise.all([
    startDesktop(),
    createProfile(),
    startPlainServer(),
    startCompany(SERVICES, CHANNELS, { listen: 'yes', sleepMode: 'asleep-at-start' }),
  ]);
  const { chat, users, tell } = company;
  const seenUrl = plain.urlFor('127.0.0.1');
  const seen = seedService({ id: 'seen', recipeId: 'website', name: 'Seen', url: seenUrl });
  const foyer = await startFoyer({
    env: desktop.env,
    profile,
    seed: { services: [seen, ...company.services], activeServiceId: 'seen' },
    // Rubbish that waits to be collected is no leak.
    args: ['--js-flags=--expose-gc'],
  });
  try {
    await foyer.servicePage(seenUrl);
    const { count, inbox } = partsOf(() => foyer);
    const services = users.map((user) => companyServiceOf(foyer, company, user));
    const said: string[] = [];
    const sayAll = async (text: string): Promise<void> => {
      for (const user of users) said.push(await tell(user, text));
    };
    const areKept = () =>
      expect.poll(() => count({}), { timeout: 30_000 }).toBeGreaterThanOrEqual(said.length);
    const areHeard = () =>
      expect
        .poll(async () => [...new Set(await Promise.all(services.map((one) => one.load())))], {
          timeout: 30_000,
        })
        .toEqual(['asleep live']);

    for (const service of services) await service.open();
    for (const service of services) await service.sleep();
    const samples: Leftovers[] = [];
    const endMs = performance.now() + MINUTES * 60_000;
    for (let round = 0; round < ROUNDS_MIN || performance.now() < endMs; round += 1) {
      await sayAll(`asleep, round ${round}`);
      chat.dropSockets();
      await sayAll(`cut, round ${round}`);
      await areHeard();
      await chat.restart();
      await sayAll(`restarted, round ${round}`);
      await foyer.app.evaluate(({ powerMonitor }) => {
        powerMonitor.emit('suspend');
        powerMonitor.emit('resume');
      });
      await areHeard();
      await areKept();
      await Promise.all(services.map((service) => service.wake()));
      await sayAll(`awake, round ${round}`);
      await areKept();
      // As people do: else notifications only ever become more.
      for (const user of users) await chat.readElsewhere(`${user},bob`, user);
      await Promise.all(services.map((service) => service.sleep()));
      const { leftovers, byProcess } = await readLeftovers(foyer, company, PAGES);
      samples.push(leftovers);
      console.log(`soak: round ${round + 1}: ${describe(leftovers)} (${byProcess.join(', ')})`);
    }

    const ids = (await inbox({})).flatMap(({ messageId }) => (messageId === null ? [] : [messageId]));
    expect(ids.toSorted(), 'each message is kept once').toEqual(said.toSorted());
    const steady = samples.slice(Math.ceil(samples.length * WARM_UP));
    const third = Math.max(1, Math.floor(steady.length / 3));
    const [first, last] = [middleOf(steady.slice(0, third)), middleOf(steady.slice(-third))];
    const slope = leastSquares(steady.map(({ memoryMb }, index) => [index, memoryMb]))?.slope ?? 0;
    console.log(`soak: first third: ${describe(first)}`);
    console.log(`soak: last third: ${describe(last)}; ${slope.toFixed(3)} MB a round`);
    const { memoryMb, ...counts } = last;
    for (const [what, count] of Object.entries(counts))
      expect(count - first[what as keyof typeof counts], `${what} left behind`).toBeLessThanOrEqual(
        SWAYS[what as keyof typeof counts] ?? 0,
      );
    expect(memoryMb / first.memoryMb, 'memory, the last third to the first').toBeLessThanOrEqual(GROWTH_MAX);
  } finally {
    await foyer.quit();
    await Promise.all([desktop.stop(), plain.stop(), chat.stop()]);
    await removeProfile(profile);
  }
});

const describe = (sample: object): string =>
  Object.entries(sample)
    .map(([what, count]) => `${what} ${Number(Number(count).toFixed(1))}`)
    .join(', ');

/** The middle of each. */
function middleOf(samples: readonly Leftovers[]): Leftovers {
  const of = (what: keyof Leftovers): number => median(samples.map((sample) => sample[what]));
  return {
    memoryMb: of('memoryMb'),
    processes: of('processes'),
    files: of('files'),
    views: of('views'),
    timers: of('timers'),
    listeners: of('listeners'),
    sockets: of('sockets'),
  };
}

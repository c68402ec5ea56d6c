import { once } from 'node:events';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startMattermost } from '../servers/mattermost/mattermost.js';
import { startDesktop } from '../support/desktop.js';
import { launchElectron } from '../support/electron-launch.js';
import { createProfile, removeProfile, startFoyer } from '../support/foyer.js';
import { type Keyboard, startKeyboard } from '../support/keyboard.js';
import { partsOf } from '../support/scene.js';
import { seedService } from '../support/seed.js';
import { takeMattermostCookies } from '../support/sign-in.js';
import { measured } from '../support/shown.js';
import { watchRows } from './watch-rows.js';

/*
 * Twenty services with 1,000 channels each, told by their real pages; two whose servers never answer, so that the other
 * 178 wait for their turn as at a start, and take part by their names.
 */
const TELLING = 20;
const CHANNELS = 1000;
const SERVICES = 200;
const OPENINGS = 40;
const WORDS = [
  'design',
  'release notes',
  'ops alerts',
  'marketing',
  'team 17',
  'gernal',
  'dnb 12',
  'support emea',
];
const NAMES = [
  'general',
  'design',
  'release-notes',
  'ops-alerts',
  'marketing',
  'team',
  'dev-backend',
  'support-emea',
];

test('the switcher among 200 services and 20,000 channels', async () => {
  const users = Array.from({ length: TELLING }, (_, index) => `user${index}`);
  const [desktop, profile, mattermost] = await Promise.all([
    startDesktop(),
    createProfile(),
    startMattermost({
      reconnectMs: 1000,
      seed: {
        users: users.map((name) => ({ name })),
        teams: [{ name: 'all', displayName: 'All' }],
        channels: Array.from({ length: CHANNELS }, (_, index) => ({
          team: 'all',
          name: `room-${index}`,
          displayName: `${NAMES[index % NAMES.length] ?? ''} ${Math.floor(index / NAMES.length)}`,
        })),
      },
    }),
  ]);
  const silent = createServer(() => undefined).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  const address = silent.address();
  const silentUrl = `http://127.0.0.1:${typeof address === 'object' ? (address?.port ?? 0) : 0}/`;
  const urlOf = (user: string) => `${mattermost.instances[0]?.urlFor(user) ?? ''}/`;
  const services = [
    ...users.map((id) => seedService({ id, recipeId: 'mattermost', name: `Company ${id}`, url: urlOf(id) })),
    ...Array.from({ length: SERVICES - TELLING }, (_, index) =>
      seedService({ id: `other${index}`, recipeId: 'website', name: `Other ${index}`, url: silentUrl }),
    ),
  ];
  const keyboard = await startKeyboard(desktop.displayName);
  const foyer = await startFoyer({ env: desktop.env, profile, seed: { services, activeServiceId: 'user0' } });
  const { command } = partsOf(() => foyer);
  try {
    for (const user of users) {
      await foyer.servicePage(`${user}.localhost`);
      await takeMattermostCookies(foyer, mattermost, user, urlOf(user));
      await command('service.reload', { serviceId: user, fromStartPage: true });
    }
    for (const serviceId of users)
      await expect
        .poll(async () => (await command('channels.list', { serviceId })).channels?.length ?? 0, {
          timeout: 120_000,
        })
        .toBeGreaterThanOrEqual(CHANNELS);
    const found = await useSwitcher(foyer.shell, keyboard);
    const floor = await useFloor();
    for (const [who, { opened, typed, dropped }] of [['foyer', found] as const, ['floor', floor] as const]) {
      measured(test.info(), 'switcher.openP95Ms', who, opened);
      measured(test.info(), 'switcher.keystrokeP95Ms', who, typed);
      measured(test.info(), 'switcher.droppedFrames', who, [dropped]);
    }
  } finally {
    await foyer.quit();
    keyboard.stop();
    silent.close();
    await Promise.all([desktop.stop(), mattermost.stop()]);
    await removeProfile(profile);
  }
});

interface Found {
  readonly opened: readonly number[];
  readonly typed: readonly number[];
  readonly dropped: number;
}

/** Opens it and types into it again and again: for the times, and then once more for the frames. */
async function useSwitcher(page: Page, keyboard: Keyboard): Promise<Found> {
  const watch = await watchRows(page);
  const opened: number[] = [];
  const typed: number[] = [];
  const lost: number[] = [];
  for (let round = 0; round < OPENINGS * 2; round += 1) {
    const isForFrames = round >= OPENINGS;
    const word = WORDS[round % WORDS.length] ?? '';
    const pressedMs = performance.timeOrigin + performance.now();
    const { atMs } = await watch.painted('', () => keyboard.press('Control+k'));
    if (!isForFrames) opened.push(atMs - pressedMs);
    await expect(page.getByRole('combobox')).toBeFocused();
    if (isForFrames) await watch.startFrames();
    for (let length = 1; length <= word.length; length += 1) {
      const letter = word.charAt(length - 1);
      const painted = await watch.painted(word.slice(0, length), () => keyboard.type(letter));
      if (!isForFrames) typed.push(painted.atMs - painted.keyMs);
    }
    if (isForFrames) lost.push(await watch.missedFrames());
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
  }
  return { opened, typed, dropped: lost.reduce((sum, one) => sum + one, 0) };
}

/** What the same costs where nothing is done but to show rows, on the same machine at the same time. */
async function useFloor(): Promise<Found> {
  const desktop = await startDesktop();
  const keyboard = await startKeyboard(desktop.displayName);
  const profile = await createProfile();
  const app = await launchElectron({
    args: [join(import.meta.dirname, 'floor'), `--user-data-dir=${profile}`],
    env: desktop.env,
  });
  try {
    await expect.poll(() => app.windows().length).toBe(2);
    const page = app.windows().find((one) => one.url().startsWith('file:'));
    if (page === undefined) throw new Error('the floor has no page of its own');
    return await useSwitcher(page, keyboard);
  } finally {
    await app.close();
    keyboard.stop();
    await desktop.stop();
    await removeProfile(profile);
  }
}

import { once } from 'node:events';
import { createServer } from 'node:net';
import { expect, type Page, test } from '@playwright/test';
import { startMattermost } from '../servers/mattermost/mattermost.js';
import { startDesktop } from '../support/desktop.js';
import { createProfile, removeProfile, startFoyer } from '../support/foyer.js';
import { startKeyboard } from '../support/keyboard.js';
import { partsOf } from '../support/scene.js';
import { seedService } from '../support/seed.js';
import { takeMattermostCookies } from '../support/sign-in.js';
import { measured } from '../support/shown.js';

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

interface Painted {
  readonly atMs: number;
  readonly keyMs: number;
}

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
    const { shell } = foyer;
    await watchFrames(shell);
    const opened: number[] = [];
    const typed: number[] = [];
    let dropped = 0;
    for (let round = 0; round < OPENINGS; round += 1) {
      const word = WORDS[round % WORDS.length] ?? '';
      const pressedMs = Date.now();
      await keyboard.press('Control+k');
      opened.push((await painted(shell, '')).atMs - pressedMs);
      await expect(shell.getByRole('combobox')).toBeFocused();
      await shell.evaluate(() => (globalThis as unknown as { frames: { start: () => void } }).frames.start());
      for (let length = 1; length <= word.length; length += 1) {
        const wanted = word.slice(0, length);
        const seen = painted(shell, wanted);
        await keyboard.type(word.charAt(length - 1));
        const { atMs, keyMs } = await seen;
        typed.push(atMs - keyMs);
      }
      dropped += await shell.evaluate(() =>
        (globalThis as unknown as { frames: { missed: () => number } }).frames.missed(),
      );
      await keyboard.press('Escape');
      await expect(shell.getByRole('dialog')).toHaveCount(0);
    }
    measured(test.info(), 'switcher.openP95Ms', 'foyer', opened);
    measured(test.info(), 'switcher.keystrokeP95Ms', 'foyer', typed);
    measured(test.info(), 'switcher.droppedFrames', 'foyer', [dropped]);
  } finally {
    await foyer.quit();
    keyboard.stop();
    silent.close();
    await Promise.all([desktop.stop(), mattermost.stop()]);
    await removeProfile(profile);
  }
});

/** Counts frames that came later than two of them take, while something is typed; notes when keys come. */
const watchFrames = (shell: Page): Promise<void> =>
  shell.evaluate(() => {
    const state = { isOn: false, lastMs: 0, missed: 0 };
    const tick = (atMs: number): void => {
      if (!state.isOn) return;
      if (state.lastMs > 0) state.missed += Math.max(0, Math.round((atMs - state.lastMs) / (1000 / 60)) - 1);
      state.lastMs = atMs;
      requestAnimationFrame(tick);
    };
    const keys = { lastMs: 0 };
    addEventListener('keydown', (event) => (keys.lastMs = performance.timeOrigin + event.timeStamp), true);
    Object.assign(globalThis, {
      keys,
      frames: {
        start: () => {
          Object.assign(state, { isOn: true, lastMs: 0, missed: 0 });
          requestAnimationFrame(tick);
        },
        missed: () => {
          state.isOn = false;
          return state.missed;
        },
      },
    });
  });

/** When what was found for that is painted: after the frame that shows it; and when its key came. */
const painted = (shell: Page, query: string): Promise<Painted> =>
  shell.evaluate(
    (wanted) =>
      new Promise<Painted>((resolve) => {
        const look = (): void => {
          const list = document.querySelector<HTMLElement>('.switcher-list');
          if (list?.dataset['query'] !== wanted) return void requestAnimationFrame(look);
          // A message from within the frame comes after it is painted.
          const channel = new MessageChannel();
          channel.port1.addEventListener('message', () => {
            const { lastMs } = (globalThis as unknown as { keys: { lastMs: number } }).keys;
            resolve({ atMs: performance.timeOrigin + performance.now(), keyMs: lastMs });
          });
          channel.port1.start();
          channel.port2.postMessage(undefined);
        };
        look();
      }),
    query,
  );

import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import type { Persisted } from '../../electron/core/model/persisted';
import { defaultSettings } from '../../electron/core/model/settings';
import { startDemo, type Demo } from '../servers/demo/demo';
import { startDesktop } from '../support/desktop';
import { removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { seedService } from '../support/seed';

// The pictures in docs/images, by the real app on the demo's chats: npm run screenshots.
const folder = join(import.meta.dirname, '../../docs/images');
const size = { width: 1280, height: 800 };
const window = { bounds: { x: 0, y: 0, ...size }, maximized: false };
let demo: Demo;

test.beforeAll(async () => {
  mkdirSync(folder, { recursive: true });
  demo = await startDemo({ talk: 'never' });
});
test.afterAll(() => demo.stop());

const demoServices = () =>
  demo.services.map((service, index) => seedService({ ...service, id: `demo-${index}` }));
const others = () =>
  (['rocketchat', 'slack', 'mattermost', 'discord'] as const).map((recipeId) =>
    seedService({ id: recipeId, recipeId, name: recipeId, url: 'http://127.0.0.1:1/', enabled: false }),
  );

interface Scene {
  readonly seed: Partial<Persisted>;
  readonly act: (foyer: Foyer) => Promise<void>;
}

async function take(name: string, { seed, act }: Scene): Promise<void> {
  const desktop = await startDesktop({ size: `${size.width}x${size.height}` });
  const foyer = await startFoyer({ env: desktop.env, seed: { window, ...seed } });
  try {
    await act(foyer);
    // What appears fades in; what turns for ever, as the loading arc does, is not waited for.
    await foyer.shell.evaluate(() =>
      Promise.all(
        document
          .getAnimations()
          .filter((one) => one.effect?.getTiming().iterations !== Infinity)
          .map((one) => one.finished),
      ),
    );
    await desktop.screenshot(join(folder, `${name}.png`));
  } finally {
    await foyer.quit();
    await desktop.stop();
    await removeProfile(foyer.profile);
  }
}

const theme = (name: 'light' | 'dark') => ({ settings: { ...defaultSettings, theme: name } });

async function chatIsUp(foyer: Foyer): Promise<void> {
  const page = await foyer.servicePage('team.localhost');
  await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(5);
  await page.locator('.channel-list-item[data-name="#general"]').click();
  await expect(foyer.shell.getByRole('button', { name: /^Project rooms/ })).not.toHaveAccessibleName(
    /loading/i,
  );
}

for (const name of ['light', 'dark'] as const) {
  test(`a chat, ${name}`, () =>
    take(`chat-${name}`, {
      seed: { services: demoServices(), activeServiceId: 'demo-0', ...theme(name) },
      act: async (foyer) => {
        await chatIsUp(foyer);
        await demo.say({
          place: 'team',
          who: 'mara',
          where: 'design',
          text: 'alice: the new mock-ups are up. Could you look before lunch?',
        });
        await expect(foyer.shell.getByRole('button', { name: /^Team chat/ })).toHaveAccessibleName(
          /1 unread/,
        );
        await foyer.shell.getByRole('button', { name: /^Team chat/ }).hover();
      },
    }));
}

test('adding a service', () =>
  take('add-service', {
    seed: { services: demoServices(), activeServiceId: 'demo-0' },
    act: async (foyer) => {
      await foyer.shell.getByRole('button', { name: 'Add a service' }).click();
      await expect(foyer.shell.getByRole('option')).toHaveCount(14);
    },
  }));

test('a server that does not answer', () =>
  take('failure', {
    seed: {
      services: [
        seedService({
          id: 'gone',
          recipeId: 'rocketchat',
          name: 'Rocket.Chat',
          url: 'http://127.0.0.1:1999/',
        }),
        ...others().slice(1),
      ],
      activeServiceId: 'gone',
    },
    act: async (foyer) => {
      await expect(foyer.shell.getByRole('heading', { name: /did not answer/ })).toBeVisible();
    },
  }));

test('settings', () =>
  take('settings', {
    seed: { services: demoServices(), activeServiceId: 'demo-0' },
    act: async (foyer) => {
      await foyer.shell.getByRole('button', { name: 'Settings' }).click();
      await expect(foyer.shell.getByRole('main').getByRole('textbox').first()).toBeVisible();
    },
  }));

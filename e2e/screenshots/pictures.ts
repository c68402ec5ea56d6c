import { mkdirSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { defaultFocus } from '../../electron/core/model/focus';
import type { Persisted } from '../../electron/core/model/persisted';
import type { RuleScope } from '../../electron/core/model/rule';
import { defaultSettings } from '../../electron/core/model/settings';
import { startDemo, type Demo } from '../servers/demo/demo';
import type { Line } from '../servers/demo/script';
import { type Foyer } from '../support/foyer';
import { command, entryWith } from '../support/inbox';
import { seedService } from '../support/seed';
import { folder, take } from './take';

// The pictures in docs/images, by the real app on the demo's chats: npm run screenshots.
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

test('memory', () =>
  take('memory', {
    seed: { services: demoServices(), activeServiceId: 'demo-0' },
    act: async (foyer) => {
      const { shell } = foyer;
      await chatIsUp(foyer);
      await command(shell, 'command.run', { id: 'settings.memory' });
      // What pages take is looked at a while after the first of them is there.
      const sizes = shell.locator('.memory-use-size');
      await expect(sizes).toHaveCount(demo.services.length, { timeout: 60_000 });
      await command(shell, 'service.sleep', { serviceId: `demo-${demo.services.length - 1}` });
      await expect(sizes).toHaveCount(demo.services.length - 1);
      await shell.locator('.memory-use').scrollIntoViewIfNeeded();
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

const lines: readonly Line[] = [
  { place: 'team', who: 'tom', where: 'alice', text: 'Northwind signed. Contract is in your inbox.' },
  { place: 'team', who: 'priya', where: 'ops', text: 'alice: may I restart staging at noon?' },
  { place: 'team', who: 'mara', where: 'design', text: 'alice: the new mock-ups are up.' },
  {
    place: 'team',
    who: 'mara',
    where: 'design',
    text: 'alice: could you look before lunch? The warm grey is in.',
  },
  { place: 'team', who: 'jonas', where: 'random', text: 'alice: bread at four, walnut this time' },
];
const teamChat: RuleScope = { kind: 'service', serviceId: 'demo-0' };
const random: RuleScope = {
  kind: 'channel',
  serviceId: 'demo-0',
  channelId: 'name:#random',
  name: '#random',
  channelKind: 'public',
};
const quiet = {
  rules: [
    { scope: teamChat, values: { preset: 'what-matters' } },
    { scope: random, values: { preset: 'nothing' } },
  ],
  focus: {
    ...defaultFocus,
    now: { startedAtMs: Date.now() - 60_000, untilMs: Date.now() + 3_600_000, end: 'moment', isPause: false },
    pass: { ...defaultFocus.pass, direct: true },
  },
} satisfies Partial<Persisted>;

/** Lets people talk until all of it is in the inbox. */
async function hearThem(foyer: Foyer): Promise<void> {
  await chatIsUp(foyer);
  await foyer.shell.getByRole('button', { name: /^Project rooms/ }).click();
  for (const line of lines) {
    await demo.say(line);
    await entryWith(foyer.shell, line.text.slice(-20));
  }
}

for (const name of ['light', 'dark'] as const) {
  test(`the inbox, ${name}`, () =>
    take(`inbox-${name}`, {
      seed: { services: demoServices(), activeServiceId: 'demo-0', ...theme(name), ...quiet },
      act: async (foyer) => {
        await hearThem(foyer);
        await foyer.shell.getByRole('button', { name: /^Inbox/ }).click();
        await expect(foyer.shell.getByRole('main')).toContainText('walnut this time');
      },
    }));
}

test('rules', () =>
  take('rules', {
    seed: { services: demoServices(), activeServiceId: 'demo-0', ...quiet },
    act: async (foyer) => {
      await hearThem(foyer);
      await command(foyer.shell, 'page.show', { page: 'rules' });
      await expect(foyer.shell.getByRole('grid')).toContainText('random');
    },
  }));

test('focus', () =>
  take('focus', {
    seed: { services: demoServices(), activeServiceId: 'demo-0', ...quiet },
    act: async (foyer) => {
      await hearThem(foyer);
      await foyer.shell
        .getByRole('button', { name: /^Focus until/ })
        .first()
        .click();
      await expect(foyer.shell.getByRole('menuitem').first()).toBeVisible();
    },
  }));

const switcherLooks = {
  'switcher-light': { theme: 'light' },
  'switcher-dark': { theme: 'dark' },
  'switcher-rtl': { theme: 'light', language: 'ar' },
  'switcher-200': { theme: 'light', textSize: 200 },
} as const;

for (const [name, look] of Object.entries(switcherLooks))
  test(`the switcher, ${name}`, () =>
    take(name, {
      seed: {
        services: demoServices(),
        activeServiceId: 'demo-0',
        settings: { ...defaultSettings, ...look },
      },
      act: async (foyer) => {
        const page = await foyer.servicePage('team.localhost');
        await expect(page.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(
          5,
        );
        await demo.say({ place: 'team', who: 'mara', where: 'design', text: 'alice: the mock-ups are up.' });
        await entryWith(foyer.shell, 'mock-ups are up.');
        await command(foyer.shell, 'command.run', { id: 'switcher' });
        await expect(foyer.shell.getByRole('option').first()).toHaveAccessibleName(/for you/);
      },
    }));

test('all keys', () =>
  take('keys', {
    seed: { services: demoServices(), activeServiceId: 'demo-0' },
    act: async (foyer) => {
      await chatIsUp(foyer);
      await command(foyer.shell, 'command.run', { id: 'keys' });
      await expect(foyer.shell.getByRole('dialog')).toContainText('Next unread');
    },
  }));

import { expect, type Page } from '@playwright/test';
import { type Mattermost, startMattermost } from '../servers/mattermost/mattermost.js';
import { type RocketChat, startRocketChat } from '../servers/rocketchat/rocketchat.js';
import { startZulip, type Zulip } from '../servers/zulip/zulip.js';
import { type Desktop, startDesktop } from './desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from './foyer.js';
import { type Keyboard, startKeyboard } from './keyboard.js';
import { partsOf, type SceneParts } from './scene.js';
import { seedService } from './seed.js';
import { signInToMattermost, signInToRocketChat, signInToZulip } from './sign-in.js';

/** Foyer with Alice signed in to chats of three vendors, and a keyboard plugged in. */
export interface SwitcherScene extends SceneParts {
  readonly desktop: Desktop;
  readonly keyboard: Keyboard;
  readonly foyer: Foyer;
  readonly shell: Page;
  readonly rocketchat: RocketChat;
  readonly mattermost: Mattermost;
  readonly zulip: Zulip;
  /** Their pages, by service. */
  readonly pages: Readonly<Record<'rocket' | 'matter' | 'zulip', Page>>;
  stop(): Promise<void>;
}

/** Starts it; returns once Foyer knows the channels of all three. */
export async function startSwitcherScene(): Promise<SwitcherScene> {
  const [desktop, rocketchat, mattermost, zulip, profile] = await Promise.all([
    startDesktop(),
    startRocketChat({}),
    startMattermost({
      reconnectMs: 100,
      seed: {
        users: [{ name: 'alice' }, { name: 'carol' }],
        teams: [{ name: 'garden', displayName: 'Garden Club' }],
        channels: [{ team: 'garden', name: 'roses', displayName: 'Roses and Tulips' }],
      },
    }),
    startZulip({}),
    createProfile(),
  ]);
  const keyboard = await startKeyboard(desktop.displayName);
  const services = [
    seedService({ id: 'rocket', recipeId: 'rocketchat', name: 'Office', url: `${rocketchat.url}home` }),
    seedService({
      id: 'matter',
      recipeId: 'mattermost',
      name: 'Riverside',
      url: `${mattermost.instances[0]?.urlFor('alice') ?? ''}/`,
    }),
    seedService({ id: 'zulip', recipeId: 'zulip', name: 'Team chat', url: zulip.urlFor('zulip') }),
  ];
  const foyer = await startFoyer({
    env: desktop.env,
    profile,
    seed: { services, activeServiceId: 'rocket' },
  });
  const pages = {
    rocket: await foyer.servicePage(rocketchat.url),
    matter: await foyer.servicePage('alice.localhost'),
    zulip: await foyer.servicePage('zulip.localhost'),
  };
  const parts = partsOf(() => foyer);
  await signInToRocketChat(pages.rocket);
  await signInToMattermost(pages.matter, 'alice');
  await signInToZulip(pages.zulip, 'alice');
  for (const serviceId of ['rocket', 'matter', 'zulip'])
    await expect
      .poll(async () => (await parts.command('channels.list', { serviceId })).channels?.length ?? 0)
      .toBeGreaterThan(1);
  return {
    ...parts,
    desktop,
    keyboard,
    foyer,
    shell: foyer.shell,
    rocketchat,
    mattermost,
    zulip,
    pages,
    stop: async () => {
      await foyer.quit();
      keyboard.stop();
      await Promise.all([desktop.stop(), rocketchat.stop(), mattermost.stop(), zulip.stop()]);
      await removeProfile(profile);
    },
  };
}

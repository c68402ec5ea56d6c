import { expect, type Locator, type Page } from '@playwright/test';
import { startIrcd, type Ircd } from '../servers/ircd';
import { startPlainBrowser, type PlainBrowser } from '../servers/lib/browser';
import { startLounge, type Lounge } from '../servers/lounge';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import { startIrcPerson, type IrcPerson } from './irc-person';
import { channelsOf, roomsOf, type Rooms } from './lounge-truth';
import { partsOf, type SceneParts } from './scene';
import { seedService } from './seed';

/** Foyer on a real The Lounge, with another browser of the same person as the truth, and somebody who talks. */
export interface LoungeScene extends SceneParts {
  readonly rooms: readonly string[];
  readonly ircd: Ircd;
  readonly lounge: Lounge;
  readonly desktop: Desktop;
  readonly elsewhere: Page;
  carol: IrcPerson;
  foyer: Foyer;
  /** The page of Alice in Foyer. */
  page: Page;
  restart(): Promise<void>;
  /** What Foyer knows of a room of Alice's. */
  known(name: string): Promise<Rooms[string] | undefined>;
  idOf(name: string): Promise<string>;
  openElsewhere(name: string): Promise<void>;
  signIn(on: Page, user: string): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it: twenty rooms, Alice by page and Bob by worker, both signed out in Foyer. */
export async function startLoungeScene(): Promise<LoungeScene> {
  const rooms = Array.from({ length: 20 }, (_, index) => `#room-${index}`);
  const ircd = await startIrcd({ rooms: rooms.map((name) => ({ name })) });
  const users = ['alice', 'bob'].map((name) => ({ name, password: `${name}-pw`, channels: rooms }));
  const [lounge, desktop, profile] = await Promise.all([
    startLounge({ ircd, users }),
    startDesktop(),
    createProfile(),
  ]);
  await lounge.whenJoined();
  const carol = await startIrcPerson(ircd, 'carol', rooms);
  const browser = await startElsewhere(desktop, lounge);
  const seed = {
    services: [
      seedService({ id: 'alice', recipeId: 'thelounge', name: 'Team chat', url: lounge.pageUrl }),
      seedService({ id: 'bob', recipeId: 'thelounge', name: 'By worker', url: lounge.workerUrl }),
    ],
    activeServiceId: 'alice',
  };
  const foyer = await startFoyer({ env: desktop.env, profile, seed });
  const scene: LoungeScene = {
    rooms,
    ircd,
    lounge,
    desktop,
    carol,
    foyer,
    elsewhere: browser.page,
    page: await foyer.servicePage('lounge.localhost'),
    restart: async () => {
      await scene.foyer.quit();
      scene.foyer = await startFoyer({ env: desktop.env, profile });
      scene.page = await scene.foyer.servicePage('lounge.localhost');
    },
    ...partsOf(() => scene.foyer),
    known: async (name) => (await roomsOf(scene.foyer.shell, 'alice'))[name],
    idOf: async (name) => {
      const { channels } = await channelsOf(scene.foyer.shell, 'alice');
      return channels?.find((one) => one.name === name)?.id ?? '';
    },
    openElsewhere: async (name) => {
      await roomIn(browser.page, name).click();
      await expect(browser.page).toHaveTitle(new RegExp(`${name} — The Lounge`));
    },
    signIn: async (on, user) => {
      await on.fill('#signin-username', user);
      await on.fill('#signin-password', `${user}-pw`);
      await on.click('button[type=submit]');
      await expect(on.locator('.channel-list-item[data-type=channel]:not(.parted-channel)')).toHaveCount(20);
      await on.evaluate(() => (location.hash = '#/settings/notifications'));
      await on.locator('#desktopNotifications').check();
      // The list may be folded away where the page was loaded behind another.
      await on.evaluate(() => (location.hash = '#/chan-2'));
      await expect(on).toHaveTitle(/#room-0 — The Lounge/);
    },
    stop: async () => {
      await scene.foyer.quit();
      await browser.close();
      await scene.carol.leave();
      await Promise.all([desktop.stop(), lounge.stop()]);
      await ircd.stop();
      await removeProfile(profile);
    },
  };
  return scene;
}

/** A room in the list of a page. */
export const roomIn = (page: Page, name: string): Locator =>
  page.locator(`.channel-list-item[data-name="${name}"]`);

async function startElsewhere(desktop: Desktop, lounge: Lounge): Promise<PlainBrowser> {
  const browser = await startPlainBrowser(desktop.env);
  await browser.open(lounge.urlFor('elsewhere'), { ...lounge.storageFor('alice'), settings: '{}' });
  await expect(browser.page.locator('.channel-list-item[data-type=channel]')).toHaveCount(20);
  return browser;
}

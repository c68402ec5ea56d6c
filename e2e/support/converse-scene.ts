import { expect, type Page } from '@playwright/test';
import { startConverse, type Converse } from '../servers/converse';
import { startPlainBrowser } from '../servers/lib/browser';
import { startLine, type Line } from '../servers/lib/line';
import { startProsody, type Prosody } from '../servers/prosody';
import { joinedIn, showIn, startOtherClient, type Counts, type OtherClient } from './converse-truth';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import { channelsOf, roomsOf } from './lounge-truth';
import { partsOf, type SceneParts } from './scene';
import { seedService } from './seed';
import { startXmppPerson, type XmppPerson } from './xmpp-person';

/** Foyer on a real Converse and Prosody, with another Converse and a bare client of the same person as the truth. */
export interface ConverseScene extends SceneParts {
  /** Names of the rooms, which Carol made. */
  readonly rooms: readonly string[];
  readonly prosody: Prosody;
  readonly converse: Converse;
  readonly desktop: Desktop;
  /** Between the page in Foyer and the server. */
  readonly line: Line;
  readonly elsewhere: Page;
  readonly otherClient: OtherClient;
  carol: XmppPerson;
  foyer: Foyer;
  /** The page of Alice in Foyer. */
  page: Page;
  jidOf(room: string): string;
  /** What Foyer knows of a channel of Alice's, by its name. */
  known(name: string): Promise<{ unread: number; mentions: number; muted: boolean } | undefined>;
  /** Unread and mentions of all of them. */
  counts(): Promise<Counts>;
  signIn(): Promise<void>;
  stop(): Promise<void>;
}

const users = ['alice', 'bob', 'carol', 'dave'].map((name) => ({ name, password: `${name}-pw` }));

/** Starts it with Alice signed out in Foyer; with `others`, Bob and Dave have services of their own there. */
export async function startConverseScene(
  roomCount: number,
  others: readonly string[] = [],
): Promise<ConverseScene> {
  const rooms = Array.from({ length: roomCount }, (_, index) => `room-${index}`);
  const [prosody, desktop, profile] = await Promise.all([
    startProsody({ users }),
    startDesktop(),
    createProfile(),
  ]);
  const carol = await startXmppPerson(prosody, 'carol', rooms);
  const line = await startLine(prosody.httpPort);
  const websocketUrl = prosody.websocketUrl.replace(`:${prosody.httpPort}`, `:${line.port}`);
  const [converse, direct] = await Promise.all([
    // What the page is told to join and what the bookmarks say at once, Converse 14 joins twice.
    startConverse({ prosody: { ...prosody, websocketUrl }, rooms: [] }),
    startConverse({ prosody, rooms }),
  ]);
  const foyer = await startFoyer({
    env: desktop.env,
    profile,
    seed: {
      services: [
        seedService({ id: 'alice', recipeId: 'converse', name: 'Team chat', url: converse.url }),
        ...others.map((name) =>
          seedService({ id: name, recipeId: 'converse', name, url: direct.signedInUrl(name, name) }),
        ),
      ],
      activeServiceId: 'alice',
    },
  });
  const browser = await startPlainBrowser(desktop.env);
  await browser.open(direct.signedInUrl('alice', 'elsewhere'));
  await expect.poll(() => joinedIn(browser.page), { timeout: 30_000 }).toBe(roomCount);
  const jidOf = (room: string) => converse.roomJid(room);
  await showIn(browser.page, jidOf('room-0'));
  const otherClient = await startOtherClient(prosody, 'alice');
  const scene: ConverseScene = {
    rooms,
    prosody,
    converse,
    desktop,
    line,
    carol,
    foyer,
    otherClient,
    elsewhere: browser.page,
    page: await foyer.servicePage('converse.localhost'),
    jidOf,
    ...partsOf(() => scene.foyer),
    known: async (name) => (await roomsOf(scene.foyer.shell, 'alice'))[name],
    counts: async () => {
      const { channels } = await channelsOf(scene.foyer.shell, 'alice');
      return Object.fromEntries(
        (channels ?? []).map(({ name, unread, mentions }) => [name, { unread, mentions }]),
      );
    },
    signIn: async () => {
      const bookmarks = async () => Object.keys(await otherClient.bookmarks()).length;
      await expect.poll(bookmarks, { timeout: 20_000 }).toBe(roomCount);
      await scene.page.fill('input[name=jid]', 'alice');
      await scene.page.fill('input[name=password]', 'alice-pw');
      await scene.page.click('.conversejs form button[type=submit]');
      await expect.poll(() => joinedIn(scene.page), { timeout: 30_000 }).toBe(roomCount);
      await showIn(scene.page, jidOf('room-0'));
    },
    stop: async () => {
      await scene.foyer.quit();
      await browser.close();
      await Promise.all([otherClient.close(), scene.carol.leave()]);
      await Promise.all([converse.stop(), direct.stop(), line.stop()]);
      await Promise.all([prosody.stop(), desktop.stop(), removeProfile(profile)]);
    },
  };
  return scene;
}

import { test, type Locator, type Page } from '@playwright/test';
import { startDesktop, type Desktop } from './desktop.js';
import { removeProfile, startFoyer, type Foyer } from './foyer.js';
import { startJsonChats, type JsonChats } from './json-chats.js';

/** Foyer without a service, the one field of its first screen, and servers that a test starts for itself. */
export interface DiscoveryScene {
  readonly foyer: () => Foyer;
  readonly shell: () => Page;
  readonly chats: () => JsonChats;
  readonly field: () => Locator;
  /** What is said of the address in it. */
  readonly said: () => Locator;
  readonly nameOnBar: () => Locator;
  /** Keeps a server until the end of the test, and gives it. */
  readonly keep: <Server extends { stop(): Promise<unknown> }>(server: Promise<Server>) => Promise<Server>;
}

/** Starts all of it for the tests of a file, one app for them all. */
export function useDiscoveryScene(args: readonly string[] = []): DiscoveryScene {
  const running: { desktop?: Desktop; foyer?: Foyer; chats?: JsonChats } = {};
  const stops: (() => Promise<unknown>)[] = [];
  test.describe.configure({ mode: 'serial' });
  test.beforeAll(async () => {
    [running.desktop, running.chats] = await Promise.all([startDesktop(), startJsonChats()]);
    running.foyer = await startFoyer({ env: running.desktop.env, args });
  });
  test.afterEach(async () => {
    await Promise.all(stops.splice(0).map((stop) => stop()));
  });
  test.afterAll(async () => {
    await running.foyer?.quit();
    if (running.foyer) await removeProfile(running.foyer.profile);
    await Promise.all([running.desktop?.stop(), running.chats?.stop()]);
  });
  const there = <Thing>(thing: Thing | undefined): Thing => {
    if (thing === undefined) throw new Error('the scene is not there');
    return thing;
  };
  const shell = (): Page => there(running.foyer).shell;
  return {
    foyer: () => there(running.foyer),
    shell,
    chats: () => there(running.chats),
    field: () => shell().getByRole('combobox', { name: 'Search services' }),
    said: () => shell().getByRole('main').getByRole('status'),
    nameOnBar: () => shell().getByRole('textbox', { name: 'Name on the bar' }),
    keep: async (starting) => {
      const server = await starting;
      stops.push(() => server.stop());
      return server;
    },
  };
}

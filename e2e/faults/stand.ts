import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, type Locator, type Page } from '@playwright/test';
import { defaultSettings } from '../../electron/core/model/settings.js';
import type { Persisted } from '../../electron/core/model/persisted.js';
import { FILES } from '../../electron/main/store/disk.js';
import { readKeptText } from '../../electron/main/store/kept-text.js';
import { startWeb, type Web } from '../servers/web/web-server.js';
import { onBar } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { entryWith, inboxOf } from '../support/inbox.js';
import { seedService } from '../support/seed.js';

/** The services of the stand, with the colour of each page. Ann is on top, Cat is the one that things happen to. */
export const people = { ann: '#1e5aa0', bob: '#287846', cat: '#8c3c78' } as const;
export type Person = keyof typeof people;
const names = { ann: 'Ann', bob: 'Bob', cat: 'Cat' } as const;

export interface StartOptions {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  /** What else is kept from before; only of a fresh start. */
  readonly kept?: Partial<Persisted>;
}

/** A desktop, a server, and Foyer on a profile with three services, a rule and settings of its own. */
export interface Stand {
  readonly web: Web;
  readonly desktop: Desktop;
  readonly profile: () => string;
  /** What runs; starts it afresh where nothing does. */
  readonly foyer: () => Promise<Foyer>;
  /** Ends what runs and starts on a profile that nobody used; all pages are there. */
  readonly start: (options?: StartOptions) => Promise<Foyer>;
  /** Starts on the profile as it is; says how long it took until bar and page on top were there. */
  readonly again: (options?: StartOptions) => Promise<{ readonly foyer: Foyer; readonly tookMs: number }>;
  /** `kill -9` of the main process. */
  readonly kill: () => Promise<void>;
  readonly quit: () => Promise<void>;
  /** What ran has ended by itself. */
  readonly forget: () => void;
  /** What the file holds. */
  readonly kept: () => Promise<Persisted>;
  /** Uses a folder of the caller's as the profile of the next start, and leaves its end to the caller. */
  readonly useProfile: (folder: string) => Promise<void>;
  /** Ends what runs there; the next start has a profile of its own again. */
  readonly leaveProfile: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts desktop and server. */
export async function startStand(): Promise<Stand> {
  const [web, desktop] = await Promise.all([startWeb(), startDesktop()]);
  const now: Now = { foyer: undefined, profile: await createProfile(), isOwn: true };

  const quit = async (): Promise<void> => {
    const { foyer } = now;
    now.foyer = undefined;
    await foyer?.quit();
  };
  const launch = async ({ args, env, kept }: StartOptions, isFresh: boolean): Promise<Foyer> => {
    const seed = {
      services: Object.keys(people).map((id) => toService(web, id as Person)),
      activeServiceId: 'ann',
      settings: { ...defaultSettings, barSize: 'names' as const },
      rules: [{ scope: { kind: 'service' as const, serviceId: 'cat' }, values: { sound: false } }],
      ...kept,
    };
    now.foyer = await startFoyer({
      env: { ...desktop.env, ...env },
      profile: now.profile,
      ...(isFresh ? { seed } : {}),
      ...(args === undefined ? {} : { args }),
    });
    return now.foyer;
  };
  const forgetProfile = async (): Promise<void> => {
    if (now.isOwn) await removeProfile(now.profile);
  };
  const start = async (options: StartOptions = {}): Promise<Foyer> => {
    await quit();
    if (now.isOwn) {
      await forgetProfile();
      now.profile = await createProfile();
    }
    const after = web.reports.items.length;
    const foyer = await launch(options, true);
    if (options.kept?.services === undefined)
      for (const id of Object.keys(people)) await loaded(web, id, after);
    return foyer;
  };
  return {
    web,
    desktop,
    profile: () => now.profile,
    foyer: async () => now.foyer ?? start(),
    start,
    again: async (options = {}) => {
      await quit();
      const after = web.reports.items.length;
      const startedMs = performance.now();
      const foyer = await launch(options, false);
      // In any language.
      await expect(foyer.shell.locator('nav [data-service-id]')).toHaveCount(3);
      await loaded(web, 'ann', after);
      return { foyer, tookMs: performance.now() - startedMs };
    },
    kill: async () => {
      const { foyer } = now;
      if (foyer === undefined) throw new Error('nothing runs');
      now.foyer = undefined;
      const ended = foyer.app.waitForEvent('close');
      foyer.app.process().kill('SIGKILL');
      await ended;
    },
    quit,
    forget: () => {
      now.foyer = undefined;
    },
    kept: async () => readKeptText(await readFile(join(now.profile, FILES.main), 'utf8')).value as Persisted,
    useProfile: async (folder) => {
      await quit();
      await forgetProfile();
      now.profile = folder;
      now.isOwn = false;
    },
    leaveProfile: async () => {
      await quit();
      now.profile = await createProfile();
      now.isOwn = true;
    },
    stop: async () => {
      await quit();
      await Promise.all([forgetProfile(), desktop.stop(), web.stop()]);
    },
  };
}

interface Now {
  foyer: Foyer | undefined;
  profile: string;
  isOwn: boolean;
}

/** A person's page as a service. */
export const toService = (
  web: Web,
  id: Person,
  url = `${web.own}/calm.html?name=${id}&ground=${encodeURIComponent(people[id])}`,
) => seedService({ id, recipeId: 'website', name: names[id], url });

/** Waits until the page of that name has said that it is there, after so many reports. */
export const loaded = (web: Web, name: string, after: number) =>
  web.reports.find((one) => one.from === name && one.what === 'loaded', { after, timeoutMs: 20_000 });

/** The page of a person. */
export const pageOf = (foyer: Foyer, id: Person): Promise<Page> => foyer.servicePage(`name=${id}&`);

/** What stands where a page cannot. */
export const troubleOf = ({ shell }: Foyer, title: RegExp): Locator =>
  shell.getByRole('region', { name: title });

/** Puts a service on top as a person does. */
export async function show({ shell }: Foyer, id: Person): Promise<void> {
  await onBar(shell, names[id]).click();
  await expect(onBar(shell, names[id])).toHaveAttribute('aria-current', /page|true/);
}

/**
 * Writes half a message into the pages of those who are to notice nothing. What it gives asserts that it is still there (so the
 * page is the same) and that what is said to them next arrives.
 */
export async function watchOthers(
  stand: Stand,
  foyer: Foyer,
  ...ids: readonly Person[]
): Promise<(where?: 'in the inbox' | 'on the desktop') => Promise<void>> {
  for (const id of ids) await draftOf(await pageOf(foyer, id)).fill(`half a word to ${id}`);
  return async (where = 'in the inbox') => {
    for (const id of ids) {
      await expect(draftOf(await pageOf(foyer, id))).toHaveValue(`half a word to ${id}`);
      // A server would keep what was said while a line was cut; ours says it again.
      await expect(async () => {
        const text = `still here, ${id}, at ${performance.now()}`;
        await tell(stand, id, text);
        if (where === 'in the inbox') await arrives(foyer, text);
        else await stand.desktop.findNotification(({ title }) => title.startsWith(text), AGAIN_MS);
      }).toPass({ timeout: 15_000 });
    }
  };
}

/** After so long something is said again. */
const AGAIN_MS = 3_000;

/** Waits until something with these words is in the inbox. */
const arrives = ({ shell }: Foyer, words: string): Promise<void> =>
  expect
    .poll(async () => (await inboxOf(shell)).some(({ title }) => title.includes(words)), {
      timeout: AGAIN_MS,
    })
    .toBe(true);

const draftOf = (page: Page): Locator => page.getByRole('textbox', { name: 'Draft' });

/** Tells somebody's page something, as soon as it hears. */
export async function tell({ web }: Stand, id: Person, text: string): Promise<void> {
  await expect.poll(() => web.isHeardBy(id), { message: `${id}'s page hears its server` }).toBe(true);
  web.tell(id, text);
}

/** Has so many notifications of Bob reach the inbox. */
export async function fillInbox(stand: Stand, foyer: Foyer, count = 3): Promise<void> {
  for (let index = 0; index < count; index += 1) await tell(stand, 'bob', `kept ${index}`);
  for (let index = 0; index < count; index += 1) await entryWith(foyer.shell, `kept ${index}`);
}

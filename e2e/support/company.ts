import { expect } from '@playwright/test';
import type { Service } from '../../electron/core/model/service';
import { companySeed } from '../servers/rocketchat/company-seed.js';
import { type RocketChat, startRocketChat } from '../servers/rocketchat/rocketchat.js';
import type { Foyer } from './foyer.js';
import { partsOf } from './scene.js';
import { seedService } from './seed.js';

/** Many people of one Rocket.Chat, whose accounts are services of one Foyer each. */
export interface Company {
  readonly chat: RocketChat;
  /** Who is there beside bob; each is the id of a service, too. */
  readonly users: readonly string[];
  readonly services: readonly Service[];
  /** Bob says something to one of them alone; gives its id. */
  readonly tell: (user: string, text: string) => Promise<string>;
}

/** Starts it: so many people, each with so many channels, one of them bob's and theirs alone. */
export async function startCompany(
  size: number,
  channels: number,
  more: Partial<Service> = {},
): Promise<Company> {
  const users = Array.from({ length: size }, (_, index) => `user${index}`);
  const chat = await startRocketChat({ seed: companySeed(users, channels) });
  return {
    chat,
    users,
    services: users.map((id) =>
      seedService({ id, recipeId: 'rocketchat', name: `Company ${id}`, url: `${chat.url}home`, ...more }),
    ),
    tell: async (user, text) => (await chat.say(`${user},bob`, 'bob', text))._id,
  };
}

/** What can be done with one of its services. */
export interface CompanyService {
  /** How its page is, and its listener: `asleep live`. */
  load(): Promise<string>;
  /** Wakes it and signs its person in behind the page's back; returns once its channels are known. */
  open(): Promise<void>;
  /** Lets it sleep; returns once it is heard without its page. */
  sleep(): Promise<void>;
  /** Wakes it; returns once its page tells of its channels and nobody listens beside it. */
  wake(): Promise<void>;
}

/** With so many on one machine each may take its time. */
const PATIENCE = { timeout: 30_000 };

/** Gives it, of a Foyer in which no other page of that server is open while one is opened. */
export function companyServiceOf(foyer: Foyer, { chat }: Company, user: string): CompanyService {
  const { command } = partsOf(() => foyer);
  const load = async (): Promise<string> => {
    const { services } = await command('app.connect', undefined);
    const { load: page, listening } = services.find(({ id }) => id === user) ?? {};
    return `${page?.kind} ${listening}`;
  };
  const speaks = () =>
    expect
      .poll(async () => (await command('channels.list', { serviceId: user })).adapter.kind, PATIENCE)
      .toBe('speaking');
  return {
    load,
    open: async () => {
      const before = new Set(foyer.app.windows());
      const arriving = foyer.app.waitForEvent('window', { predicate: (page) => !before.has(page) });
      await command('service.wake', { serviceId: user });
      const page = await arriving;
      await page.waitForURL((url) => url.href.startsWith(chat.url));
      const entries = Object.entries(await chat.storageFor(user));
      await page.evaluate(
        (kept) => kept.forEach(([name, value]) => localStorage.setItem(name, value)),
        entries,
      );
      await command('service.reload', { serviceId: user, fromStartPage: true });
      await speaks();
    },
    sleep: async () => {
      await command('service.sleep', { serviceId: user });
      await expect.poll(load, PATIENCE).toBe('asleep live');
    },
    wake: async () => {
      await command('service.wake', { serviceId: user });
      await expect.poll(load, PATIENCE).toBe('ready off');
      await speaks();
    },
  };
}

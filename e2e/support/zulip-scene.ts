import { expect, type Page } from '@playwright/test';
import type { ChannelsAnswer } from '../../electron/core/ipc/answers';
import type { InboxEntry } from '../../electron/core/model/inbox';
import type { ShellBridge } from '../../electron/core/ipc/contract';
import { startZulip, type Zulip, type ZulipOptions } from '../servers/zulip/zulip';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import { partsOf, type SceneParts } from './scene';
import { seedService } from './seed';
import { signInToZulip } from './sign-in';

/** What Foyer or the server knows of a channel, by its name. */
export interface Known {
  readonly unread: number;
  readonly mentions: number;
  readonly muted: boolean;
}

/** Foyer with a Zulip in it, whose page is Alice's; the server is where the truth is. */
export interface ZulipScene extends SceneParts {
  readonly zulip: Zulip;
  readonly desktop: Desktop;
  foyer: Foyer;
  page: Page;
  restart(): Promise<void>;
  /** Signs somebody in on their page, Alice when left out. */
  signIn(user?: string): Promise<void>;
  channels(user?: string): Promise<ChannelsAnswer>;
  /** What Foyer knows, by name. */
  all(user?: string): Promise<Readonly<Record<string, Known>>>;
  known(name: string): Promise<Known | undefined>;
  idOf(name: string): Promise<string>;
  mute(name: string, level: 'all' | 'mentions' | 'none'): Promise<void>;
  entries(text: string, user?: string): Promise<readonly InboxEntry[]>;
  /** Waits until Foyer knows of every channel what the server holds. */
  agrees(user?: string): Promise<void>;
  stop(): Promise<void>;
}

const SERVICE = 'alice';

/** Starts it, with a service for Alice, and each of the `others`, and nobody signed in. */
export async function startZulipScene(
  options: ZulipOptions = {},
  others: readonly string[] = [],
): Promise<ZulipScene> {
  const [zulip, desktop, profile] = await Promise.all([startZulip(options), startDesktop(), createProfile()]);
  const toService = (id: string) =>
    seedService({
      id,
      recipeId: 'zulip',
      name: id === SERVICE ? 'Team chat' : `Of ${id}`,
      url: zulip.urlFor(id),
    });
  const seed = { services: [SERVICE, ...others].map(toService), activeServiceId: SERVICE };
  const foyer = await startFoyer({ env: desktop.env, profile, seed });
  const scene: ZulipScene = {
    zulip,
    desktop,
    foyer,
    page: await foyer.servicePage(`${SERVICE}.localhost`),
    restart: async () => {
      await scene.foyer.quit();
      scene.foyer = await startFoyer({ env: desktop.env, profile });
      scene.page = await scene.foyer.servicePage(`${SERVICE}.localhost`);
    },
    signIn: async (user = SERVICE) => {
      const page = user === SERVICE ? scene.page : await scene.foyer.servicePage(`${user}.localhost`);
      await signInToZulip(page, user);
    },
    ...partsOf(() => scene.foyer),
    channels: (user = SERVICE) => scene.command('channels.list', { serviceId: user }),
    all: async (user = SERVICE) => {
      const { channels } = await scene.channels(user);
      return Object.fromEntries(
        (channels ?? []).map(({ name, unread, mentions, muted }) => [name, { unread, mentions, muted }]),
      );
    },
    known: async (name) => (await scene.all())[name],
    idOf: async (name) => {
      const { channels } = await scene.channels();
      return channels?.find((one) => one.name === name)?.id ?? '';
    },
    mute: async (name, level) => {
      const channelId = await scene.idOf(name);
      await scene.command('channel.mute', { serviceId: SERVICE, channelId, level });
    },
    entries: (text, user = SERVICE) => scene.inbox({ serviceId: user, text }),
    agrees: (user = SERVICE) => expect.poll(() => scene.all(user)).toEqual(zulip.truth(user)),
    stop: async () => {
      await scene.foyer.quit();
      await Promise.all([desktop.stop(), zulip.stop()]);
      await removeProfile(profile);
    },
  };
  return scene;
}

/** How long it takes from the shell's command until the page shows it, in ms, by the clocks of the two. */
export async function timeToOpen(
  { page, foyer }: ZulipScene,
  channelId: string,
  header: string,
): Promise<number> {
  const watched = await page.evaluateHandle((wanted) => {
    const element = document.querySelector('#message_view_header');
    const at = new Promise<number>((resolve) => {
      new MutationObserver((_, observer) => {
        if (element?.textContent !== wanted) return;
        observer.disconnect();
        resolve(Date.now());
      }).observe(element as Element, { childList: true, characterData: true, subtree: true });
    });
    return { at };
  }, header);
  const startMs = await foyer.shell.evaluate(async (id) => {
    const now = Date.now();
    const { shell } = window as unknown as { shell: ShellBridge };
    await shell.command('channel.open', { serviceId: 'alice', channelId: id });
    return now;
  }, channelId);
  return (await watched.evaluate(({ at }) => at)) - startMs;
}

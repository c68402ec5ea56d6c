import { expect, type Page } from '@playwright/test';
import type { InboxEntry } from '../../electron/core/model/inbox';
import { type RocketChat, type RocketChatOptions, startRocketChat } from '../servers/rocketchat/rocketchat';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import { command, inboxOf } from './inbox';
import { channelsOf } from './lounge-truth';
import { toRooms, truthOf, type Room } from './rocketchat-truth';
import { seedService } from './seed';
import { signInToRocketChat } from './sign-in';

/** A server with the page that Alice has of it in Foyer. */
export interface Stage {
  readonly serviceId: string;
  readonly server: RocketChat;
  page: Page;
}

/** Foyer with a page of each of several Rocket.Chats. */
export interface RocketScene {
  readonly desktop: Desktop;
  readonly stages: readonly Stage[];
  foyer: Foyer;
  /** Starts it anew; `asleep` have no page then. */
  restart(asleep?: readonly string[]): Promise<void>;
  /** What Foyer knows of the rooms there. */
  rooms(stage: Stage): Promise<readonly Room[]>;
  room(stage: Stage, name: string): Promise<Room | undefined>;
  adapter(stage: Stage): Promise<string>;
  /** Waits until Foyer knows what the server says over REST, and gives it. */
  agreed(stage: Stage): Promise<readonly Room[]>;
  open(stage: Stage, name: string, how?: 'by-id'): Promise<void>;
  mute(stage: Stage, name: string, level: 'all' | 'mentions' | 'none'): Promise<void>;
  /** The entry of the inbox of that message. */
  entry(stage: Stage, messageId: string): Promise<InboxEntry>;
  /** Signs Alice in by the page's own form. */
  signIn(stage: Stage): Promise<void>;
  stop(): Promise<void>;
}

/** Starts it, with servers that run already or begin now; nobody is signed in. `meet` does what their pages wait for. */
export async function startRocketScene(
  servers: Readonly<Record<string, RocketChatOptions | RocketChat>>,
  meet?: (foyer: Foyer) => Promise<void>,
): Promise<RocketScene> {
  const [desktop, profile, ...started] = await Promise.all([
    startDesktop({ hasKeyRing: true }),
    createProfile(),
    ...Object.values(servers).map((one) =>
      'instances' in one && 'truth' in one ? one : startRocketChat(one),
    ),
  ]);
  const ids = Object.keys(servers);
  const services = started.map(({ url }, index) =>
    seedService({
      id: ids[index] ?? '',
      recipeId: 'rocketchat',
      name: `Team ${ids[index] ?? ''}`,
      url: `${url}home`,
    }),
  );
  const seed = { services, activeServiceId: ids[0] ?? null };
  const foyer = await startFoyer({ env: desktop.env, scripts: desktop.scripts, profile, seed });
  await meet?.(foyer);
  const stages: Stage[] = [];
  for (const [index, server] of started.entries())
    stages.push({ serviceId: ids[index] ?? '', server, page: await foyer.servicePage(server.url) });
  const scene: RocketScene = {
    desktop,
    stages,
    foyer,
    restart: async (asleep = []) => {
      await scene.foyer.quit();
      scene.foyer = await startFoyer({ env: desktop.env, scripts: desktop.scripts, profile });
      for (const stage of stages)
        if (!asleep.includes(stage.serviceId)) stage.page = await scene.foyer.servicePage(stage.server.url);
    },
    rooms: async ({ serviceId }) => toRooms((await channelsOf(scene.foyer.shell, serviceId)).channels),
    room: async (stage, name) => (await scene.rooms(stage)).find((one) => one.name === name),
    adapter: async ({ serviceId }) => (await channelsOf(scene.foyer.shell, serviceId)).adapter.kind,
    agreed: async (stage) => {
      await expect
        .poll(async () => (await scene.rooms(stage)) as unknown)
        .toEqual(await truthOf(stage.server, 'alice'));
      return scene.rooms(stage);
    },
    open: async ({ serviceId, server }, name) =>
      command(scene.foyer.shell, 'channel.open', { serviceId, channelId: await server.roomId(name) }),
    mute: async ({ serviceId, server }, name, level) =>
      command(scene.foyer.shell, 'channel.mute', { serviceId, channelId: await server.roomId(name), level }),
    entry: async ({ serviceId }, messageId) => {
      const find = async () =>
        (await inboxOf(scene.foyer.shell, { serviceId })).find((one) => one.messageId === messageId);
      await expect.poll(async () => (await find())?.messageId, { message: 'an entry' }).toBe(messageId);
      const found = await find();
      if (found === undefined) throw new Error(`the entry of ${messageId} went away`);
      return found;
    },
    signIn: async ({ page }) => {
      await signInToRocketChat(page);
      await expect(page.getByRole('navigation', { name: 'Rooms' })).toContainText('general');
    },
    stop: async () => {
      await scene.foyer.quit();
      await Promise.all([desktop.stop(), ...started.map((one) => one.stop())]);
      await removeProfile(profile);
    },
  };
  return scene;
}

/** Gives, of each room that the page opens from now on, its id and when that was. */
export async function watchOpenings(
  page: Page,
): Promise<() => Promise<readonly (readonly [string, number])[]>> {
  await page.evaluate(() => {
    Reflect.set(window, 'openings', []);
    window.addEventListener('room-opened', ({ detail }: Event & { detail?: { _id: string } }) =>
      (Reflect.get(window, 'openings') as unknown[]).push([detail?._id, Date.now()]),
    );
  });
  return () => page.evaluate(() => Reflect.get(window, 'openings') as readonly (readonly [string, number])[]);
}

import { expect, type Page } from '@playwright/test';
import type { Channel } from '../../electron/core/model/channel';
import { startMatrix, type Matrix, type MatrixOptions } from '../servers/matrix/matrix';
import type { TrueRoom } from '../servers/matrix/truth';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import { channelsOf } from './lounge-truth';
import { partsOf, type SceneParts } from './scene';
import { seedService } from './seed';

/** Foyer on a Matrix server, with a page of Element for each person, signed out at first. */
export interface ElementScene extends SceneParts {
  readonly matrix: Matrix;
  readonly desktop: Desktop;
  foyer: Foyer;
  restart(): Promise<void>;
  /** The page of that person in Foyer. */
  page(user?: string): Promise<Page>;
  signIn(user?: string): Promise<Page>;
  /** What Foyer knows of a room of Alice's. */
  known(name: string): Promise<Pick<Channel, 'unread' | 'mentions' | 'muted'> | undefined>;
  idOf(name: string): Promise<string>;
  /** How the adapter of Alice is. */
  adapter(): Promise<string>;
  stop(): Promise<void>;
}

/** Starts it. Services are called after the people. */
export async function startElementScene(
  options: MatrixOptions = {},
  people: readonly string[] = ['alice'],
): Promise<ElementScene> {
  const [matrix, desktop, profile] = await Promise.all([
    startMatrix(options),
    startDesktop(),
    createProfile(),
  ]);
  const urlOf = (user: string): string => matrix.pageUrlFor(user);
  const seed = {
    services: people.map((id) =>
      seedService({ id, recipeId: 'element', name: `Chat of ${id}`, url: urlOf(id) }),
    ),
    activeServiceId: people[0] ?? null,
  };
  const channels = async (): Promise<readonly Channel[]> =>
    (await channelsOf(scene.foyer.shell, 'alice')).channels ?? [];
  const scene: ElementScene = {
    matrix,
    desktop,
    foyer: await startFoyer({ env: desktop.env, profile, seed }),
    restart: async () => {
      await scene.foyer.quit();
      scene.foyer = await startFoyer({ env: desktop.env, profile });
    },
    page: (user = 'alice') => scene.foyer.servicePage(`//${user}.localhost`),
    signIn: async (user = 'alice') => {
      const page = await scene.page(user);
      await page.fill('#mx_LoginForm_username', user);
      await page.fill('#mx_LoginForm_password', `${user}-pw`);
      // A page behind another has no size to click in.
      await page.press('#mx_LoginForm_password', 'Enter');
      await expect(page.locator('.mx_HomePage')).toBeAttached();
      await matrix.whenListening(user);
      return page;
    },
    ...partsOf(() => scene.foyer),
    known: async (name) => {
      const found = (await channels()).find((one) => one.name === name);
      return found && { unread: found.unread, mentions: found.mentions, muted: found.muted };
    },
    idOf: async (name) => (await channels()).find((one) => one.name === name)?.id ?? '',
    adapter: async () => (await channelsOf(scene.foyer.shell, 'alice')).adapter.kind,
    stop: async () => {
      await scene.foyer.quit();
      await Promise.all([desktop.stop(), matrix.stop()]);
      await removeProfile(profile);
    },
  };
  return scene;
}

/** What Foyer knows of Alice's rooms, in the words of the server. */
export async function roomsOf({ foyer }: ElementScene): Promise<readonly TrueRoom[]> {
  const { channels } = await channelsOf(foyer.shell, 'alice');
  return (channels ?? [])
    .map(({ id, name, kind, unread, mentions, muted, favourite, notifiesMentionsOnly }): TrueRoom => ({
      id,
      name,
      kind: kind as TrueRoom['kind'],
      unread,
      mentions,
      level: muted ? 'none' : notifiesMentionsOnly === true ? 'mentions' : 'all',
      favourite,
    }))
    .toSorted(byId);
}

/** The same as the server holds it. */
export async function truthOf({ matrix }: ElementScene): Promise<readonly TrueRoom[]> {
  const { alice = [] } = await matrix.truth();
  return alice.toSorted(byId);
}

const byId = (one: TrueRoom, other: TrueRoom): number => one.id.localeCompare(other.id);

import { expect, type Page } from '@playwright/test';
import {
  type Mattermost,
  type MattermostOptions,
  startMattermost,
} from '../servers/mattermost/mattermost.js';
import { startDesktop, type Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import { channelsOf } from './lounge-truth';
import { partsOf, type SceneParts } from './scene';
import { seedService } from './seed';
import { signInToMattermost, takeMattermostCookies } from './sign-in';

/** A channel as far as it is compared, by its id. */
export type Held = Readonly<
  Record<
    string,
    {
      readonly kind: string;
      readonly unread: number;
      readonly mentions: number;
      readonly muted: boolean;
      readonly favourite: boolean;
    }
  >
>;

/** Foyer on a stand-in of Mattermost, which holds the truth and does what people do elsewhere. */
export interface MattermostScene extends SceneParts {
  readonly mattermost: Mattermost;
  readonly desktop: Desktop;
  /** `team/name` of the twenty rooms; those of both teams are called the same. */
  readonly rooms: readonly string[];
  foyer: Foyer;
  restart(): Promise<void>;
  page(user: string): Promise<Page>;
  /** Gives a person's page the user agent of a browser, so that it does not take us for a desktop; loads it anew. */
  beBrowser(user: string): Promise<void>;
  /** By the form, as a person does. */
  signIn(user: string, at?: string): Promise<void>;
  /** Signs in behind the page's back: its cookies are those of a new session. */
  takeCookies(user: string): Promise<void>;
  /** What Foyer knows of all channels of that person. */
  known(user: string): Promise<Held>;
  /** The same, as the server holds it. */
  truth(user: string): Promise<Held>;
  /** Returns once both agree. */
  agree(user: string): Promise<void>;
  /** What Foyer knows of one channel. */
  one(channel: string, user?: string): Promise<Held[string] | undefined>;
  stop(): Promise<void>;
}

interface SceneOptions extends Partial<MattermostOptions> {
  /** What makes a notification where a channel says nothing; `mention` when left out, as the vendor has it. */
  readonly notify?: 'all' | 'mention';
}

const rooms = ['engineering', 'garden'].flatMap((team) =>
  Array.from({ length: 10 }, (_, index) => ({ team, name: `room-${index}`, displayName: `Room ${index}` })),
);

/** Starts it with one service for each of these people, all signed out. */
export async function startMattermostScene(
  users: readonly string[],
  { notify = 'mention', ...options }: SceneOptions = {},
): Promise<MattermostScene> {
  const [mattermost, desktop, profile] = await Promise.all([
    startMattermost({
      reconnectMs: 100,
      siteName: 'Riverside',
      seed: {
        users: ['alice', 'bob', 'carol', 'dora'].map((name) => ({
          name,
          firstName: `${name}-first`,
          notify,
        })),
        teams: [
          { name: 'engineering', displayName: 'Engineering' },
          { name: 'garden', displayName: 'Garden Club' },
        ],
        channels: rooms,
      },
      ...options,
    }),
    startDesktop(),
    createProfile(),
  ]);
  const [instance] = mattermost.instances;
  const host = (user: string) => `${instance?.urlFor(user) ?? ''}${options.subPath ?? ''}/`;
  const services = users.map((user) =>
    seedService({ id: user, recipeId: 'mattermost', name: `Chat of ${user}`, url: host(user) }),
  );
  const start = (seed?: { services: typeof services; activeServiceId: string }) =>
    startFoyer({ env: desktop.env, profile, ...(seed === undefined ? {} : { seed }) });
  const scene: MattermostScene = {
    mattermost,
    desktop,
    rooms: rooms.map(({ team, name }) => `${team}/${name}`),
    foyer: await start({ services, activeServiceId: users[0] ?? '' }),
    restart: async () => {
      await scene.foyer.quit();
      scene.foyer = await start();
    },
    page: (user) => scene.foyer.servicePage(`${user}.localhost`),
    ...partsOf(() => scene.foyer),
    beBrowser: async (user) => {
      await scene.page(user);
      await scene.foyer.app.evaluate(({ webContents }, host) => {
        const contents = webContents.getAllWebContents().find((one) => one.getURL().includes(host));
        contents?.setUserAgent(
          contents.getUserAgent().replaceAll(/ (?:foyer|Electron|Mattermost)\/\S+/gi, ''),
        );
      }, `${user}.localhost`);
      await scene.command('service.reload', { serviceId: user, fromStartPage: true });
      await (await scene.page(user)).waitForFunction(() => !navigator.userAgent.includes('Mattermost'));
    },
    takeCookies: (user) => takeMattermostCookies(scene.foyer, mattermost, user, host(user)),
    signIn: async (user, at = 'Town Square') => {
      const page = await scene.page(user);
      await signInToMattermost(page, user);
      await mattermost.whenListening(user);
      await expect(page.locator('#channelHeaderTitle')).toHaveText(at);
    },
    known: async (user) => {
      const { channels } = await channelsOf(scene.foyer.shell, user);
      return Object.fromEntries(
        (channels ?? []).map(({ id, kind, unread, mentions, muted, favourite }) => [
          id,
          { kind, unread, mentions, muted, favourite },
        ]),
      );
    },
    truth: async (user) => {
      const channels = (await mattermost.truth())[user] ?? [];
      return Object.fromEntries(
        channels.flatMap((one) => {
          const { id, kind, muted, favourite } = one;
          const unread = one.unread + one.threadReplies;
          const mentions = one.mentions + one.threadMentions;
          const isDirect = one.team === '';
          if (one.closed && unread === 0) return [];
          return [[id, { kind, unread, mentions: isDirect && !muted ? unread : mentions, muted, favourite }]];
        }),
      );
    },
    agree: async (user) => {
      await expect
        .poll(async () => {
          const [known, truth] = await Promise.all([scene.known(user), scene.truth(user)]);
          return differences(known, truth);
        })
        .toEqual([]);
    },
    one: async (channel, user = 'alice') => (await scene.known(user))[await mattermost.channelId(channel)],
    stop: async () => {
      await scene.foyer.quit();
      await Promise.all([desktop.stop(), mattermost.stop()]);
      await removeProfile(profile);
    },
  };
  return scene;
}

/** What is not the same, so that a test that fails says little more than that. */
function differences(known: Held, truth: Held): readonly unknown[] {
  const ids = new Set([...Object.keys(known), ...Object.keys(truth)]);
  return [...ids].flatMap((id) =>
    JSON.stringify(known[id]) === JSON.stringify(truth[id])
      ? []
      : [{ id, known: known[id], truth: truth[id] }],
  );
}

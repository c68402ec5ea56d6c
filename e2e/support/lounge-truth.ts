import type { Page } from '@playwright/test';
import type { ChannelsAnswer } from '../../electron/core/ipc/answers';
import { command } from './inbox';

/** A channel as far as it is compared, by its name. */
export type Rooms = Readonly<
  Record<string, { readonly unread: number; readonly mentions: number; readonly muted: boolean }>
>;

interface Model {
  readonly networks: readonly {
    readonly channels: readonly {
      readonly name: string;
      readonly type: string;
      readonly unread: number;
      readonly highlight: number;
      readonly muted: boolean;
    }[];
  }[];
}
interface VuePage {
  readonly __vue_app__: {
    readonly config: {
      readonly globalProperties: {
        readonly $store: { readonly state: Model; commit(name: string, value: unknown): void };
      };
    };
  };
}

/** What the server told another page of the same person. */
export const truthOf = (page: Page): Promise<Rooms> =>
  page.evaluate(() => {
    const root = document.querySelector('#app') as unknown as VuePage;
    const { networks } = root.__vue_app__.config.globalProperties.$store.state;
    const rooms = networks.flatMap(({ channels }) =>
      channels.filter(({ type }) => /channel|query/.test(type)),
    );
    return Object.fromEntries(
      rooms.map(({ name, unread, highlight, muted }) => [
        name,
        { unread, mentions: muted ? 0 : highlight, muted },
      ]),
    );
  });

/** Takes the page's model away, or gives it back. */
export const breakModel = (page: Page, isBroken: boolean): Promise<void> =>
  page.evaluate((broken) => {
    const root = document.querySelector('#app') as unknown as VuePage;
    const { state } = root.__vue_app__.config.globalProperties.$store;
    for (const { channels } of state.networks)
      for (const channel of channels) {
        if (broken) Object.assign(channel, { kept: Reflect.get(channel, 'messages'), messages: undefined });
        else Object.assign(channel, { messages: Reflect.get(channel, 'kept') });
      }
  }, isBroken);

/** What Foyer knows of a service's channels. */
export const channelsOf = (shell: Page, serviceId: string): Promise<ChannelsAnswer> =>
  command(shell, 'channels.list', { serviceId });

/** The channel that the page of a service shows, as far as Foyer knows. */
export const shownChannelOf = async (shell: Page, serviceId: string): Promise<string | null> =>
  (await channelsOf(shell, serviceId)).openChannelId;

/** The same, by name, as far as it is compared. */
export async function roomsOf(shell: Page, serviceId: string): Promise<Rooms> {
  const { channels } = await channelsOf(shell, serviceId);
  return Object.fromEntries(
    (channels ?? []).map(({ name, unread, mentions, muted }) => [name, { unread, mentions, muted }]),
  );
}

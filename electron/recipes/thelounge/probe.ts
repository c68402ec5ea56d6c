import type { ProbeKit } from '../types';

interface LoungeChannel {
  readonly id: unknown;
  readonly name: unknown;
  readonly type: unknown;
  readonly unread: unknown;
  readonly highlight: unknown;
  readonly muted: unknown;
  readonly messages: { readonly length: number } & Readonly<Record<number, LoungeMessage>>;
}
interface LoungeMessage {
  readonly id: unknown;
  readonly time: unknown;
  readonly type: unknown;
  readonly highlight: unknown;
  readonly from: { readonly nick?: unknown } | undefined;
}
interface LoungeNetwork {
  readonly uuid: unknown;
  readonly nick: unknown;
  readonly channels: Readonly<Record<number, LoungeChannel>> & { readonly length: number };
  isCollapsed: boolean;
}
interface LoungeState {
  readonly appLoaded: unknown;
  readonly isConnected: unknown;
  readonly networks: Readonly<Record<number, LoungeNetwork>> & { readonly length: number };
  readonly activeChannel?: { readonly channel: { readonly id: unknown } } | null;
  readonly settings: { readonly highlights: unknown; readonly notifyAllMessages: unknown };
  readonly serverConfiguration: { readonly version: unknown } | null;
}
interface LoungeStore {
  readonly state: LoungeState;
  readonly watch: (read: () => string, told: () => void, options: object) => void;
}
interface LoungeRouter {
  readonly currentRoute: { readonly value: { readonly name: unknown } };
}

/**
 * Reads the model of The Lounge's page (Vue 3 with Vuex: 4.3 and later) and hears all its changes. Opens by the page's own
 * route. Mutes as a person does, by the entry of the channel's menu, which is open for no longer than a microtask and so
 * is never painted: the page's socket cannot be reached. Self-contained.
 */
export function probe(key: string): void {
  const { probe: desk } = (globalThis as unknown as Record<string, ProbeKit>)[key] as ProbeKit;
  const FIND_MS = 200;
  const FIND_SLOWLY_MS = 2000;
  const PATIENCE_MS = 20_000;
  const MENU_BUSY_MS = 1000;
  let waitedMs = 0;
  let store: LoungeStore | undefined;
  let readNow = (): object | undefined => undefined;

  const read = (router: LoungeRouter, state: LoungeState): object => {
    const networks: object[] = [];
    for (let i = 0; i < state.networks.length; i += 1) {
      const network = state.networks[i] as LoungeNetwork;
      const channels: object[] = [];
      for (let j = 0; j < network.channels.length; j += 1) {
        const { id, name, type, unread, highlight, muted, messages } = network.channels[j] as LoungeChannel;
        const time = messages.length > 0 ? messages[messages.length - 1]?.time : undefined;
        channels[j] = { id, name, type, unread, highlight, muted, time };
      }
      networks[i] = { uuid: network.uuid, nick: network.nick, channels };
    }
    return {
      isLoaded: state.appLoaded,
      isConnected: state.isConnected,
      isSigningIn: router.currentRoute.value.name === 'SignIn',
      version: state.serverConfiguration?.version,
      highlights: state.settings.highlights,
      notifiesAll: state.settings.notifyAllMessages,
      networks,
      activeId: state.activeChannel?.channel.id,
    };
  };

  const watch = (router: LoungeRouter, found: LoungeStore): void => {
    store = found;
    readNow = () => read(router, found.state);
    let raw: object | undefined;
    found.watch(
      () => {
        let text = '';
        // What fails has told so, and what was read before is not told again.
        raw = undefined;
        desk.run(() => {
          raw = read(router, found.state);
          text = JSON.stringify(raw);
        });
        return text;
      },
      () => {
        if (raw !== undefined) desk.tell(raw);
      },
      { immediate: true },
    );
  };

  const find = (): void => {
    const root = document.querySelector('#app');
    const app = desk.ownValue(root, '__vue_app__');
    const globals = desk.ownValue(desk.ownValue(app, 'config'), 'globalProperties');
    const model = desk.ownValue(globals, '$store');
    const router = desk.ownValue(globals, '$router');
    if (model !== undefined && router !== undefined)
      return watch(router as LoungeRouter, model as LoungeStore);
    const delayMs = waitedMs < PATIENCE_MS ? FIND_MS : FIND_SLOWLY_MS;
    waitedMs += delayMs;
    // A page that is still loading has time; one that is there and has no model is not the one we know.
    if (waitedMs === PATIENCE_MS) desk.fail('the page has no model that is known');
    desk.later(find, delayMs);
  };

  const findChannel = (
    id: unknown,
  ): { readonly network: LoungeNetwork; readonly channel: LoungeChannel } | undefined => {
    if (store === undefined) return undefined;
    const { networks } = store.state;
    for (let i = 0; i < networks.length; i += 1) {
      const network = networks[i] as LoungeNetwork;
      for (let j = 0; j < network.channels.length; j += 1) {
        const channel = network.channels[j] as LoungeChannel;
        if (channel.id === id) return { network, channel };
      }
    }
    return undefined;
  };

  /** Vue draws in a microtask that was asked for before this one. */
  const drawn = (work: () => void): void => void Promise.resolve().then(() => desk.run(work));

  const mute = (id: number, wanted: boolean): void => {
    const found = findChannel(id);
    if (found === undefined || found.channel.muted === wanted) return;
    // Somebody is in a menu.
    if (document.querySelector('#context-menu') !== null)
      return desk.later(() => mute(id, wanted), MENU_BUSY_MS);
    const { network } = found;
    const wasCollapsed = network.isCollapsed;
    network.isCollapsed = false;
    drawn(() => {
      const item = document.querySelector(`.channel-list-item[aria-controls="#chan-${id}"]`);
      item?.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true }));
      drawn(() => {
        const entry = document.querySelector<HTMLElement>('#context-menu .context-menu-mute');
        entry?.click();
        network.isCollapsed = wasCollapsed;
        // It takes clicks again at the next one anywhere; that need not be a person's.
        document.body.dispatchEvent(new PointerEvent('pointerup'));
        if (entry === null) desk.fail('the menu has no entry to mute');
      });
    });
  };

  // What the words were stays in the page.
  desk.onNotification(({ tag }) => {
    const messages = findChannel(Number(tag.slice('chan-'.length)))?.channel.messages;
    const last = messages?.[messages.length - 1];
    if (last === undefined) return;
    const { id, time, type, highlight, from } = last;
    desk.tell({ ...readNow(), heard: { tag, id, time, type, highlight, nick: from?.nick } });
  });
  desk.onOrder((order) => {
    const open = desk.ownValue(order, 'open');
    const id = desk.ownValue(order, 'mute');
    if (typeof open === 'number') location.hash = `#/chan-${open}`;
    if (typeof id === 'number') mute(id, desk.ownValue(order, 'to') === true);
  });
  desk.run(() => desk.later(find, 0));
}

import type { Page } from '@playwright/test';

/** What a desktop sees of the page, in order. */
export interface Seen {
  /** Names and details of the window's own events. */
  readonly events: readonly { readonly name: string; readonly detail: unknown }[];
  /** Titles and options of `new Notification`. */
  readonly notifications: readonly {
    readonly title: string;
    readonly options: Readonly<Record<string, unknown>>;
  }[];
  /** Members of `RocketChatDesktop` that were called, with what could be passed on of their arguments. */
  readonly calls: readonly { readonly name: string; readonly args: readonly unknown[] }[];
  /** When the page got its `window.require`, in ms of its life. */
  readonly requireAtMs?: number;
}

/** Watches the page from before its first script, as a desktop does: with `RocketChatDesktop`, or as a browser without. */
export async function watchPage(page: Page, as: 'desktop' | 'browser'): Promise<() => Promise<Seen>> {
  await page.addInitScript((isDesktop) => {
    const seen = { events: [] as unknown[], notifications: [] as unknown[], calls: [] as unknown[] };
    Reflect.set(window, 'seen', seen);
    let given: unknown;
    Object.defineProperty(window, 'require', {
      configurable: true,
      get: () => given,
      set: (value: unknown) => {
        given = value;
        Reflect.set(seen, 'requireAtMs', performance.now());
      },
    });
    for (const name of ['notification', 'unread-changed', 'unread-changed-by-subscription', 'room-opened'])
      window.addEventListener(name, (event) => {
        seen.events.push({ name, detail: (event as CustomEvent).detail as unknown });
      });
    class Watched extends EventTarget {
      static readonly permission = 'granted';
      static requestPermission = () => Promise.resolve('granted');
      onclick: (() => void) | null = null;
      constructor(
        readonly title: string,
        readonly options: object,
      ) {
        super();
        seen.notifications.push({ title, options });
        Reflect.set(window, 'lastNotification', this);
      }
      close() {
        this.dispatchEvent(new Event('close'));
      }
    }
    Reflect.set(window, 'Notification', Watched);
    if (!isDesktop) return;
    const desktop = new Proxy(
      {},
      {
        get:
          (_target, name: string) =>
          (...args: unknown[]) => {
            Reflect.set(window, `desktop:${name}`, args[0]);
            const plain = args.map((one) => (typeof one === 'function' ? 'a function' : one));
            seen.calls.push({ name, args: plain });
            if (name === 'getInternalVideoChatWindowEnabled') return true;
            return name === 'supportedDocumentViewerFormats' ? ['PDF'] : undefined;
          },
      },
    );
    Reflect.set(window, 'RocketChatDesktop', desktop);
  }, as === 'desktop');
  return () => page.evaluate(() => Reflect.get(window, 'seen') as Seen);
}

/** Does what the vendor's desktop does in the page (`injected.ts`), and gives what it would have told the desktop. */
export const readAsDesktop = (
  page: Page,
  modules: { readonly settings: string; readonly presence: string },
) =>
  page.evaluate(async ({ settings: settingsPath, presence }) => {
    const find = window.require as ((id: string) => Record<string, never>) | undefined;
    if (typeof find !== 'function') return undefined;
    const { Info } = find('/app/utils/rocketchat.info') as { Info?: { version: string } };
    const { Meteor } = find('meteor/meteor') as {
      Meteor?: { absoluteUrl(path: string): string; userId(): string; gitCommitHash: string };
    };
    const { Session } = find('meteor/session') as { Session?: { get(key: string): unknown } };
    const { Tracker } = find('meteor/tracker') as { Tracker?: { autorun(run: () => void): void } };
    const { settings } = find(settingsPath) as { settings?: { get(id: string): unknown } };
    find(presence);
    const titles: unknown[] = [];
    Tracker?.autorun(() => void titles.push(settings?.get('Site_Name')));
    await Promise.resolve();
    return {
      version: Info?.version,
      home: Meteor?.absoluteUrl('channel/general'),
      userId: Meteor?.userId(),
      commit: Meteor?.gitCommitHash,
      unread: Session?.get('unread'),
      title: titles.at(-1),
    };
  }, modules);

declare global {
  interface Window {
    require?: unknown;
  }
}

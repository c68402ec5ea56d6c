import type { Page } from '@playwright/test';
import type { Prosody } from '../servers/prosody';
import { connectXmpp, type XmppStream } from '../servers/lib/xmpp-stream';

/** What is used of Converse's insides, which our page leaves at `window._converse`. */
interface Insides {
  readonly state: {
    readonly chatboxes: {
      readonly models: readonly {
        readonly attributes: Readonly<Record<string, unknown>>;
        readonly session?: { get(name: string): unknown };
        getDisplayName(): string;
        close(): Promise<void>;
      }[];
    };
  };
  readonly api: {
    readonly rooms: { open(jid: string, attributes: object, force: boolean): Promise<unknown> };
    readonly chats: { open(jid: string, attributes: object, force: boolean): Promise<unknown> };
    readonly user: { logout(): Promise<void> };
  };
}

/** Unread and mentions by the name of a channel. */
export type Counts = Readonly<Record<string, { readonly unread: number; readonly mentions: number }>>;

/** What another Converse of the same person counts. */
export const countsOf = (page: Page): Promise<Counts> =>
  page.evaluate(() => {
    const { models } = (window as unknown as { readonly _converse: Insides })._converse.state.chatboxes;
    const boxes = models.filter(({ attributes }) => attributes['type'] !== 'controlbox');
    return Object.fromEntries(
      boxes.map((box) => {
        const { num_unread: mentions, num_unread_general: unread = mentions } = box.attributes;
        return [box.getDisplayName(), { unread, mentions }];
      }),
    ) as Counts;
  });

/** Shows a room (or a conversation) of a page, as its own list does. */
export const showIn = (page: Page, jid: string, kind: 'rooms' | 'chats' = 'rooms'): Promise<void> =>
  page.evaluate(
    async ([to, of]) => {
      await (window as unknown as { readonly _converse: Insides })._converse.api[of].open(to, {}, true);
    },
    [jid, kind] as const,
  );

/** How many rooms of a page are joined. */
export const joinedIn = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const ENTERED = 5;
    const { _converse } = window as unknown as { readonly _converse?: Insides };
    const models = _converse?.state.chatboxes.models ?? [];
    return models.filter(({ session }) => session?.get('connection_status') === ENTERED).length;
  });

/** Resolves in the frame in which the page shows that room. */
export const whenDrawn = (page: Page, room: string): Promise<void> =>
  page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const look = () => {
          const heading = document.querySelector('converse-muc-heading')?.textContent ?? '';
          if (new RegExp(`${name}(?!\\d)`).test(heading)) resolve();
          else requestAnimationFrame(look);
        };
        look();
      }),
    room,
  );

/** Closes it: a room is left. */
export const closeIn = (page: Page, jid: string): Promise<void> =>
  page.evaluate(async (of) => {
    const { models } = (window as unknown as { readonly _converse: Insides })._converse.state.chatboxes;
    await models.find(({ attributes }) => attributes['jid'] === of)?.close();
  }, jid);

export const signOutIn = (page: Page): Promise<void> =>
  page.evaluate(() => (window as unknown as { readonly _converse: Insides })._converse.api.user.logout());

/** Takes the page's list of chats away, or gives it back. */
export const breakModelIn = (page: Page, isBroken: boolean): Promise<void> =>
  page.evaluate((broken) => {
    const { chatboxes } = (window as unknown as { readonly _converse: Insides })._converse.state;
    for (const box of chatboxes.models)
      if (broken)
        Object.defineProperty(box, 'getDisplayName', {
          value: () => {
            throw new Error('broken');
          },
          configurable: true,
        });
      else Reflect.deleteProperty(box, 'getDisplayName');
  }, isBroken);

/** Another client of a person, which reads and writes what the server keeps for all of theirs. */
export interface OtherClient {
  /** The rooms that are to be joined, by address, with the extensions of their bookmarks as XML. */
  bookmarks(): Promise<Readonly<Record<string, string>>>;
  setExtensions(roomJid: string, xml: string): Promise<void>;
  close(): Promise<void>;
}

/** Signs it in. */
export async function startOtherClient(prosody: Prosody, userName: string): Promise<OtherClient> {
  const user = prosody.users.find(({ name }) => name === userName);
  if (!user) throw new Error(`Prosody has no user called ${userName}.`);
  const stream = await connectXmpp(prosody, user);
  const node = 'urn:xmpp:bookmarks:1';
  let count = 0;
  const ask = (type: 'get' | 'set', inner: string): ReturnType<XmppStream['request']> => {
    const id = `other-${(count += 1)}`;
    return stream.request(
      `<iq id='${id}' type='${type}'><pubsub xmlns='http://jabber.org/protocol/pubsub'>${inner}</pubsub></iq>`,
      (stanza) => stanza.name === 'iq' && stanza.id === id,
    );
  };
  return {
    bookmarks: async () => {
      const { xml } = await ask('get', `<items node='${node}'/>`);
      const items = [...xml.matchAll(/<item\b[^>]*\bid='([^']+)'.*?<\/item>/gsu)];
      return Object.fromEntries(
        items
          .filter(([item]) => /autojoin='(?:true|1)'/u.test(item))
          .map(([item, jid = '']) => [jid, /<extensions\b[^>]*>(.*?)<\/extensions>/su.exec(item)?.[1] ?? '']),
      );
    },
    setExtensions: async (roomJid, xml) => {
      const extensions = `<extensions>${xml}</extensions>`;
      await ask(
        'set',
        `<publish node='${node}'><item id='${roomJid}'><conference xmlns='${node}' autojoin='true'>` +
          `<nick>${userName}</nick>${extensions}</conference></item></publish>`,
      );
    },
    close: () => stream.close(),
  };
}

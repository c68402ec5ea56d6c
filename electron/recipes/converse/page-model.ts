/** What is used of a page with Converse, as its plugins see it. */
export type Attributes = Readonly<Record<string, unknown>>;
interface Model {
  readonly attributes: Attributes;
}
interface Models<T extends Model = Model> {
  readonly models: { readonly length: number } & Readonly<Record<number, T>>;
  readonly get: (id: string) => T | undefined;
  readonly on: (names: string, hear: () => void) => void;
  readonly off: (names: string, hear: () => void) => void;
}
export interface Box extends Model {
  readonly features?: Model & Pick<Models, 'on' | 'off'>;
  readonly messages?: Pick<Models, 'models'>;
  /** The list of contacts has none. */
  readonly getDisplayName?: () => unknown;
  /** Tells whoever wrote, too, where the person lets it. */
  readonly clearUnreadMsgCounter?: () => unknown;
  readonly isUserMentioned?: (message: { readonly get: (name: string) => unknown }) => unknown;
}
interface Contact extends Model {
  readonly getDisplayName: () => unknown;
}
interface Opening {
  readonly open: (jid: string, attributes: object, isForced: boolean) => Promise<unknown>;
}
interface Stanza {
  readonly outerHTML: string;
  readonly getAttribute: (name: string) => string | null;
  readonly querySelector: (selector: string) => object | null;
  readonly querySelectorAll: (selector: string) => Iterable<Stanza>;
}
interface Builder {
  readonly c: (name: string, attributes: object) => Builder;
}
export interface Converse {
  readonly VERSION_NAME: unknown;
  readonly env: { readonly $iq: (attributes: object) => Builder };
  readonly session: { readonly get: (name: string) => unknown };
  readonly state: {
    readonly chatboxes: Models<Box>;
    readonly roster?: Models<Contact>;
    readonly bookmarks?: Models;
    readonly connfeedback?: Model;
  };
  readonly api: {
    readonly settings: { readonly get: (name: string) => unknown };
    readonly connection: { readonly connected: () => unknown };
    readonly listen: {
      readonly on: (name: string, hear: (data: { readonly attrs: Attributes }) => void) => void;
      readonly stanza: (name: string, options: object, hear: (stanza: Stanza) => boolean) => void;
    };
    readonly rooms: Opening;
    readonly chats: Opening;
    readonly disco: { readonly supports: (feature: string, jid: string) => Promise<unknown> };
    readonly bookmarks: { readonly set: (attributes: object, create: boolean) => Promise<unknown> };
    readonly sendIQ: (stanza: Builder) => Promise<Stanza>;
  };
}
export interface ConverseGlobal {
  initialize: (...args: readonly unknown[]) => unknown;
  readonly plugins: { readonly add: (name: string, plugin: object) => void };
}

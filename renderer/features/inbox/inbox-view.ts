import { createStore, type StoreApi } from 'zustand/vanilla';
import type { InboxFilter, InboxEntry } from '../../../electron/core/model/inbox';
import type { Anchor } from '../../store/shell-store';
import type { Conversation } from './grouping';

/** A menu of the inbox that is open. `byKeyboard` says that the focus goes back when it closes. */
export type InboxMenu = { readonly anchor: Anchor } & (
  | { readonly kind: 'mute'; readonly conversation: Place }
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'entry'; readonly entry: InboxEntry }
  | { readonly kind: 'page' | 'service' | 'channel' | 'sender' | 'when' }
);

/** What identifies a conversation, for rules. */
export type Place = Pick<
  Conversation,
  'serviceId' | 'serviceName' | 'channelId' | 'channelName' | 'channelKind'
>;

/** What is to be deleted. */
export type Removal =
  | { readonly kind: 'conversation'; readonly conversation: Conversation }
  | { readonly kind: 'service'; readonly serviceId: string; readonly serviceName: string }
  | { readonly kind: 'entry'; readonly entry: InboxEntry }
  | { readonly kind: 'older' }
  | { readonly kind: 'shown'; readonly filter: InboxFilter };

/** A dialog of the inbox that is open. */
export type InboxDialog =
  | { readonly kind: 'remove'; readonly removal: Removal }
  | { readonly kind: 'pattern'; readonly entry: InboxEntry }
  | { readonly kind: 'dates' | 'keys' };

/** How the inbox is looked at: where the keyboard is, what is folded, what is open. */
export interface ViewState {
  /** Key of the stop the keyboard is at. */
  readonly current: string | undefined;
  /** Conversations of which only the head is drawn. */
  readonly folded: ReadonlySet<string>;
  /** Conversations of which all is drawn. */
  readonly whole: ReadonlySet<string>;
  /** The entry of which is told why it was, or was not, shown. */
  readonly whyId: number | undefined;
  readonly menu: InboxMenu | undefined;
  readonly dialog: InboxDialog | undefined;
  /** What is said of what was done last. */
  readonly said: string;
}

export type InboxView = StoreApi<ViewState>;

/** Gives a view on which nothing is open. */
export const createInboxView = (): InboxView =>
  createStore<ViewState>(() => ({
    current: undefined,
    folded: new Set(),
    whole: new Set(),
    whyId: undefined,
    menu: undefined,
    dialog: undefined,
    said: '',
  }));

/** Gives a set with something in it or not. */
export function withMember<T>(set: ReadonlySet<T>, member: T, isIn: boolean): ReadonlySet<T> {
  if (set.has(member) === isIn) return set;
  const next = new Set(set);
  if (isIn) next.add(member);
  else next.delete(member);
  return next;
}

/** Gives the anchor of a menu: where an element stands. */
export function anchorOf(element: Element): Anchor {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

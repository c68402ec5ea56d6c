import type { ClientConfig } from '../client-config.js';
import type { Subscription, User } from '../chat/records.js';
import type { Credentials } from './credentials.js';
import type { Ddp } from './ddp.js';
import type { Cell, Tracker } from './tracker.js';

/** What the parts of the page share. */
export interface Client {
  readonly config: ClientConfig;
  readonly tracker: Tracker;
  readonly credentials: Credentials;
  readonly user: Cell<Partial<User> | undefined>;
  readonly settings: Cell<ReadonlyMap<string, unknown>>;
  readonly subscriptions: Cell<ReadonlyMap<string, Subscription>>;
  /** As `Session.get('unread')` was: a number, `999+`, `•` or nothing. */
  readonly unread: Cell<string | number>;
  readonly isConnected: Cell<boolean>;
  /** The room that is on screen. */
  readonly opened: Cell<OpenedRoom | undefined>;
  readonly route: Cell<string>;
  readonly ddp: () => Ddp;
  /** `/channel/general` → goes there without loading anything. */
  readonly navigate: (path: string, options?: { readonly replace?: boolean }) => void;
}

export interface OpenedRoom {
  readonly rid: string;
  readonly name: string;
}

/** How a room is called on screen (`roomTypes/*.ts`). */
export function displayName(client: Client, room: Pick<Subscription, 'name' | 'fname' | 'prid'>): string {
  const all = client.settings.get();
  const byFname =
    room.prid !== undefined ||
    all.get('UI_Use_Real_Name') === true ||
    all.get('UI_Allow_room_names_with_special_chars') === true;
  return (byFname ? room.fname : undefined) ?? room.name;
}

export const siteName = ({ settings }: Client): string => {
  const name = settings.get().get('Site_Name');
  return typeof name === 'string' ? name : 'Rocket.Chat';
};

/** A preference of the signed-in person. */
export const preference = ({ user }: Client, name: string): unknown =>
  user.get()?.settings?.preferences[name];

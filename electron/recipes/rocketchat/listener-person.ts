import { own, ownText } from '../raw';
import { textsOf } from './listener-rooms';

/** Who is signed in and what the server is set to, in the shape that `readRoom` and `readOwnNames` read. */
export interface Person {
  me: Readonly<Record<string, unknown>>;
  settings: Readonly<Record<string, unknown>>;
  /** `busy` where nothing is to be notified. */
  status: string;
}

/** The settings of the server that matter, by their ids. */
const SETTINGS: readonly string[] = [
  'Site_Name',
  'Unread_Count',
  'UI_Use_Real_Name',
  'UI_Allow_room_names_with_special_chars',
  'Accounts_Default_User_Preferences_desktopNotifications',
];

/** The path that asks for them; servers before 7 wanted to be asked otherwise. */
export function settingsPath(version: string): string {
  const isNew = Number.parseInt(version, 10) >= 7;
  const query = isNew
    ? `_id=${SETTINGS.join(',')}`
    : `query=${encodeURIComponent(JSON.stringify({ _id: { $in: SETTINGS } }))}`;
  return `settings.public?${query}`;
}

/** Reads the answer of `me`. */
export function readMe(answer: unknown): Pick<Person, 'me' | 'status'> {
  const preferences = own(own(answer, 'settings'), 'preferences');
  const me: Record<string, unknown> = { highlights: textsOf(own(preferences, 'highlights')) };
  for (const name of ['_id', 'username', 'name']) me[name] = ownText(answer, name);
  for (const name of ['desktopNotifications', 'unreadAlert']) {
    const value = own(preferences, name);
    // Then the server's own setting counts.
    if (value !== undefined && value !== null && value !== 'default') me[name] = value;
  }
  return { me, status: ownText(answer, 'status') };
}

/** Gives the settings with those that were told; the same where none of them matters. */
export function withSettings(settings: Person['settings'], told: readonly unknown[]): Person['settings'] {
  const news = told.filter((one) => SETTINGS.includes(ownText(one, '_id')));
  if (news.length === 0) return settings;
  return { ...settings, ...Object.fromEntries(news.map((one) => [ownText(one, '_id'), own(one, 'value')])) };
}

import { messageLimits } from '../../core/ipc/service-limits';
import { isDirectKind, type Channel, type ChannelKind } from '../../core/model/channel';
import { own, ownCount, ownList, ownText } from '../raw';

const kinds: ReadonlyMap<string, ChannelKind> = new Map([
  ['O', 'public'],
  ['P', 'private'],
  ['D', 'direct'],
  ['G', 'group'],
]);

/** What the server said, in parts that are easily looked up. */
interface Said {
  readonly known: unknown;
  readonly me: unknown;
  readonly members: ReadonlyMap<unknown, unknown>;
  readonly people: ReadonlyMap<unknown, unknown>;
  /** Names of teams by id. */
  readonly teams: ReadonlyMap<string, string>;
  /** Names that channels of several teams have. */
  readonly shared: ReadonlySet<string>;
}

/** Gives all channels of all teams that are not archived, and conversations that are not closed. */
export function readChannels(known: unknown): readonly Channel[] {
  return channelsOf(known).flatMap(channelReader(known));
}

/** Those of what is known that are not archived. */
const channelsOf = (known: unknown): readonly unknown[] =>
  ownList(known, 'channels').filter((one) => !(ownCount(one, 'delete_at') > 0));

/** Gives what makes of one of the channels what it is to the person; none where it is in no list. */
export function channelReader(known: unknown): (one: unknown) => readonly Channel[] {
  const me = own(known, 'me');
  if (ownText(me, 'id') === '') throw new Error('nobody the person could be');
  const said: Said = {
    known,
    me,
    members: pairs(known, 'members'),
    people: pairs(known, 'people'),
    teams: new Map(
      ownList(known, 'teams').map((team) => [ownText(team, 'id'), ownText(team, 'display_name')]),
    ),
    shared: sharedNames(channelsOf(known)),
  };
  return (one) => (ownCount(one, 'delete_at') > 0 ? [] : toChannel(one, said));
}

/** A list of pairs, by the first of each. @throws when there is none. */
export function pairs(known: unknown, name: string): ReadonlyMap<unknown, unknown> {
  return new Map(
    ownList(known, name).flatMap((pair) => (Array.isArray(pair) ? [[pair[0], pair[1]] as const] : [])),
  );
}

function sharedNames(channels: readonly unknown[]): ReadonlySet<string> {
  const seen = new Set<string>();
  const shared = new Set<string>();
  for (const one of channels) {
    const name = ownText(one, 'display_name');
    if (seen.has(name)) shared.add(name);
    seen.add(name);
  }
  return shared;
}

function toChannel(one: unknown, said: Said): readonly Channel[] {
  const id = ownText(one, 'id');
  const kind = kinds.get(ownText(one, 'type'));
  if (id === '' || kind === undefined) return [];
  const { unread, mentions, muted, desktop } = countsOf(one, said);
  if (isDirectKind(kind) && unread === 0 && mentions === 0 && isClosed(one, said)) return [];
  const own = levelHere(desktop, kind, said);
  return [
    {
      id,
      name: nameOf(one, kind, said).slice(0, messageLimits.channelName),
      kind,
      unread,
      // What is muted counts the mentions the server counts, as its own list does.
      mentions: isDirectKind(kind) && !muted ? Math.max(unread, mentions) : mentions,
      muted,
      favourite: isPreferred(said, 'favorite_channel', id, 'true'),
      lastActivityMs: ownCount(one, 'last_post_at') || undefined,
      notifiesMentionsOnly: own === 'mention',
    },
  ];
}

/** With collapsed threads what is unread is counted without replies; those of threads the person follows are added. */
function countsOf(one: unknown, { known, members }: Said) {
  const id = ownText(one, 'id');
  const member = members.get(id);
  const notify = own(member, 'notify_props');
  const isCollapsing = own(known, 'isCollapsing') === true;
  const root = isCollapsing ? '_root' : '';
  const total = ownCount(one, `total_msg_count${root}`);
  // Those that were asked for while threads were collapsed may come after they are no more.
  const threads = isCollapsing
    ? ownList(known, 'threads').filter((thread) => ownText(thread, 'channelId') === id)
    : [];
  const sum = (name: string) => threads.reduce<number>((count, thread) => count + ownCount(thread, name), 0);
  const posts = member === undefined ? 0 : Math.max(0, total - ownCount(member, `msg_count${root}`));
  return {
    unread: posts + sum('unread_replies'),
    mentions: ownCount(member, `mention_count${root}`) + sum('unread_mentions'),
    muted: ownText(notify, 'mark_unread') === 'mention',
    desktop: ownText(notify, 'desktop'),
  };
}

/** What is notified there: what the channel says, else what the person says of all; in a group that is more. */
function levelHere(desktop: string, kind: ChannelKind, { me }: Said): string {
  if (kind === 'direct') return 'all';
  if (desktop !== '' && desktop !== 'default') return desktop;
  const everywhere = ownText(own(me, 'notify_props'), 'desktop');
  return kind === 'group' && everywhere === 'mention' ? 'all' : everywhere;
}

function nameOf(one: unknown, kind: ChannelKind, said: Said): string {
  const name = ownText(one, 'display_name');
  const username = ownText(said.me, 'username');
  if (kind === 'direct') return readPerson(said.people.get(otherOf(one, said.me)), said.known) || 'Somebody';
  if (kind === 'group') {
    const others = name.split(', ').filter((each) => each !== username);
    return others.length === 0 ? name : others.join(', ');
  }
  const team = said.teams.get(ownText(one, 'team_id')) ?? '';
  return said.shared.has(name) && team !== '' ? `${name} (${team})` : name;
}

const otherOf = (one: unknown, me: unknown): string => {
  const [first = '', second = ''] = ownText(one, 'name').split('__');
  return first === ownText(me, 'id') ? second : first;
};

/** Gives a person's name as whoever is signed in wants it, else as the server wants it; empty for nobody. */
export function readPerson(person: unknown, known: unknown): string {
  const format = readNameFormat(known);
  const username = ownText(person, 'username');
  const full = `${ownText(person, 'first_name')} ${ownText(person, 'last_name')}`.trim();
  if (format === 'nickname_full_name') return ownText(person, 'nickname') || full || username;
  return (format === 'full_name' ? full : '') || username;
}

/** `username`, `full_name` or `nickname_full_name`. */
export function readNameFormat(known: unknown): string {
  const chosen = ownList(known, 'preferences').find((one) => ownText(one, 'name') === 'name_format');
  return ownText(chosen, 'value') || ownText(own(known, 'config'), 'TeammateNameDisplay') || 'username';
}

const isClosed = (one: unknown, said: Said): boolean =>
  isPreferred(said, 'direct_channel_show', otherOf(one, said.me), 'false') ||
  isPreferred(said, 'group_channel_show', ownText(one, 'id'), 'false');

const isPreferred = ({ known }: Said, category: string, name: string, value: string): boolean =>
  ownList(known, 'preferences').some(
    (one) =>
      ownText(one, 'category') === category &&
      ownText(one, 'name') === name &&
      ownText(one, 'value') === value,
  );

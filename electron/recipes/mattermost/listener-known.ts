import { listIn, listOf, own, ownText } from '../raw';
import { Unanswered, type Rest } from './listener-rest';

type Plain = Readonly<Record<string, unknown>>;

/** What the server last said, as far as it is needed, in the words `readChannels` reads. */
export interface Known {
  me: Plain;
  config: Plain;
  teams: readonly Plain[];
  preferences: readonly Plain[];
  readonly channels: Map<string, Plain>;
  /** By channel. */
  readonly members: Map<string, Plain>;
  readonly people: Map<string, Plain>;
  /** Those the person follows, with something unread. */
  readonly threads: Map<string, Plain>;
  isCollapsing: boolean;
  status: string;
}

const CHANNEL = ['id', 'team_id', 'type', 'display_name', 'name', 'delete_at', 'last_post_at'];
const COUNTS = ['total_msg_count', 'total_msg_count_root'];
const MEMBER = ['msg_count', 'msg_count_root', 'mention_count', 'mention_count_root', 'last_viewed_at'];
const MEMBER_PROPS = ['desktop', 'mark_unread', 'ignore_channel_mentions'];
const MY_PROPS = ['desktop', 'first_name', 'mention_keys', 'channel'];
const PREFERENCES = /^(?:display_settings|favorite_channel|direct_channel_show|group_channel_show)$/;
const PERSON = ['username', 'first_name', 'last_name', 'nickname'];

/** Nothing, of nobody. */
export const emptyKnown = (): Known => ({
  me: {},
  config: {},
  teams: [],
  preferences: [],
  channels: new Map(),
  members: new Map(),
  people: new Map(),
  threads: new Map(),
  isCollapsing: false,
  status: '',
});

/** Members of an object that say anything. */
function pick(owner: unknown, names: readonly string[]): Plain {
  const picked: Record<string, unknown> = {};
  for (const name of names) {
    const value = own(owner, name);
    if (value !== undefined && value !== null && value !== '' && value !== 0) picked[name] = value;
  }
  return picked;
}

/** Keeps of a channel what its name and kind need; its counts too, where `said` is the answer to a question. */
export function keepChannel(known: Known, said: unknown, isAnswer: boolean): void {
  const id = ownText(said, 'id');
  if (id === '') return;
  const counts = isAnswer ? pick(said, [...COUNTS]) : pick(known.channels.get(id), [...COUNTS]);
  known.channels.set(id, { ...pick(said, CHANNEL), ...counts });
}

/** Keeps what the person has of a channel. */
export function keepMember(known: Known, said: unknown): void {
  const notify = pick(own(said, 'notify_props'), MEMBER_PROPS);
  known.members.set(ownText(said, 'channel_id'), { ...pick(said, MEMBER), notify_props: notify });
}

/** Keeps a thread the person follows, or drops it where nothing of it is unread. Gives its channel. */
export function keepThread(known: Known, said: unknown): string {
  const id = ownText(said, 'id');
  const channelId = ownText(own(said, 'post'), 'channel_id') || ownText(known.threads.get(id), 'channelId');
  const thread = { channelId, ...pick(said, ['unread_replies', 'unread_mentions', 'last_viewed_at']) };
  const isUnread = 'unread_replies' in thread || 'unread_mentions' in thread;
  if (id === '' || !isUnread || own(said, 'is_following') === false) known.threads.delete(id);
  else known.threads.set(id, thread);
  return channelId;
}

/** Keeps what is used of a person. */
export const keepPerson = (known: Known, said: unknown): void =>
  void known.people.set(ownText(said, 'id'), pick(said, PERSON));

/** The questions; each keeps what is answered. @throws {@link Unanswered} */
export interface Asks {
  readonly all: () => Promise<void>;
  readonly preferences: () => Promise<void>;
  readonly channel: (id: string) => Promise<void>;
  readonly channels: () => Promise<void>;
  readonly threads: () => Promise<void>;
  readonly people: (ids: readonly string[]) => Promise<void>;
}

/** Of people who only wrote something so many are remembered. */
const AUTHORS_MAX = 500;
const PAGE = 200;
const PAGES_MAX = 10;

/** Creates them. */
export function createAsks(known: Known, rest: Rest): Asks {
  const listAt = async (path: string, value?: unknown): Promise<readonly unknown[]> =>
    listOf(await rest(path, value));
  const pages = async (path: string, page = 0): Promise<readonly unknown[]> => {
    const some = await listAt(`${path}?page=${page}&per_page=${PAGE}`);
    return some.length < PAGE || page + 1 >= PAGES_MAX ? some : [...some, ...(await pages(path, page + 1))];
  };
  /** Servers before 6 know no list over all teams. */
  const byTeam = async (what: string): Promise<readonly unknown[]> => {
    const lists = await Promise.all(
      known.teams.map(({ id }) => listAt(`/users/me/teams/${String(id)}/${what}`)),
    );
    return lists.flat();
  };
  const people = async (ids: readonly string[]): Promise<void> => {
    if (known.people.size > AUTHORS_MAX + PAGE) {
      const kept = new Set(others());
      for (const id of [...known.people.keys()].slice(0, AUTHORS_MAX))
        if (!kept.has(id)) known.people.delete(id);
    }
    const wanted = [...new Set(ids)].filter((id) => id !== '' && !known.people.has(id)).slice(0, PAGE);
    if (wanted.length === 0) return;
    const said = await unlessRefused(listAt('/users/ids', wanted), () => []);
    // Nobody is asked for twice.
    for (const id of wanted) known.people.set(id, {});
    for (const one of said) keepPerson(known, one);
  };
  /** Whom conversations of two are with. */
  const others = (): readonly string[] =>
    [...known.channels.values()].flatMap(({ type, name }) =>
      type === 'D' && typeof name === 'string' ? name.split('__') : [],
    );
  const preferences = async (): Promise<void> => {
    const all = await listAt('/users/me/preferences');
    known.preferences = all
      .filter((one) => PREFERENCES.test(ownText(one, 'category')))
      .map((one) => pick(one, ['category', 'name', 'value']));
    known.isCollapsing = isCollapsing(known);
  };
  const channels = async (): Promise<void> => {
    const [all, members] = await Promise.all([
      unlessRefused(listAt('/users/me/channels'), () => byTeam('channels')),
      unlessRefused(pages('/users/me/channel_members'), () => byTeam('channels/members')),
    ]);
    known.channels.clear();
    known.members.clear();
    for (const one of all) keepChannel(known, one, true);
    for (const one of members) keepMember(known, one);
    await people(others());
  };
  const threads = async (): Promise<void> => {
    const teams = known.isCollapsing ? known.teams : [];
    const path = (id: unknown) => `/users/me/teams/${String(id)}/threads?unread=true&per_page=${PAGE}`;
    const lists = await Promise.all(
      teams.map(({ id }) => unlessRefused(rest(path(id)), () => ({ threads: [] }))),
    );
    known.threads.clear();
    // Those of conversations are told with every team.
    for (const one of lists.flatMap((said) => listIn(said, 'threads'))) keepThread(known, one);
  };
  return {
    preferences,
    channels,
    threads,
    people,
    all: async () => {
      const [config, me, teams, status] = await Promise.all([
        rest('/config/client?format=old'),
        rest('/users/me'),
        listAt('/users/me/teams'),
        unlessRefused(rest('/users/me/status'), () => undefined),
      ]);
      known.config = pick(config, ['SiteName', 'Version', 'CollapsedThreads', 'TeammateNameDisplay']);
      const props = pick(own(me, 'notify_props'), MY_PROPS);
      known.me = { ...pick(me, ['id', 'username', 'first_name']), notify_props: props };
      known.teams = teams.map((one) => pick(one, ['id', 'name', 'display_name']));
      known.status = ownText(status, 'status');
      known.people.clear();
      await Promise.all([preferences(), channels()]);
      await threads();
    },
    channel: async (id) => {
      const asked = Promise.all([rest(`/channels/${id}`), rest(`/channels/${id}/members/me`)]);
      const [channel, member] = await unlessRefused<readonly unknown[]>(asked, () => []);
      if (channel === undefined) {
        // Left, or taken out of it.
        known.channels.delete(id);
        known.members.delete(id);
        return;
      }
      keepChannel(known, channel, true);
      keepMember(known, member);
      await people(others());
    },
  };
}

/** What is given instead where the server will not. */
async function unlessRefused<T>(asked: Promise<T>, instead: () => T | Promise<T>): Promise<T> {
  try {
    return await asked;
  } catch (error) {
    if (error instanceof Unanswered && error.kind === 'refused') return instead();
    throw error;
  }
}

/** Whether replies are in threads of their own, as the server and the person want it. */
function isCollapsing(known: Known): boolean {
  const setting = ownText(known.config, 'CollapsedThreads');
  const chosen = known.preferences.find((one) => one['name'] === 'collapsed_reply_threads')?.['value'];
  if (setting === 'always_on') return true;
  if (setting === 'disabled' || setting === '') return false;
  return chosen === undefined ? setting === 'default_on' : chosen === 'on';
}

/** The same in lists, for `readChannels`. */
export const toLists = (known: Known): object => ({
  ...known,
  channels: [...known.channels.values()],
  members: [...known.members],
  people: [...known.people],
  threads: [...known.threads.values()],
});

import type { MattermostKit, MattermostKnown, Plain, RestAnswer } from './kit';

/** Asks the server what there is, and keeps of it what channels need: no words of messages, no tokens. Self-contained. */
export function addAsks(key: string): void {
  const kit = (globalThis as unknown as Record<string, MattermostKit>)[key] as MattermostKit;
  const { probe: desk, rest } = kit;
  const { ownText: textOf } = desk;
  const { isArray } = Array;
  const PAGE = 200;
  const PAGES_MAX = 10;
  const CHANNEL = ['id', 'team_id', 'type', 'display_name', 'name', 'delete_at', 'last_post_at'];
  const COUNTS = ['total_msg_count', 'total_msg_count_root'];
  const MEMBER_COUNTS = ['msg_count', 'msg_count_root', 'mention_count', 'mention_count_root'];
  const PREFERENCES = /^(?:display_settings|favorite_channel|direct_channel_show|group_channel_show)$/;
  const known: MattermostKnown = {
    me: undefined,
    config: {},
    teams: [],
    preferences: [],
    channels: new Map(),
    members: new Map(),
    people: new Map(),
    threads: [],
    isCollapsing: false,
  };

  /** Ends a round: what was to be asked stays to be asked. */
  class Refusal extends Error {
    constructor(readonly answer: Exclude<RestAnswer, { readonly kind: 'ok' }>) {
      super(answer.kind);
    }
  }
  const ask = async (path: string, value?: unknown): Promise<unknown> => {
    const answer = await rest.ask(path, value === undefined ? undefined : { method: 'POST', value });
    if (answer.kind === 'ok') return answer.value;
    throw new Refusal(answer);
  };
  /** What is given instead where the server will not. */
  const unlessRefused = async <T>(asked: Promise<T>, instead: () => T | Promise<T>): Promise<T> => {
    try {
      return await asked;
    } catch (error) {
      if (error instanceof Refusal && error.answer.kind === 'refused') return instead();
      throw error;
    }
  };
  const listOf = (value: unknown): readonly unknown[] => (isArray(value) ? value : []);
  const pick = (owner: unknown, names: readonly string[]): Plain => {
    const picked: Record<string, unknown> = {};
    for (const name of names) picked[name] = desk.ownValue(owner, name);
    return picked;
  };
  const keepChannel = (said: unknown): void => {
    known.channels.set(textOf(said, 'id'), pick(said, [...CHANNEL, ...COUNTS]));
  };
  const keepMember = (said: unknown): void => {
    const notify = pick(desk.ownValue(said, 'notify_props'), ['desktop', 'mark_unread']);
    known.members.set(textOf(said, 'channel_id'), { ...pick(said, MEMBER_COUNTS), notify_props: notify });
  };

  /** Servers before 6 know no list over all teams. */
  const askByTeam = async (what: string): Promise<readonly unknown[]> => {
    const all: unknown[] = [];
    for (const { id } of known.teams) all.push(...listOf(await ask(`/users/me/teams/${String(id)}/${what}`)));
    return all;
  };
  const askMembers = async (): Promise<readonly unknown[]> => {
    const all: unknown[] = [];
    for (let page = 0; page < PAGES_MAX; page += 1) {
      const some = listOf(await ask(`/users/me/channel_members?page=${page}&per_page=${PAGE}`));
      all.push(...some);
      if (some.length < PAGE) break;
    }
    return all;
  };
  /** Whom conversations of two are with. */
  const askPeople = async (): Promise<void> => {
    const wanted = new Set<string>();
    for (const { type, name } of known.channels.values())
      if (type === 'D' && typeof name === 'string')
        for (const id of name.split('__')) if (id !== '' && !known.people.has(id)) wanted.add(id);
    if (wanted.size === 0) return;
    const said = await unlessRefused(ask('/users/ids', [...wanted].slice(0, PAGE)), () => []);
    for (const one of listOf(said))
      known.people.set(textOf(one, 'id'), pick(one, ['username', 'first_name', 'last_name', 'nickname']));
  };
  const askChannels = async (): Promise<void> => {
    const [channels, members] = await Promise.all([
      unlessRefused(ask('/users/me/channels').then(listOf), () => askByTeam('channels')),
      unlessRefused(askMembers(), () => askByTeam('channels/members')),
    ]);
    known.channels.clear();
    known.members.clear();
    channels.forEach(keepChannel);
    members.forEach(keepMember);
    await askPeople();
  };
  const isCollapsing = (): boolean => {
    const setting = textOf(known.config, 'CollapsedThreads');
    const chosen = known.preferences.find(({ name }) => name === 'collapsed_reply_threads')?.['value'];
    if (setting === 'always_on') return true;
    if (setting === 'disabled' || setting === '') return false;
    return chosen === undefined ? setting === 'default_on' : chosen === 'on';
  };

  const askPreferences = async (): Promise<void> => {
    known.preferences = listOf(await ask('/users/me/preferences'))
      .filter((one) => PREFERENCES.test(textOf(one, 'category')))
      .map((one) => pick(one, ['category', 'name', 'value']));
    known.isCollapsing = isCollapsing();
  };

  kit.asks = {
    known,
    why: (error) => (error instanceof Refusal ? error.answer : { kind: 'later', waitMs: 0 }),
    facts: async () => {
      const config = await ask('/config/client?format=old');
      known.config = pick(config, ['SiteName', 'Version', 'CollapsedThreads', 'TeammateNameDisplay']);
      const me = await ask('/users/me');
      const notify = pick(desk.ownValue(me, 'notify_props'), ['desktop', 'first_name', 'mention_keys']);
      const [teams] = await Promise.all([ask('/users/me/teams'), askPreferences()]);
      known.me = { ...pick(me, ['id', 'username', 'first_name']), notify_props: notify };
      known.teams = listOf(teams).map((one) => pick(one, ['id', 'name', 'display_name']));
      known.people.clear();
    },
    preferences: askPreferences,
    channels: askChannels,
    channel: async (id) => {
      const asked = Promise.all([ask(`/channels/${id}`), ask(`/channels/${id}/members/me`)]);
      const said = await unlessRefused<readonly unknown[]>(asked, () => []);
      // Left, or taken out of it. What stays keeps its place.
      if (said.length === 0) {
        known.channels.delete(id);
        known.members.delete(id);
        return;
      }
      keepChannel(said[0]);
      keepMember(said[1]);
      await askPeople();
    },
    threads: async () => {
      const found = new Map<string, Plain>();
      for (const { id } of known.isCollapsing ? known.teams : []) {
        const said = await ask(`/users/me/teams/${String(id)}/threads?unread=true&per_page=${PAGE}`);
        // Those of conversations are told with every team.
        for (const one of listOf(desk.ownValue(said, 'threads'))) {
          const channelId = desk.ownValue(desk.ownValue(one, 'post'), 'channel_id');
          found.set(textOf(one, 'id'), { channelId, ...pick(one, ['unread_replies', 'unread_mentions']) });
        }
      }
      known.threads = [...found.values()];
    },
  };
}

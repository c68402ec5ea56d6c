import type { FoldKit, Model, RawMessage, RawPlace, RawUnread, RawZulip, Said } from './raw';

/** Gives the kit the fold. Self-contained. */
export function addFold(key: string): void {
  const kit = (globalThis as unknown as Record<string, FoldKit>)[key] as FoldKit;
  const RECENT_MAX = 100;
  const KEPT_OF_STREAMS = 'stream_id,name,invite_only,is_muted,pin_to_top,desktop_notifications,atMs'.split(
    ',',
  );
  const KEPT_OF_SETTINGS = [
    'enable_stream_desktop_notifications',
    'enable_followed_topic_desktop_notifications',
    'enable_followed_topic_wildcard_mentions_notify',
    'enable_desktop_notifications',
    'wildcard_mentions_notify',
    'pm_content_in_desktop_notifications',
  ];
  const pick = (said: Said, names: readonly string[]): Said => {
    const kept: Record<string, unknown> = {};
    for (const name of names) kept[name] = said[name];
    return kept;
  };
  const list = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);
  const records = (value: unknown): readonly Said[] =>
    list(value).filter((one): one is Said => typeof one === 'object' && one !== null);
  const text = (value: unknown): string => (typeof value === 'string' ? value : '');

  /** The others of a conversation; oneself where there is nobody else. */
  const idsOf = (ids: readonly unknown[], { facts }: Model): string => {
    const others = ids.map(Number).filter((id) => id !== facts['userId']);
    others.sort((one, other) => one - other); // oxlint-disable-line unicorn/no-array-sort -- a copy of ours
    return others.length === 0 ? String(facts['userId']) : others.join(',');
  };
  const mentionIn = (flags: readonly unknown[]): 'direct' | 'wild' | undefined => {
    if (flags.includes('mentioned')) return 'direct';
    return flags.some((flag) => text(flag).endsWith('wildcard_mentioned')) ? 'wild' : undefined;
  };
  const setTopic = ({ topics }: Model, said: Said): void => {
    const topic = text(said['topic_name']);
    const streamId = Number(said['stream_id']);
    const policy = Number(said['visibility_policy']);
    const name = `${streamId}:${topic.toLowerCase()}`;
    if (policy === 0) topics.delete(name);
    else topics.set(name, { streamId, topic, policy });
  };
  const remember = ({ recent }: Model, id: unknown, message: RawMessage): void => {
    recent.delete(String(id));
    recent.set(String(id), message);
    for (const oldest of recent.keys()) {
      if (recent.size <= RECENT_MAX) break;
      recent.delete(oldest);
    }
  };
  const toMessage = (model: Model, place: RawPlace, said: Said, flags: readonly string[]): RawMessage => {
    const mention = mentionIn(flags);
    // A group of the person's has the flag of a mention, and only the text tells the two apart.
    const isMe =
      mention === 'direct' &&
      text(said['content']).includes(`data-user-id="${String(model.facts['userId'])}"`);
    const isAlert = mention === undefined && flags.includes('has_alert_word');
    return {
      ...place,
      sender: text(said['sender_full_name']),
      mention: isMe || isAlert ? 'personal' : mention === undefined ? 'none' : 'group',
    };
  };

  const appliers: Readonly<Record<string, (model: Model, event: Said) => void>> = {
    message: (model, event) => {
      const said = event['message'] as Said;
      const flags = list(event['flags']) as readonly string[];
      const people = records(said['display_recipient']).map((one) => one['id']);
      const place: RawPlace =
        said['type'] === 'stream'
          ? { streamId: Number(said['stream_id']), topic: text(said['subject']) }
          : { ids: idsOf(people, model) };
      const atMs = Number(said['timestamp']) * 1000;
      const stream = model.streams.get(place.streamId);
      if (place.ids !== undefined) model.conversations.set(place.ids, atMs);
      else if (stream !== undefined) stream['atMs'] = atMs;
      remember(model, said['id'], toMessage(model, place, said, flags));
      if (!flags.includes('read'))
        model.unread.set(Number(said['id']), { ...place, mention: mentionIn(flags) });
    },
    update_message_flags: (model, event) => {
      if (event['flag'] !== 'read') return;
      const isRead = (event['op'] ?? event['operation']) === 'add';
      if (isRead && event['all'] === true) model.unread.clear();
      const details = (event['message_details'] ?? {}) as Readonly<Record<string, Said | undefined>>;
      for (const id of list(event['messages'])) {
        const one = details[String(id)];
        if (isRead) model.unread.delete(Number(id));
        if (isRead || one === undefined) continue;
        const mention = one['mentioned'] === true ? 'direct' : undefined;
        const place: RawPlace =
          one['type'] === 'stream'
            ? { streamId: Number(one['stream_id']), topic: text(one['topic']) }
            : { ids: idsOf(list(one['user_ids']), model) };
        model.unread.set(Number(id), { ...place, mention });
      }
    },
    update_message: ({ unread }, event) => {
      const { new_stream_id: streamId, subject, flags } = event;
      for (const id of list(event['message_ids'])) {
        const one = unread.get(Number(id));
        if (one === undefined) continue;
        // The flags are of the one that was edited; others only moved along with it.
        const mention = id === event['message_id'] ? mentionIn(list(flags)) : one.mention;
        const moved: RawPlace = {
          streamId: streamId === undefined ? one.streamId : Number(streamId),
          topic: typeof subject === 'string' ? subject : one.topic,
        };
        unread.set(Number(id), { ...(one.ids === undefined ? moved : one), mention });
      }
    },
    delete_message: ({ unread }, event) => {
      for (const id of [...list(event['message_ids']), event['message_id']]) unread.delete(Number(id));
    },
    subscription: ({ streams }, event) => {
      for (const one of records(event['subscriptions'])) {
        if (event['op'] === 'add') streams.set(one['stream_id'], { ...one });
        if (event['op'] === 'remove') streams.delete(one['stream_id']);
      }
      const stream = event['op'] === 'update' ? streams.get(event['stream_id']) : undefined;
      if (stream !== undefined) stream[text(event['property'])] = event['value'];
    },
    stream: ({ streams }, event) => {
      const stream = event['op'] === 'update' ? streams.get(event['stream_id']) : undefined;
      if (stream !== undefined) stream[text(event['property'])] = event['value'];
      if (event['op'] === 'delete')
        for (const one of records(event['streams'])) streams.delete(one['stream_id']);
    },
    user_topic: setTopic,
    realm: ({ facts }, event) => {
      if (event['property'] === 'name') facts['realmName'] = event['value'];
    },
    realm_user: ({ users, facts }, event) => {
      const person = (event['person'] ?? {}) as Said;
      users.set(person['user_id'], { ...users.get(person['user_id']), ...person });
      if (person['user_id'] === facts['userId']) facts['fullName'] = person['full_name'] ?? facts['fullName'];
    },
    user_settings: ({ facts }, event) => {
      const name = text(event['property']);
      if (KEPT_OF_SETTINGS.includes(name))
        facts['settings'] = { ...(facts['settings'] as Said), [name]: event['value'] };
    },
    alert_words: ({ facts }, event) => {
      facts['alertWords'] = event['alert_words'];
    },
  };

  const create = (state: Said): Model => {
    const userId = Number(state['user_id']);
    const model: Model = {
      facts: {
        userId,
        realmName: state['realm_name'],
        version: state['zulip_version'],
        featureLevel: state['zulip_feature_level'],
        fullName: state['full_name'],
        alertWords: state['alert_words'],
        settings: pick((state['user_settings'] ?? {}) as Said, KEPT_OF_SETTINGS),
      },
      streams: new Map(records(state['subscriptions']).map((one) => [one['stream_id'], { ...one }])),
      users: new Map(
        [...records(state['realm_users']), ...records(state['cross_realm_bots'])].map((one) => [
          one['user_id'],
          one,
        ]),
      ),
      topics: new Map(),
      conversations: new Map(),
      unread: new Map(),
      recent: new Map(),
    };
    for (const one of records(state['user_topics'])) setTopic(model, one);
    for (const one of records(state['recent_private_conversations']))
      model.conversations.set(idsOf(list(one['user_ids']), model), undefined);
    const unread = (state['unread_msgs'] ?? {}) as Said;
    const mentions = new Set(list(unread['mentions']));
    const add = (one: Said, place: RawPlace): void => {
      if (place.ids !== undefined && !model.conversations.has(place.ids))
        model.conversations.set(place.ids, undefined);
      for (const id of list(one['unread_message_ids']))
        model.unread.set(Number(id), { ...place, mention: mentions.has(id) ? 'direct' : undefined });
    };
    for (const one of records(unread['streams']))
      add(one, { streamId: Number(one['stream_id']), topic: text(one['topic']) });
    for (const one of records(unread['pms'])) add(one, { ids: idsOf([one['other_user_id']], model) });
    for (const one of records(unread['huddles']))
      add(one, { ids: idsOf(text(one['user_ids_string']).split(','), model) });
    return model;
  };

  kit.fold = {
    create,
    apply: (model, event) => {
      const type = text(event['type']);
      if (Object.hasOwn(appliers, type)) appliers[type]?.(model, event);
    },
    meet: (model, message) => {
      const ids = text(message['to_user_ids']);
      const place: RawPlace =
        message['type'] === 'stream'
          ? { streamId: Number(message['stream_id']), topic: text(message['topic']) }
          : { ids: idsOf(ids.split(','), model) };
      if (place.ids !== undefined && !model.conversations.has(place.ids))
        model.conversations.set(place.ids, undefined);
      const flags = [
        message['mentioned_me_directly'] === true ? 'mentioned' : '',
        message['mentioned'] === true ? 'wildcard_mentioned' : '',
        message['alerted'] === true ? 'has_alert_word' : '',
      ];
      remember(model, message['id'], toMessage(model, place, message, flags));
    },
    toRaw: ({ facts, streams, users, topics, conversations, unread, recent }) => {
      const counted = new Map<string, RawUnread>();
      for (const { streamId, topic, ids, mention } of unread.values()) {
        const name = ids ?? `${streamId}:${topic?.toLowerCase()}`;
        const sum = counted.get(name) ?? { streamId, topic, ids, count: 0, direct: 0, wild: 0 };
        counted.set(name, sum);
        sum.count += 1;
        if (mention !== undefined) sum[mention] += 1;
      }
      return {
        ...(facts as Pick<RawZulip, 'realmName' | 'version'>),
        isSignedIn: true,
        streams: [...streams.values()].map((one) => pick(one, KEPT_OF_STREAMS)),
        topics: [...topics.values()],
        conversations: [...conversations].map(([ids, atMs]) => {
          const people = ids.split(',').map((id) => users.get(Number(id)));
          const names = people.map((one) => text(one?.['full_name']));
          return { ids, names, isBot: people.length === 1 && people[0]?.['is_bot'] === true, atMs };
        }),
        unread: [...counted.values()],
        recent: Object.fromEntries(recent),
      };
    },
  };
}

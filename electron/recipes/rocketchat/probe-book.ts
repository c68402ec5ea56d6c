import type { RocketKit } from './probe-kit';

type Part = Record<string, unknown>;

/**
 * Keeps what the person has of each room: whole from the server, and between two answers what the page's events say.
 * What people wrote stays here; of a message only whom it names goes on. Self-contained.
 */
export function addBook(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const { ownValue, ownText: textOf } = kit.probe;
  const now = Date.now;
  /** What is changed while an answer is made could have an earlier time than the answer's last. */
  const OVERLAP_MS = 2000;
  const HEARD_MAX = 100;
  const IDS_MAX = 2000;
  const NAMES_MAX = 20;
  const KEPT = [
    ['_id', 'rid', 't', 'name', 'fname', 'prid', 'open', 'archived', 'alert', 'unread', 'unreadAlert', 'f'],
    ['userMentions', 'groupMentions', 'disableNotifications', 'desktopNotifications', 'desktopPrefOrigin'],
    ['hideUnreadStatus', 'hideMentionStatus'],
  ].flat();
  const THREADS = ['tunread', 'tunreadUser', 'tunreadGroup'];
  const ROUTES: Readonly<Record<string, string | undefined>> = {
    c: '/channel',
    p: '/group',
    d: '/direct',
    l: '/live',
  };
  const SAID = ['t', 'name', 'fname', 'prid', 'alert', 'unread', 'unreadAlert'];
  const SETTINGS = [
    'Site_Name',
    'Unread_Count',
    'UI_Use_Real_Name',
    'UI_Allow_room_names_with_special_chars',
  ];

  const book: {
    me: Part | undefined;
    settings: Part;
    rooms: Map<string, Part>;
    heard: Part[];
    /** Of all messages that were heard of, the latest. */
    ids: Set<string>;
    /** By room: threads with something unread, and whom the person ignores there. */
    threads: Map<string, readonly string[]>;
    ignored: Map<string, readonly string[]>;
    lastMs: number;
  } = {
    me: undefined,
    settings: {},
    rooms: new Map(),
    heard: [],
    ids: new Set(),
    threads: new Map(),
    ignored: new Map(),
    lastMs: 0,
  };

  const listOf = (value: unknown, name: string): readonly unknown[] => {
    const list = ownValue(value, name);
    if (!Array.isArray(list)) throw new Error(`the server gives no list called ${name}`);
    return list;
  };
  const timeOf = (value: unknown, name: string): number => {
    const ms = Date.parse(textOf(value, name));
    return Number.isNaN(ms) ? 0 : ms;
  };
  const pick = (from: unknown, names: readonly string[]): Part => {
    const picked: Part = {};
    for (const name of names) {
      const value = ownValue(from, name);
      if (value !== undefined && value !== null) picked[name] = value;
    }
    return picked;
  };
  const textsOf = (value: unknown): readonly string[] =>
    Array.isArray(value)
      ? value.filter((one) => typeof one === 'string' && one !== '').slice(0, NAMES_MAX)
      : [];

  const learnSubscription = (said: unknown): void => {
    const rid = textOf(said, 'rid');
    if (rid === '') throw new Error('the server gives a subscription without room');
    const room = pick(said, KEPT);
    for (const name of THREADS) room[name] = textsOf(ownValue(said, name)).length;
    book.threads.set(rid, textsOf(ownValue(said, 'tunread')));
    book.ignored.set(rid, textsOf(ownValue(said, 'ignored')));
    const { people, atMs } = book.rooms.get(rid) ?? {};
    book.rooms.set(rid, { ...room, people, atMs });
    book.lastMs = Math.max(book.lastMs, timeOf(said, '_updatedAt'));
  };
  const learnRoom = (said: unknown): void => {
    const room = book.rooms.get(textOf(said, '_id'));
    if (room === undefined) return;
    const uids = ownValue(said, 'uids');
    if (Array.isArray(uids)) room['people'] = uids.length;
    room['atMs'] = Math.max(timeOf(said, 'lm') || timeOf(said, 'ts'), Number(room['atMs'] ?? 0));
  };
  /** True where a name stands in a text as a mention: not the beginning of a longer one. */
  const isNamed = (text: string, name: string): boolean => {
    if (name === '') return false;
    for (let at = text.indexOf(`@${name}`); at !== -1; at = text.indexOf(`@${name}`, at + 1))
      if (!/[\p{L}\p{N}_-]/u.test(text.charAt(at + name.length + 1))) return true;
    return false;
  };
  const mentionIn = (text: string): string => {
    const words = textsOf(ownValue(book.me, 'highlights'));
    const isMeant =
      isNamed(text, textOf(book.me, 'username')) ||
      words.some((word) => text.toLowerCase().includes(word.toLowerCase()));
    if (isMeant) return 'personal';
    return isNamed(text, 'all') || isNamed(text, 'here') ? 'group' : 'none';
  };

  const keepHeard = (one: Part & { readonly id: string }): void => {
    book.heard = [...book.heard, one].slice(-HEARD_MAX);
    book.ids.add(one.id);
    const [oldest] = book.ids;
    if (oldest !== undefined && book.ids.size > IDS_MAX) book.ids.delete(oldest);
  };
  /** Whether the page would have been told of it (`sendNotificationsOnMessage.ts` of the server). */
  const isMeant = (message: unknown, room: Part, mention: string): boolean => {
    const [rid, tmid] = [textOf(message, 'rid'), textOf(message, 'tmid')];
    const by = textOf(ownValue(message, 'u'), '_id');
    const kind = textOf(message, 't');
    const isOwn = by === textOf(book.me, '_id') || book.ignored.get(rid)?.includes(by) === true;
    if (isOwn || (kind !== '' && kind !== 'e2e') || room['disableNotifications'] === true) return false;
    const wish = textOf(room, 'desktopNotifications') || textOf(book.me, 'desktopNotifications');
    const isForMe = mention !== 'none' || room['t'] === 'd';
    if (wish === 'nothing' || (wish === 'mentions' && !isForMe)) return false;
    if (tmid === '' || ownValue(message, 'tshow') === true) return room['alert'] === true;
    return book.threads.get(rid)?.includes(tmid) === true;
  };

  kit.book = {
    takeMissed: (message) => {
      const [id, rid, tmid] = [textOf(message, '_id'), textOf(message, 'rid'), textOf(message, 'tmid')];
      const room = book.rooms.get(rid);
      if (id === '' || room === undefined || book.me === undefined || book.ids.has(id)) return undefined;
      const isSealed = textOf(message, 't') === 'e2e';
      const text = isSealed ? '' : textOf(message, 'msg');
      const mention = mentionIn(text);
      if (!isMeant(message, room, mention)) return undefined;
      const username = textOf(ownValue(message, 'u'), 'username');
      const byName = book.settings['UI_Use_Real_Name'] === true;
      const from = (byName ? textOf(ownValue(message, 'u'), 'name') : '') || username;
      keepHeard({ id, rid, tmid, from, mention: isSealed ? undefined : mention });
      const isBetweenTwo = room['t'] === 'd' && Number(room['people'] ?? 0) <= 2;
      const name = (textOf(room, 'prid') === '' ? '' : textOf(room, 'fname')) || textOf(room, 'name') || from;
      const route = ROUTES[textOf(room, 't')];
      const place = `${encodeURIComponent(rid)}${tmid === '' ? '' : `/thread/${encodeURIComponent(tmid)}`}`;
      return {
        id,
        title: isBetweenTwo ? from : room['t'] === 'd' || room['t'] === 'l' ? name : `#${name}`,
        body: isBetweenTwo || text === '' ? text : `${from}: ${text}`,
        username,
        path: route === undefined ? '' : `${route}/${place}?msg=${encodeURIComponent(id)}`,
      };
    },
    forget: () => {
      book.me = undefined;
      book.rooms = new Map();
      book.heard = [];
      book.ids = new Set();
      book.threads = new Map();
      book.ignored = new Map();
      book.lastMs = 0;
    },
    hasMe: () => book.me !== undefined,
    learnMe: (me) => {
      const preferences = ownValue(ownValue(me, 'settings'), 'preferences');
      book.me = {
        ...pick(me, ['_id', 'username', 'name']),
        ...pick(preferences, ['desktopNotifications', 'unreadAlert']),
        highlights: textsOf(ownValue(preferences, 'highlights')),
      };
    },
    settings: SETTINGS,
    learnSettings: (answer) => {
      for (const setting of listOf(answer, 'settings')) {
        const id = textOf(setting, '_id');
        if (SETTINGS.includes(id)) book.settings[id] = ownValue(setting, 'value');
      }
    },
    learnRooms: (subscriptions, rooms, isWhole) => {
      const all = listOf(subscriptions, 'update');
      const known = book.rooms;
      if (isWhole) {
        book.rooms = new Map();
        for (const one of all) {
          const before = known.get(textOf(one, 'rid'));
          if (before !== undefined) book.rooms.set(textOf(one, 'rid'), before);
        }
      }
      for (const gone of listOf(subscriptions, 'remove'))
        for (const [rid, { _id }] of book.rooms)
          if (_id === textOf(gone, '_id') && _id !== '') book.rooms.delete(rid);
      for (const one of all) learnSubscription(one);
      for (const one of listOf(rooms, 'update')) learnRoom(one);
    },
    since: () => (book.lastMs === 0 ? '' : new Date(book.lastMs - OVERLAP_MS).toISOString()),
    hearUnread: (detail) => {
      const rid = textOf(detail, 'rid');
      if (rid === '') return;
      const room = book.rooms.get(rid) ?? pick(detail, KEPT);
      const wasUnread = Number(room['unread'] ?? 0);
      Object.assign(room, pick(detail, SAID), { open: true, archived: false, hideUnreadStatus: false });
      if (room['unread'] === 0) Object.assign(room, { userMentions: 0, groupMentions: 0 });
      if (Number(room['unread'] ?? 0) > wasUnread) room['atMs'] = now();
      book.rooms.set(rid, room);
    },
    hearNotification: (detail) => {
      const payload = ownValue(ownValue(detail, 'notification'), 'payload');
      const [id, rid] = [textOf(payload, '_id'), textOf(payload, 'rid')];
      if (id === '' || rid === '') return;
      const message = ownValue(payload, 'message');
      const text = textOf(message, 'msg');
      const sender = ownValue(payload, 'sender');
      const isRealName = book.settings['UI_Use_Real_Name'] === true;
      const from = (isRealName ? textOf(sender, 'name') : '') || textOf(sender, 'username');
      // What is sealed the page alone can read; then the notification's own words tell.
      const isReadable = text !== '' && textOf(message, 't') !== 'e2e' && book.me !== undefined;
      const mention = isReadable ? mentionIn(text) : undefined;
      keepHeard({ id, rid, tmid: textOf(payload, 'tmid'), from, mention });
      const { t, name } = { t: textOf(payload, 'type'), name: textOf(payload, 'name') || from };
      const room = book.rooms.get(rid) ?? { rid, t, name, alert: true };
      room['atMs'] = now();
      book.rooms.set(rid, { ...room, open: true });
    },
    raw: () => ({
      me: book.me,
      settings: book.settings,
      rooms: [...book.rooms.values()],
      heard: book.heard,
    }),
  };
}

import type { RocketKit } from './probe-kit';

/**
 * Hears the page: who signs in, what changes, what is notified; and does what it is told. Opens by the page's own
 * router, mutes by REST. Self-contained.
 */
export function probe(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const { probe: desk, bridge, server, book, asking, reading } = kit;
  const [FIND_MS, LOOK_MS, AWAY_MS, LEAST_PAUSE_MS] = [50, 1000, 2000, 1000];
  const LOOKS_FOR_VERSION = 30;
  const TRIES = 3;
  const state = { who: '', userId: '', looks: 0, looksWithout: 0, hasWholeVersion: false };

  /** What the vendor's desktop reads; it is there some time after the page's scripts, in newer clients not at all. */
  const lookForVersion = (): void => {
    const find: unknown = Reflect.get(globalThis, 'require');
    if (state.hasWholeVersion || (state.looks += 1) > LOOKS_FOR_VERSION || typeof find !== 'function') return;
    try {
      const module: unknown = Reflect.apply(find, undefined, ['/app/utils/rocketchat.info']);
      const version = desk.ownValue(desk.ownValue(module, 'Info'), 'version');
      if (typeof version !== 'string') return;
      state.hasWholeVersion = true;
      asking.version = version;
      asking.tell();
    } catch {
      state.hasWholeVersion = true;
    }
  };
  const lookForLogin = (): void => {
    const login = server.login();
    const who = login === undefined ? '' : `${login.userId} ${login.token}`;
    state.looksWithout = who === '' ? state.looksWithout + 1 : 0;
    if (who !== state.who) {
      if (login !== undefined && login.userId !== state.userId) book.forget();
      state.userId = login?.userId ?? state.userId;
      state.who = who;
      asking.begin(who);
    }
    // A page may sign in by what its address says, a moment later.
    if (state.looksWithout !== 2) return;
    book.forget();
    state.userId = '';
    asking.signOut();
  };
  /** Storage gives no signal to the page that changes it. */
  const look = (): void => {
    desk.later(look, LOOK_MS);
    lookForVersion();
    lookForLogin();
  };
  const start = async (): Promise<void> => {
    const info = await server.get('info');
    desk.run(() => {
      if (info.kind === 'strange') desk.fail('no Rocket.Chat answers here');
      const waitMs = info.kind === 'too-many' ? info.waitMs : AWAY_MS;
      if (info.kind !== 'ok') return desk.later(() => void start(), waitMs);
      const version = desk.ownValue(info.body, 'version');
      if (typeof version === 'string') asking.version = version;
      look();
    });
  };
  const find = (): void => {
    if (!server.isKnown()) return desk.later(find, FIND_MS);
    void start();
  };

  const open = (path: string): void => {
    const navigate = bridge.navigate();
    if (navigate !== undefined) return navigate(path);
    const full = server.root() + path;
    // The router of older clients takes the path from the state, newer ones take the address.
    history.pushState({ path: full }, '', full);
    window.dispatchEvent(new PopStateEvent('popstate', { state: { path: full } }));
  };
  const mute = async (roomId: string, notifications: object, tries: number): Promise<void> => {
    const answer = await server.post('v1/rooms.saveNotification', { roomId, notifications });
    desk.run(() => {
      const waitMs = answer.kind === 'too-many' ? answer.waitMs : LEAST_PAUSE_MS;
      const isWorthIt = answer.kind === 'too-many' || answer.kind === 'away';
      if (isWorthIt && tries > 1)
        return desk.later(() => void mute(roomId, notifications, tries - 1), waitMs);
      // Refused or not: what the server holds is shown.
      asking.want(false);
    });
  };

  const hear = (name: string, take: (detail: unknown) => void): void => {
    window.addEventListener(name, (event) => {
      desk.run(() => take(event instanceof CustomEvent ? event.detail : undefined));
    });
  };
  hear('unread-changed-by-subscription', (detail) => book.hearUnread(detail));
  // Comes after all of those; a room that is hidden or left has no event of its own.
  hear('unread-changed', () => {
    asking.tell();
    asking.want(false);
  });
  // At once, for the page makes the notification next.
  hear('notification', (detail) => {
    book.hearNotification(detail);
    asking.tell();
    asking.want(false);
  });
  hear('online', () => asking.want(true));
  desk.onRoute(() => asking.tell());
  bridge.onChange = () => {
    desk.run(() => {
      asking.tell();
      asking.want(false);
    });
  };
  kit.missed.open = open;
  desk.onOrder((order) => {
    const [path, roomId, to, read] = ['open', 'mute', 'to', 'read'].map((name) => desk.ownValue(order, name));
    const presence = desk.ownValue(order, 'presence');
    if (presence !== undefined) bridge.setPresence(presence);
    if (typeof read === 'string') reading.read(read);
    if (typeof path === 'string') open(path);
    if (typeof roomId === 'string' && typeof to === 'object' && to !== null) void mute(roomId, to, TRIES);
  });
  desk.run(() => desk.later(find, 0));
}

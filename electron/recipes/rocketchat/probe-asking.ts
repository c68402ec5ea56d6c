import type { Answer, RocketKit } from './probe-kit';

/** Asks the server for the rooms: when something may have changed, whole now and then, and never too often. Self-contained. */
export function addAsking(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const { probe: desk, bridge, server, book } = kit;
  const now = Date.now;
  const { stringify } = JSON;
  const [SETTLE_MS, LEAST_PAUSE_MS, WHOLE_MS] = [100, 500, 600_000];
  const [REFUSED_MS, STRANGE_MS, LONGEST_AWAY_MS] = [30_000, 60_000, 60_000];
  const PATIENCE = 3;

  const state: {
    isSignedIn: boolean | undefined;
    /** Whose login the page keeps; empty when none. */
    who: string;
    isAsking: boolean;
    isDue: boolean;
    isWholeDue: boolean;
    notBeforeMs: number;
    wholeAtMs: number;
    hasSettings: boolean;
    /** The same trouble so many times in a row. */
    trouble: { kind: string; count: number };
  } = {
    isSignedIn: undefined,
    who: '',
    isAsking: false,
    isDue: false,
    isWholeDue: true,
    notBeforeMs: 0,
    wholeAtMs: 0,
    hasSettings: false,
    trouble: { kind: 'ok', count: 0 },
  };

  const tell = (): void => {
    const { isSignedIn } = state;
    if (isSignedIn === undefined && book.raw().heard.length === 0) return;
    const version = bridge.version() ?? kit.asking.version;
    const line = kit.missed.line();
    const reach = state.trouble.kind === 'away' ? 'lost' : 'polling';
    const connection = line === 'cut' ? reach : line === 'open' ? 'live' : undefined;
    const root = server.root();
    const path = location.pathname.startsWith(`${root}/`) ? location.pathname.slice(root.length) : '';
    desk.tell({ isSignedIn, version, connection, path, title: bridge.title(), ...book.raw() });
  };
  const wake = (): void => {
    if (state.isAsking || !state.isDue || state.who === '') return;
    const waitMs = state.notBeforeMs - now();
    if (waitMs > 0) return desk.later(wake, waitMs);
    void ask();
  };
  const askIn = (ms: number): void => {
    state.isDue = true;
    state.notBeforeMs = now() + ms;
    desk.later(wake, ms);
  };
  const want = (isWhole: boolean): void => {
    if (state.who === '') return;
    state.isWholeDue ||= isWhole;
    // A sign of life ends waiting for a server that was away, knew nobody, or was another.
    const isTroubled = state.trouble.kind !== 'ok' && state.trouble.kind !== 'too-many';
    if (isTroubled && state.notBeforeMs - now() > LEAST_PAUSE_MS) return askIn(LEAST_PAUSE_MS);
    if (state.isDue) return;
    askIn(Math.max(SETTLE_MS, state.notBeforeMs - now()));
  };

  const settingsPath = (): string => {
    const isNew = Number.parseInt(kit.asking.version ?? '', 10) >= 7;
    const query = isNew
      ? `_id=${book.settings.join(',')}`
      : `query=${encodeURIComponent(stringify({ _id: { $in: book.settings } }))}`;
    return `v1/settings.public?${query}`;
  };
  const ask = async (): Promise<void> => {
    const { who } = state;
    const since = book.since();
    const isWhole = state.isWholeDue || since === '';
    state.isAsking = true;
    state.isDue = false;
    state.isWholeDue = false;
    const query = isWhole ? '' : `?updatedSince=${encodeURIComponent(since)}`;
    const [subscriptions, rooms, me, settings] = await Promise.all([
      server.get(`v1/subscriptions.get${query}`),
      server.get(`v1/rooms.get${query}`),
      isWhole && !book.hasMe() ? server.get('v1/me') : undefined,
      isWhole && !state.hasSettings ? server.get(settingsPath()) : undefined,
    ]);
    desk.run(() => {
      state.isAsking = false;
      // Somebody else is there by now.
      if (who !== state.who) return want(true);
      if (me?.kind === 'ok') book.learnMe(me.body);
      if (settings?.kind === 'ok') {
        book.learnSettings(settings.body);
        state.hasSettings = true;
      }
      settle(subscriptions, rooms, isWhole);
    });
  };
  const settle = (subscriptions: Answer, rooms: Answer, isWhole: boolean): void => {
    if (subscriptions.kind !== 'ok' || rooms.kind !== 'ok') {
      state.isWholeDue ||= isWhole;
      return meetTrouble(subscriptions.kind === 'ok' ? rooms : subscriptions);
    }
    state.trouble = { kind: 'ok', count: 0 };
    state.isSignedIn = true;
    if (isWhole) state.wholeAtMs = now();
    state.notBeforeMs = now() + Math.max(LEAST_PAUSE_MS, subscriptions.pauseMs, rooms.pauseMs);
    book.learnRooms(subscriptions.body, rooms.body, isWhole);
    tell();
    if (state.isDue) wake();
  };
  const meetTrouble = (answer: Answer): void => {
    const { kind } = answer;
    const count = state.trouble.kind === kind ? state.trouble.count + 1 : 1;
    state.trouble = { kind, count };
    const isFirst = state.isSignedIn !== undefined && count < PATIENCE;
    if (kind === 'away') tell();
    if (answer.kind === 'too-many') return askIn(answer.waitMs);
    // One such answer may be of something before the server.
    if (answer.kind === 'away' || isFirst)
      return askIn(Math.min(LONGEST_AWAY_MS, LEAST_PAUSE_MS * 2 ** Math.min(count - 1, 10)));
    if (answer.kind === 'signed-out') {
      state.isSignedIn = false;
      tell();
      return askIn(REFUSED_MS);
    }
    desk.fail('the server does not answer as Rocket.Chat does');
    return askIn(STRANGE_MS);
  };

  const watchWhole = (): void => {
    desk.later(watchWhole, WHOLE_MS / 10);
    if (state.isSignedIn === true && now() - state.wholeAtMs > WHOLE_MS) want(true);
  };
  desk.later(watchWhole, WHOLE_MS / 10);
  kit.asking = {
    version: undefined,
    want,
    tell,
    begin: (who) => {
      state.who = who;
      state.isDue = false;
      state.notBeforeMs = 0;
      state.trouble = { kind: 'ok', count: 0 };
      if (!state.isAsking) want(true);
    },
    signOut: () => {
      state.isSignedIn = false;
      tell();
    },
  };
}

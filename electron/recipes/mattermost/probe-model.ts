import type { MattermostKit, Plain } from './kit';

/** Knows what has to be asked anew, asks it as soon as it may, and hands over what is known. Self-contained. */
export function addModel(key: string): void {
  const kit = (globalThis as unknown as Record<string, MattermostKit>)[key] as MattermostKit;
  const { probe: desk, rest, asks } = kit;
  const { ownText: textOf } = desk;
  const { known } = asks;
  const { stringify } = JSON;
  const { max, min } = Math;
  const now = Date.now;
  /** Above so many it is less to ask for all. */
  const SINGLE_MAX = 3;
  const RETRY_MAX_MS = 30_000;
  const DOUBT_MS = 5000;
  const LISTED_MS = 2000;
  const LOOK_MS = 1000;
  const TELL_TRIES = 3;
  const ID = /^[a-z0-9]{26}$/;
  const due = { facts: false, preferences: false, channels: false, threads: false, ids: new Set<string>() };
  const nothing = { facts: false, preferences: false, channels: false, threads: false };
  let isSignedIn: boolean | undefined;
  /** Whether the page has a line; undefined before it ever had one. */
  let isLive: boolean | undefined;
  /** Grows when what is under way no longer counts. */
  let era = 0;
  let isBusy = false;
  let waits = 0;
  let isWaiting = false;
  let isLooking = false;
  let failures = 0;
  let askedAtMs = 0;
  let doubts = '';
  let text = '';
  let words: readonly string[] = [];
  /** Channels that were handed over, and not as closed ones. */
  let listed = new Set<string>();
  let waiting: (() => void)[] = [];

  const tell = (): void => {
    const path = location.pathname.slice(rest.base().length);
    if (isSignedIn !== undefined)
      desk.tell({ isSignedIn, isLive, path, known: text, about: kit.posts.about() });
  };
  const settled = (): void => {
    const { me, config, teams, preferences, threads, isCollapsing } = known;
    const lists = {
      channels: [...known.channels.values()],
      members: [...known.members],
      people: [...known.people],
    };
    text =
      isSignedIn === true
        ? stringify({ me, config, teams, preferences, threads, isCollapsing, ...lists })
        : stringify({ config });
    const notify = desk.ownValue(me, 'notify_props');
    const first = textOf(notify, 'first_name') === 'true' ? [textOf(me, 'first_name')] : [];
    words = [`@${textOf(me, 'username')}`, ...textOf(notify, 'mention_keys').split(','), ...first]
      .map((word) => word.trim().toLowerCase())
      .filter((word) => word !== '' && word !== '@');
    listed = new Set([...known.channels].flatMap(([id, channel]) => (isHidden(channel) ? [] : [id])));
    tell();
    for (const done of waiting) done();
    waiting = [];
  };

  const isDue = (): boolean =>
    due.facts || due.preferences || due.channels || due.threads || due.ids.size > 0;
  /** Asks what is due; what becomes due meanwhile is for the next round. False when that has to wait. */
  const round = async (): Promise<boolean> => {
    const { facts, preferences, channels, threads } = due;
    const ids = [...due.ids];
    const asked = era;
    Object.assign(due, nothing);
    due.ids.clear();
    try {
      const isAll = facts || isSignedIn !== true;
      if (isAll) await asks.facts();
      else if (preferences) await asks.preferences();
      if (isAll || channels || ids.length > SINGLE_MAX) await asks.channels();
      else await Promise.all(ids.map((id) => asks.channel(id)));
      if (isAll || preferences || threads) await asks.threads();
      if (asked !== era) return true;
      isSignedIn = true;
      failures = 0;
      askedAtMs = now();
      desk.run(settled);
      return true;
    } catch (error) {
      if (asked !== era) return true;
      const answer = asks.why(error);
      if (answer.kind === 'signed-out') {
        signedOut();
        return true;
      }
      if (answer.kind === 'refused' && isSignedIn === undefined) desk.fail('no Mattermost answers here');
      due.facts ||= facts;
      due.preferences ||= preferences;
      due.channels ||= channels;
      due.threads ||= threads;
      for (const id of ids) due.ids.add(id);
      failures += 1;
      wait(max(answer.kind === 'later' ? answer.waitMs : 0, min(RETRY_MAX_MS, 500 * 2 ** failures)));
      return false;
    }
  };
  const go = async (): Promise<void> => {
    if (isBusy || isWaiting) return;
    isBusy = true;
    while (isDue() && (await round()));
    isBusy = false;
  };
  const wait = (delayMs: number): void => {
    isWaiting = true;
    waits += 1;
    const mine = waits;
    desk.later(() => {
      if (mine !== waits) return;
      isWaiting = false;
      void go();
    }, delayMs);
  };
  const askAll = (): void => {
    due.facts = true;
    // Whoever says so was heard just now: the server is back.
    isWaiting = false;
    waits += 1;
    void go();
  };
  const isHidden = ({ name, id }: Plain): boolean =>
    known.preferences.some(
      (one) => one['value'] === 'false' && (one['name'] === id || String(name).includes(String(one['name']))),
    );
  const check = (sinceMs: number): void => {
    if (isSignedIn !== true || askedAtMs >= sinceMs) return;
    if (now() - askedAtMs < DOUBT_MS) return desk.later(() => check(sinceMs), DOUBT_MS);
    Object.assign(due, { channels: true, threads: true });
    void go();
  };

  /** Somebody may sign in without this page hearing of it: in a window of the service, or by another way of the page. */
  const look = (): void => {
    isLooking = isSignedIn === false;
    if (!isLooking) return;
    if (!rest.hasUserCookie()) return desk.later(look, LOOK_MS);
    isLooking = false;
    // The page waits for a browser that was never meant to be opened.
    if (location.pathname.endsWith('/login/desktop')) location.assign(`${rest.base()}/`);
    else askAll();
  };
  const signedOut = (): void => {
    const wasIn = isSignedIn !== false;
    isSignedIn = false;
    era += 1;
    Object.assign(due, nothing);
    due.ids.clear();
    if (!wasIn) return;
    desk.run(settled);
    // The cookie of a session that ended may stay.
    if (!isLooking && !rest.hasUserCookie()) desk.later(look, LOOK_MS);
  };

  /** Some times, until the server took it or will not; what it then holds is asked anew. */
  const tellServer = async (
    channelId: string,
    path: string,
    body: { readonly method: 'POST' | 'PUT'; readonly value: unknown },
    tries = 1,
  ): Promise<void> => {
    const answer = await rest.ask(path, body);
    if (answer.kind === 'later' && tries < TELL_TRIES)
      return desk.later(() => void tellServer(channelId, path, body, tries + 1), answer.waitMs);
    kit.model.askThreads();
    kit.model.askChannel(channelId);
  };

  kit.model = {
    askAll,
    askChannel: (id) => {
      if (ID.test(id)) due.ids.add(id);
      void go();
    },
    askPreferences: () => {
      due.preferences = true;
      void go();
    },
    askThreads: () => {
      due.threads = true;
      void go();
    },
    hearLine: (isOpen) => {
      isLive = isOpen;
      tell();
    },
    doubt: (seen) => {
      if (isSignedIn !== true || seen === doubts) return;
      doubts = seen;
      const sinceMs = now();
      desk.later(() => check(sinceMs), LOOK_MS);
    },
    signedOut,
    isSignedIn: () => isSignedIn,
    whenListed: (id) =>
      new Promise((resolve) => {
        if (listed.has(id) || isSignedIn !== true) return resolve();
        waiting.push(resolve);
        desk.later(resolve, LISTED_MS);
        kit.model.askChannel(id);
      }),
    mute: (id, value) => {
      const path = `/channels/${id}/members/${textOf(known.me, 'id')}/notify_props`;
      if (ID.test(id)) void tellServer(id, path, { method: 'PUT', value });
    },
    read: (id) => {
      // Of a client that does not say it knows threads they are read along.
      const value = { channel_id: id, prev_channel_id: '' };
      if (ID.test(id)) void tellServer(id, '/channels/members/me/view', { method: 'POST', value });
    },
    self: () => ({ id: textOf(known.me, 'id'), words }),
    tell,
  };
}

import type { PageSocket } from '../types';
import type { Answer, RocketKit } from './probe-kit';

/**
 * Watches the page's line. The server tells of a message once, to those who listen; so what was said while there was
 * no line is asked for when there is one again, and now and then while there is none, and told late rather than never.
 * Self-contained.
 */
export function addMissed(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const { probe: desk, bridge, server, book } = kit;
  const { parse } = Date;
  const { ownValue, ownText: textIn } = desk;
  /** The page listens again some time after its line is there; then what it hears itself has to come in. */
  const [FIRST_MS, AGAIN_MS, SETTLE_MS, RETRY_MS] = [1500, 10_000, 1000, 3000];
  /** Where something on the way lets no WebSocket through, it stays so. */
  const [CUT_MS, POLL_MS] = [5000, 15_000];
  const [TRIES, ROOMS_MAX, MESSAGES_MAX] = [5, 50, 200];

  /** Since when something may be missing; empty while nothing is. */
  const state = { since: '', line: 0, open: 0, isCut: false, isPolling: false };

  const listIn = (body: unknown, name: string): readonly unknown[] => {
    const list = ownValue(body, name);
    return Array.isArray(list) ? list : [];
  };
  /** Asks some times, until there is an answer; `use` takes the last. */
  const ask = (path: string, use: (answer: Answer) => void, tries = TRIES): void => {
    void server.get(path).then((answer) => {
      desk.run(() => {
        const waitMs = answer.kind === 'too-many' ? answer.waitMs : RETRY_MS;
        const isWorthIt = answer.kind === 'too-many' || answer.kind === 'away';
        if (isWorthIt && tries > 1) desk.later(() => ask(path, use, tries - 1), waitMs);
        else use(answer);
      });
    });
  };
  const tellOf = (messages: readonly unknown[]): void => {
    for (const message of messages) {
      const missed = book.takeMissed(message);
      if (missed === undefined) continue;
      const { id, title, body, username, path } = missed;
      const icon = `${server.root()}/avatar/${encodeURIComponent(username)}`;
      kit.asking.tell();
      bridge.notify(title, { body, tag: id, icon, silent: true }, () => {
        window.focus();
        if (path !== '') kit.missed.open(path);
      });
    }
  };
  const askRoom = (rid: string, since: string, end: (isDone: boolean) => void): void => {
    const query = `roomId=${encodeURIComponent(rid)}&lastUpdate=${encodeURIComponent(since)}`;
    ask(`v1/chat.syncMessages?${query}`, (answer) => {
      // A room that the person may not see any more is answered otherwise, and ever will be.
      if (answer.kind !== 'ok') return end(answer.kind === 'strange');
      const { body } = answer;
      const isLater = (one: unknown): boolean => parse(textIn(one, 'ts')) > parse(since);
      const updated = listIn(ownValue(body, 'result'), 'updated').filter(isLater);
      const inOrder = updated.toSorted((a, b) => parse(textIn(a, 'ts')) - parse(textIn(b, 'ts')));
      // What is on its way to the page comes first.
      desk.later(() => tellOf(inOrder.slice(-MESSAGES_MAX)), SETTLE_MS);
      end(true);
    });
  };
  /** `end` hears, once, whether all that was asked had its answer. */
  const look = (since: string, line: number, end?: (isDone: boolean) => void): void => {
    if (since === '' || line !== state.line || server.login() === undefined) return;
    kit.asking.want(false);
    ask(`v1/rooms.get?updatedSince=${encodeURIComponent(since)}`, (answer) => {
      if (answer.kind !== 'ok') return end?.(false);
      const isLater = (room: unknown): boolean => parse(textIn(room, 'lm')) > parse(since);
      const changed = listIn(answer.body, 'update').filter(isLater).slice(0, ROOMS_MAX);
      const left = { count: changed.length, isDone: true };
      if (left.count === 0) return end?.(true);
      for (const room of changed)
        askRoom(textIn(room, '_id'), since, (isDone) => {
          left.count -= 1;
          left.isDone &&= isDone;
          if (left.count === 0) end?.(left.isDone);
        });
    });
  };
  /** Looks until all had its answer: nothing is missed any more only then. */
  const finish = (line: number): void => {
    const isGone = (): boolean => line !== state.line || state.isCut;
    if (isGone()) return;
    // Who signs in next missed nothing.
    if (server.login() === undefined) state.since = '';
    look(state.since, line, (isDone) => {
      if (!isDone) desk.later(() => finish(line), POLL_MS);
      else if (!isGone()) state.since = '';
    });
  };
  const poll = (): void => {
    state.isPolling = state.isCut && state.since !== '';
    if (!state.isPolling) return;
    look(state.since, state.line);
    desk.later(poll, POLL_MS);
  };
  const watch = ({ on }: PageSocket): void => {
    let wasOpen = false;
    on('open', () => {
      wasOpen = true;
      state.line += 1;
      state.open += 1;
      state.isCut = false;
      const { since, line } = state;
      if (since === '') return;
      desk.later(() => look(since, line), FIRST_MS);
      desk.later(() => finish(line), AGAIN_MS);
    });
    on('close', () => {
      if (wasOpen) state.open -= 1;
      if (state.open > 0) return;
      state.isCut = true;
      if (state.since === '') state.since = book.since();
      if (!state.isPolling) desk.later(poll, CUT_MS);
      state.isPolling = true;
    });
  };
  const isLine = (url: string): boolean =>
    /^wss?:\/\/[^/]+([^?#]*)/.exec(url)?.[1] === `${server.root()}/websocket`;
  desk.onSocket((socket) => {
    if (isLine(socket.url)) watch(socket);
  });
  kit.missed = {
    open: () => undefined,
    line: () => (state.isCut ? 'cut' : state.open > 0 ? 'open' : 'unknown'),
  };
}

import type { Kit, NotificationState, Shown } from './kit';

/** Gives the kit the desk: what is on screen of this document, and the talk with main about it. Self-contained. */
export function addDesk(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { link, codec } = kit;
  const { define, getter, later, dispatch, event, slice, stringify, parse } = kit.primordials;
  const { ownValue, isOwnOrigin, startsWith } = kit.primordials;
  const Native = (globalThis as unknown as Record<string, unknown>)['Notification'] as
    | typeof Notification
    | undefined;
  const nativePermission = getter(Native, 'permission');
  const nativeMaxActions = getter(Native, 'maxActions')(Native);
  const { setPrototypeOf, assign } = Object;
  const LIVE_MAX = 1000;
  /** Those on screen by id, oldest first; ids hold a colon, so they keep their order. */
  const live = { __proto__: null } as unknown as Record<string, Shown | undefined>;
  let liveCount = 0;
  const PAST_MAX = 200;
  /** Those that are gone from the screen, oldest first: the person may still call one up. */
  const past = { __proto__: null } as unknown as Record<string, Shown | undefined>;
  let pastCount = 0;
  let lastId = 0;

  const nextId = (): string => `${link.seed}:${(lastId += 1)}`;
  const send = (message: Readonly<Record<string, unknown>>): void => {
    link.send(stringify(assign({ __proto__: null }, message)));
  };
  const permission = (): string => (isOwnOrigin() ? (nativePermission(Native) as string) : 'denied');
  const toWireIcon = (url: string): string | undefined =>
    startsWith(url, 'data:')
      ? url.length <= 65_536
        ? url
        : undefined
      : url.length <= 2048
        ? url
        : undefined;

  const show = (state: NotificationState, origin: 'page' | 'worker', of: string): string => {
    kit.notifications.beforeShow(state);
    const pageId = nextId();
    const buttons: object[] = [];
    for (let i = 0; i < state.actions.length && i < 3; i += 1) {
      const { action, title } = state.actions[i] as { action: string; title: string };
      define(buttons, i, {
        value: assign({ __proto__: null }, { action: slice(action, 0, 64), title: slice(title, 0, 256) }),
        enumerable: true,
      });
    }
    const kept = origin === 'worker' ? codec.encode(state) : undefined;
    send({
      kind: 'notification-show',
      pageId,
      title: slice(state.title, 0, 256),
      body: slice(state.body, 0, 2048),
      icon: toWireIcon(state.icon),
      tag: slice(state.tag, 0, 512),
      silent: state.silent === true,
      requireInteraction: state.requireInteraction,
      renotify: state.renotify,
      timestampMs: state.timestamp,
      lang: slice(state.lang, 0, 64),
      dir: state.dir,
      origin,
      actions: setPrototypeOf(buttons, null) as unknown,
      scope: origin === 'worker' ? of : undefined,
      state:
        kept === undefined || kept.length <= 131_072 ? kept : codec.encode(assign({}, state, { data: null })),
    });
    return pageId;
  };

  const fire = (shown: Shown, type: string, cancelable: boolean): void => {
    dispatch(shown.target, event(type, cancelable));
  };
  const forget = (shown: Shown): void => {
    shown.closed = true;
    if (live[shown.id] === undefined) return;
    delete live[shown.id];
    liveCount -= 1;
    past[shown.id] = shown;
    pastCount += 1;
    for (const oldest in past) {
      if (pastCount <= PAST_MAX) break;
      delete past[oldest];
      pastCount -= 1;
    }
  };
  const close = (shown: Shown): void => {
    if (shown.closed) return;
    forget(shown);
    send({ kind: 'notification-close', pageId: shown.id });
    if (!shown.persistent) later(() => fire(shown, 'close', false), 0);
  };
  /** The one of the same tag gives way; the newest {@link LIVE_MAX} are kept. */
  const place = (fresh: Shown): void => {
    for (const id in live) {
      const old = live[id];
      if (old === undefined) continue;
      if (liveCount < LIVE_MAX && (fresh.state.tag === '' || old.state.tag !== fresh.state.tag)) continue;
      const crowded = liveCount >= LIVE_MAX;
      forget(old);
      if (crowded) send({ kind: 'notification-close', pageId: old.id });
      later(() => fire(old, 'close', false), 0);
    }
    live[fresh.id] = fresh;
    liveCount += 1;
  };
  link.listen((text) => {
    const message = parse(text);
    const id = ownValue(message, 'pageId') as string;
    const type = ownValue(message, 'event') as string;
    const shown = live[id] ?? (type === 'recall' ? past[id] : undefined);
    if (ownValue(message, 'kind') !== 'notification-event' || shown === undefined) return;
    if (type === 'recall') fire(shown, 'click', true);
    if (type === 'close' || type === 'error') forget(shown);
    if (type === 'show' || type === 'click' || type === 'close' || type === 'error')
      fire(shown, type, type === 'click');
  });
  kit.notifications = {
    permission,
    maxActions: typeof nativeMaxActions === 'number' ? nativeMaxActions : 2,
    nextId,
    beforeShow: () => undefined,
    send,
    show,
    place,
    fire,
    close,
    restore: () => {
      throw new Error('no Notification in this world');
    },
  };
}

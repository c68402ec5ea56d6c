import type { Kit, NotificationState } from './kit';

/** Replaces `showNotification` and `getNotifications`, which Electron leaves empty. Page and worker. Self-contained. */
export function replaceRegistration(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { convert, codec, link, notifications } = kit;
  const { define, getter, later, promise, typeError, parse, ownValue, isArray } = kit.primordials;
  const scope = globalThis as unknown as Record<string, { prototype: object } | undefined>;
  const owner = scope['ServiceWorkerRegistration']?.prototype;
  if (owner === undefined || !('showNotification' in owner)) return;
  const scopeOf = getter(owner, 'scope');
  const activeOf = getter(owner, 'active');
  const ANSWER_MS = 3000;
  interface Item {
    readonly pageId: string;
    readonly state: NotificationState;
  }
  /** Those shown from here: the answer when main gives none. */
  const mine = { __proto__: null } as unknown as Record<
    string,
    (Item & { readonly scope: string }) | undefined
  >;
  const asked = { __proto__: null } as unknown as Record<
    string,
    ((items: readonly Item[]) => void) | undefined
  >;

  const answer = (requestId: string, items: readonly Item[]): void => {
    const resolve = asked[requestId];
    delete asked[requestId];
    resolve?.(items);
  };
  const readItems = (message: unknown): Item[] => {
    const listed = ownValue(message, 'items');
    const items: Item[] = [];
    for (let i = 0; isArray(listed) && i < listed.length; i += 1) {
      const pageId = ownValue(listed[i], 'pageId') as string;
      const state = codec.decode(ownValue(listed[i], 'state') as string) as NotificationState;
      define(items, i, { value: { pageId, state }, enumerable: true, configurable: true, writable: true });
    }
    return items;
  };
  const ask = (of: string): Promise<readonly Item[]> =>
    promise((resolve) => {
      const requestId = notifications.nextId();
      asked[requestId] = resolve;
      notifications.send({ kind: 'notification-list', requestId, scope: of });
      later(() => {
        const known: Item[] = [];
        for (const id in mine) {
          const item = mine[id];
          if (item?.scope === of)
            define(known, known.length, {
              value: item,
              enumerable: true,
              configurable: true,
              writable: true,
            });
        }
        answer(requestId, known);
      }, ANSWER_MS);
    });
  const methods = {
    showNotification(title: unknown, ...more: unknown[]): Promise<undefined> {
      const given = arguments.length;
      return promise((resolve, reject) => {
        const prefix = "Failed to execute 'showNotification' on 'ServiceWorkerRegistration': ";
        try {
          const of = scopeOf(this) as string;
          if (given === 0) throw typeError(`${prefix}1 argument required, but only 0 present.`);
          const state = convert.notification(title, more[0], prefix, notifications.maxActions);
          if (activeOf(this) === null)
            throw typeError(`${prefix}No active registration available on the ServiceWorkerRegistration.`);
          if (notifications.permission() !== 'granted')
            throw typeError(`${prefix}No notification permission has been granted for this origin.`);
          const pageId = notifications.show(state, 'worker', of);
          for (const id in mine)
            if (state.tag !== '' && mine[id]?.scope === of && mine[id].state.tag === state.tag)
              delete mine[id];
          mine[pageId] = { pageId, state, scope: of };
          resolve(undefined);
        } catch (error) {
          reject(error);
        }
      });
    },
    getNotifications(...args: unknown[]): Promise<object[]> {
      return promise((resolve, reject) => {
        try {
          const of = scopeOf(this) as string;
          const tag = convert.filterTag(args[0]);
          kit.primordials.settle<readonly Item[]>(
            ask(of),
            (items) => {
              const found: object[] = [];
              for (let i = 0; i < items.length; i += 1) {
                const { pageId, state } = items[i] as Item;
                if (tag !== '' && state.tag !== tag) continue;
                const value = notifications.restore(pageId, state);
                define(found, found.length, { value, enumerable: true, configurable: true, writable: true });
              }
              resolve(found);
            },
            reject,
          );
        } catch (error) {
          reject(error);
        }
      });
    },
  };
  link.listen((text) => {
    const message = parse(text);
    const kind = ownValue(message, 'kind');
    if (kind === 'notification-list') answer(ownValue(message, 'requestId') as string, readItems(message));
    if (kind === 'notification-event' && ownValue(message, 'event') !== 'show')
      delete mine[ownValue(message, 'pageId') as string];
  });
  for (const name of ['showNotification', 'getNotifications'] as const) {
    define(owner, name, { value: methods[name], writable: true, enumerable: true, configurable: true });
  }
}

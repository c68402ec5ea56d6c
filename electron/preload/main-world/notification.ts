import type { Kit, NotificationState, Shown } from './kit';

/** Replaces `Notification`. The standard's algorithm is the native one's; what is shown goes to main. Self-contained. */
export function replaceNotification(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { convert } = kit;
  const { permission, maxActions, show, place, fire, close } = kit.notifications;
  const {
    apply,
    define,
    freeze,
    later,
    listen,
    unlisten,
    promise,
    settle,
    typeError,
    isWindow,
    isOwnOrigin,
  } = kit.primordials;
  const scope = globalThis as unknown as Record<string, unknown>;
  const Native = scope['Notification'] as typeof Notification | undefined;
  if (Native === undefined) return;
  const nativeRequest = Native.requestPermission as unknown;
  const canConstruct = !('registration' in globalThis && 'clients' in globalThis);
  const { assign, getOwnPropertyDescriptors } = Object;
  const inner = {};
  let restoring: { readonly id: string; readonly state: NotificationState } | undefined;

  class Notification extends kit.primordials.EventTarget {
    #shown: Shown;
    constructor(title: unknown, options: unknown = inner) {
      const prefix = "Failed to construct 'Notification': ";
      if (restoring === undefined && !canConstruct)
        throw typeError(
          `${prefix}Illegal constructor. Use ServiceWorkerRegistration.showNotification() instead.`,
        );
      if (restoring === undefined && arguments.length === 0)
        throw typeError(`${prefix}1 argument required, but only 0 present.`);
      const kept = restoring;
      restoring = undefined;
      const state =
        kept?.state ?? convert.notification(title, options === inner ? undefined : options, prefix, 0);
      super();
      const handlers = { __proto__: null } as unknown as Shown['handlers'];
      if (kept !== undefined) {
        this.#shown = { id: kept.id, target: this, state, persistent: true, closed: false, handlers };
        return;
      }
      const granted = permission() === 'granted';
      const id = granted ? show(state, 'page', '') : '';
      const shown: Shown = { id, target: this, state, persistent: false, closed: !granted, handlers };
      this.#shown = shown;
      if (granted) place(shown);
      else later(() => fire(shown, 'error', false), 0);
    }
    static get permission(): string {
      return permission();
    }
    static get maxActions(): number {
      return maxActions;
    }
    static requestPermission(...args: unknown[]): Promise<string> {
      const callback = args[0];
      return promise<string>((resolve, reject) => {
        if (callback !== undefined && typeof callback !== 'function') {
          return reject(
            typeError(
              "Failed to execute 'requestPermission' on 'Notification': parameter 1 is not of type 'Function'.",
            ),
          );
        }
        const done = (answer: string): void => {
          if (callback !== undefined) later(() => void apply(callback, undefined, [answer]), 0);
          resolve(answer);
        };
        if (!isOwnOrigin()) return done('denied');
        settle(apply(nativeRequest, Native, []), done, reject);
      });
    }
    static {
      const names = [
        'title',
        'dir',
        'lang',
        'body',
        'tag',
        'image',
        'icon',
        'badge',
        'vibrate',
        'timestamp',
        'renotify',
        'silent',
        'requireInteraction',
        'data',
        'actions',
      ] as const;
      for (const name of names) {
        const read = {
          get [name](): unknown {
            return (this as unknown as Notification).#shown.state[name];
          },
        };
        define(this.prototype, name, getOwnPropertyDescriptors(read)[name] as PropertyDescriptor);
      }
      for (const type of ['click', 'show', 'error', 'close'] as const) {
        const name = `on${type}`;
        const handler = {
          get [name](): unknown {
            return (this as unknown as Notification).#shown.handlers[type]?.value ?? null;
          },
          set [name](value: unknown) {
            const shown = (this as unknown as Notification).#shown;
            const old = shown.handlers[type];
            if ((typeof value !== 'object' && typeof value !== 'function') || value === null) {
              if (old !== undefined) unlisten(shown.target, type, old.run);
              shown.handlers[type] = undefined;
            } else if (old !== undefined) {
              old.value = value;
            } else {
              const made = {
                value,
                run: (e: Event): void => {
                  const answer =
                    typeof made.value === 'function' ? apply(made.value, shown.target, [e]) : undefined;
                  if (answer === false) e.preventDefault();
                },
              };
              shown.handlers[type] = made;
              listen(shown.target, type, made.run, false);
            }
          },
        };
        define(this.prototype, name, getOwnPropertyDescriptors(handler)[name] as PropertyDescriptor);
      }
      define(this.prototype, 'close', {
        value: {
          close(): void {
            close((this as unknown as Notification).#shown);
          },
        }.close,
        writable: true,
        enumerable: true,
        configurable: true,
      });
      define(this.prototype, Symbol.toStringTag, { value: 'Notification', configurable: true });
      for (const name of ['permission', 'maxActions', 'requestPermission'] as const) {
        const held = getOwnPropertyDescriptors(this)[name];
        if (name === 'requestPermission' && !isWindow)
          delete (this as unknown as Record<string, unknown>)[name];
        else define(this, name, assign(held, { enumerable: true }));
      }
      define(this, 'name', { value: 'Notification', configurable: true });
    }
  }

  kit.notifications.restore = (id, state) => {
    for (let i = 0; i < state.actions.length; i += 1) freeze(state.actions[i]);
    freeze(state.actions);
    freeze(state.vibrate);
    restoring = { id, state };
    return new Notification('');
  };
  define(globalThis, 'Notification', {
    value: Notification,
    writable: true,
    enumerable: false,
    configurable: true,
  });
}

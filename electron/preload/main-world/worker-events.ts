import type { Kit, NotificationState } from './kit';

/** Brings notification events into a service worker, with what their handlers may then do. Self-contained. */
export function deliverWorkerEvents(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { codec, notifications, link } = kit;
  const { apply, define, getter, later, promise, settle, parse, ownValue, dispatch, resolveUrl, construct } =
    kit.primordials;
  const worker = globalThis as unknown as Record<string, { prototype: Record<string, unknown> } | undefined>;
  const Extendable = worker['ExtendableEvent'];
  const NotificationEvent = worker['NotificationEvent'];
  const { setPrototypeOf } = Object;
  /** How long a click lets its handlers open and focus windows, as the standard's "window interaction allowed". */
  const ALLOWED_MS = 10_000;
  let allowed = 0;

  const fire = (type: string, pageId: string, state: NotificationState, action: string): Promise<void> => {
    const event = construct(Extendable, [type]) as Event;
    let open = 1;
    let finish: (() => void) | undefined;
    const whole = promise<void>((resolve) => {
      finish = () => resolve(undefined);
    });
    const done = (): void => {
      open -= 1;
      if (open === 0) finish?.();
    };
    const own = (name: string, value: unknown): void =>
      define(event, name, { value, enumerable: true, configurable: true });
    if (NotificationEvent !== undefined) setPrototypeOf(event, NotificationEvent.prototype);
    own('notification', notifications.restore(pageId, state));
    own('action', action);
    own('reply', null);
    own('waitUntil', (work: unknown): void => {
      open += 1;
      settle(
        promise((resolve) => resolve(work)),
        done,
        done,
      );
    });
    if (type === 'notificationclick') {
      allowed += 1;
      later(() => (allowed -= 1), ALLOWED_MS);
    }
    dispatch(globalThis, event);
    done();
    return whole;
  };

  link.listen((text) => {
    const message = parse(text);
    if (ownValue(message, 'kind') !== 'worker-event') return;
    const requestId = ownValue(message, 'requestId');
    const type = ownValue(message, 'event') === 'click' ? 'notificationclick' : 'notificationclose';
    const state = codec.decode(ownValue(message, 'state') as string) as NotificationState;
    const pageId = ownValue(message, 'pageId') as string;
    const whole = fire(type, pageId, state, (ownValue(message, 'action') as string | undefined) ?? '');
    settle(
      whole,
      () => notifications.send({ kind: 'worker-done', requestId }),
      () => undefined,
    );
  });

  const clientsType = worker['Clients']?.prototype;
  const windowType = worker['WindowClient']?.prototype;
  if (clientsType === undefined || windowType === undefined) return;
  const nativeOpen = clientsType.openWindow;
  const nativeFocus = windowType.focus;
  const urlOf = getter(worker['Client']?.prototype, 'url');
  const methods = {
    openWindow(url: unknown): Promise<unknown> {
      if (allowed === 0 || arguments.length === 0)
        return apply(nativeOpen, this, arguments as unknown as unknown[]) as Promise<unknown>;
      return promise((resolve, reject) => {
        try {
          const address = resolveUrl(kit.primordials.string(url));
          if (address === '') throw kit.primordials.typeError('The address is not a valid URL.');
          notifications.send({ kind: 'worker-open', url: address });
          resolve(null);
        } catch (error) {
          reject(error);
        }
      });
    },
    focus(): Promise<unknown> {
      if (allowed === 0) return apply(nativeFocus, this, []) as Promise<unknown>;
      return promise((resolve, reject) => {
        try {
          notifications.send({ kind: 'worker-focus', url: urlOf(this) });
          resolve(this);
        } catch (error) {
          reject(error);
        }
      });
    },
  };
  define(clientsType, 'openWindow', {
    value: methods.openWindow,
    writable: true,
    enumerable: true,
    configurable: true,
  });
  define(windowType, 'focus', { value: methods.focus, writable: true, enumerable: true, configurable: true });
}

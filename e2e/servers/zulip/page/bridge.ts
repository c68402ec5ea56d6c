/** `window.electron_bridge` as the web client knows it (contracts.md §3.1). */
export interface ElectronBridge {
  send_event(name: string, ...args: readonly unknown[]): boolean;
  on_event(name: string, listener: (...args: readonly never[]) => void): void;
  new_notification?(
    title: string,
    options: NotificationOptions,
    dispatch: (type: string, eventInit: EventInit) => boolean,
  ): Pick<Notification, 'title' | 'dir' | 'lang' | 'body' | 'tag' | 'icon' | 'data' | 'close'>;
  set_send_notification_reply_message_supported?(isSupported: boolean): void;
}

/** The desktop's bridge; what an element of that name would be is none. */
export const bridgeOf = (): ElectronBridge | undefined => {
  const found: unknown = Reflect.get(window, 'electron_bridge');
  return found instanceof Element ? undefined : (found as ElectronBridge | undefined);
};

/** What pages notify with: the bridge's way where it has one. */
export function notificationApi(): new (title: string, options: NotificationOptions) => Notification {
  const make = bridgeOf()?.new_notification;
  if (make === undefined) return Notification;
  class BridgeNotification extends EventTarget {
    constructor(title: string, options: NotificationOptions) {
      super();
      Object.assign(
        this,
        make?.(title, options, (type, init) => this.dispatchEvent(new Event(type, init))),
      );
    }
  }
  return BridgeNotification as unknown as typeof Notification;
}

import { nativeImage } from 'electron/common';
import { Notification } from 'electron/main';
import type { NativeNotification, NativeOptions } from './native-presenter';

/** True where Electron can replace a notification by its id: newer than 33, on macOS and Windows. */
export const canReplaceNotifications = (): boolean => 'getHistory' in Notification;

/** Creates one of Electron's own notifications. */
export function createElectronNotification(options: NativeOptions): NativeNotification {
  const { title, body, subtitle, silent, timeoutType, picture, actions, slot } = options;
  const native = new Notification({
    title,
    body,
    silent,
    timeoutType,
    ...(subtitle === '' ? {} : { subtitle }),
    ...(picture === undefined ? {} : { icon: nativeImage.createFromBuffer(picture.png) }),
    ...(actions.length === 0 ? {} : { actions: actions.map((text) => ({ type: 'button' as const, text })) }),
    ...(canReplaceNotifications() ? { id: slot } : {}),
  });
  const on = native.on.bind(native) as NativeNotification['on'];
  return { on, show: () => native.show(), close: () => native.close() };
}

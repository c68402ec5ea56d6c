import type { DesktopAPI, Theme } from '@mattermost/desktop-api';

/*
 * How the vendor's page speaks with a desktop. What it does only under a user agent of the vendor's desktop is told apart
 * from what it does wherever the function is there; what is missing is tolerated, and in part done by messages.
 */

const api = (): Partial<DesktopAPI> | undefined =>
  (window as { readonly desktopAPI?: Partial<DesktopAPI> }).desktopAPI;

/** True under a user agent that holds both words. */
export const isDesktopApp = (): boolean =>
  /Mattermost/.test(navigator.userAgent) && /Electron/.test(navigator.userAgent);

/** True when the desktop takes part in the history: from 5.0 on. */
export function takesPartInHistory(): boolean {
  const [, major = '0'] = /Mattermost\/(\d+)/.exec(navigator.userAgent) ?? [];
  return isDesktopApp() && Number(major) >= 5;
}

/** Asks the desktop who it is, as plugins want to know. */
export async function meetDesktop(): Promise<void> {
  if (!isDesktopApp()) return;
  const info = api()?.getAppInfo;
  const { version } = info
    ? await info()
    : await askByMessage<{ version: string }>('webapp-ready', 'register-desktop');
  Object.assign(window, { desktop: { version } });
  void api()?.isDev?.();
  void api()?.canPopout?.();
}

export type NotificationArguments = Parameters<DesktopAPI['sendNotification']>;

/** Has the desktop make a notification; gives what it says came of it. */
export async function sendNotification(...given: NotificationArguments) {
  const send = api()?.sendNotification;
  // A desktop may answer nothing, whatever the type says.
  if (send) return ((await send(...given)) as { status: string } | undefined) ?? { status: 'unsupported' };
  const [title, body, channelId, teamId, url, silent, soundName] = given;
  const message = { title, body, channel: { id: channelId }, teamId, silent, data: { soundName }, url };
  say('dispatch-notification', message);
  return { status: 'unsupported' };
}

/** Calls back when the person clicked one of them. */
export function onNotificationClicked(
  listener: (channelId: string, teamId: string, url: string) => void,
): void {
  const listen = api()?.onNotificationClicked;
  if (listen) return void listen(listener);
  hear<{ channel: { id: string }; teamId: string; url: string }>(
    'notification-clicked',
    ({ channel, teamId, url }) => listener(channel.id, teamId, url),
  );
}

/** Wants to go to a path; the desktop has to say so back. */
export function askHistoryPush(path: string): void {
  const send = api()?.sendBrowserHistoryPush;
  if (send) send(path);
  else say('browser-history-push', { path });
}

/** Calls back when the desktop says where to go. */
export function onHistoryPush(listener: (path: string) => void): void {
  const listen = api()?.onBrowserHistoryPush;
  if (listen) return void listen(listener);
  hear<{ pathName: string }>('browser-history-push-return', ({ pathName }) => listener(pathName));
}

/** Asks which of the arrows in the header can be used. */
export function askHistoryStatus(): void {
  if (isDesktopApp()) void api()?.requestBrowserHistoryStatus?.();
}

/** Calls back when the person comes or goes, as the desktop sees it. */
export function onUserActivity(listener: (isActive: boolean, isSystemEvent: boolean) => void): void {
  const listen = api()?.onUserActivityUpdate;
  if (listen) return void listen((isActive, _idleMs, isSystemEvent) => listener(isActive, isSystemEvent));
  hear<{ userIsActive: boolean; manual: boolean }>('user-activity-update', ({ userIsActive, manual }) =>
    listener(userIsActive, manual),
  );
}

export const tellUnreads = (isUnread: boolean, mentions: number) =>
  api()?.setUnreadsAndMentions?.(isUnread, mentions);
export const tellSessionExpired = (isExpired: boolean) => api()?.setSessionExpired?.(isExpired);
export const tellLogin = () => api()?.onLogin?.();
export const tellLogout = () => api()?.onLogout?.();
export const tellInitialized = () => api()?.reactAppInitialized?.();
export const tellTheme = (theme: Theme) => api()?.updateTheme?.(theme);

function say(type: string, message?: unknown): void {
  window.postMessage({ type, message }, window.location.origin);
}

function hear<Message>(type: string, listener: (message: Message) => void): void {
  if (!isDesktopApp()) return;
  window.addEventListener(
    'message',
    ({ origin, data }: MessageEvent<{ type?: string; message: Message }>) => {
      if (origin === window.location.origin && data.type === type) listener(data.message);
    },
  );
}

function askByMessage<Answer>(type: string, answerType: string): Promise<Answer> {
  return new Promise((resolve) => {
    hear(answerType, resolve);
    say(type);
  });
}

import type { DesktopNotification } from '../chat/notifying.js';
import { type Client, preference } from './client.js';
import { fireGlobalEvent } from './global-event.js';
import { opened } from './sealed.js';

/** How long a notification stays unless the server or the person says otherwise. */
const STAYS_S = 10;

/** Asks for permission and then shows what the server sends (`useNotifyUser.ts`, `useNotification.ts`). */
export function startNotifications(client: Client, uid: string): () => void {
  const now = { isAllowed: false };
  const ask = async () => {
    if (!('Notification' in window)) return;
    now.isAllowed = (await Notification.requestPermission()) === 'granted';
    const status = await navigator.permissions.query({ name: 'notifications' });
    // oxlint-disable-next-line unicorn/prefer-add-event-listener -- as the web client does it
    status.onchange = () => void (now.isAllowed = status.state === 'granted');
  };
  void ask();
  return client.ddp().hear('notify-user', `${uid}/notification`, (sent) => {
    const notification = sent as DesktopNotification;
    const hasFocus = document.hasFocus();
    const isKnownRoute = /^\/(channel|group|direct)\//.test(client.route.get());
    const fromOpenedRoom = isKnownRoute && client.opened.get()?.rid === notification.payload.rid;
    fireGlobalEvent(client, 'notification', { notification, fromOpenedRoom, hasFocus });
    const isMuted = preference(client, 'muteFocusedConversations') !== false;
    if (hasFocus && fromOpenedRoom && isMuted) return;
    if (!now.isAllowed || client.user.get()?.status === 'busy' || notification.payload.rid === '') return;
    show(client, notification);
  });
}

function show(
  client: Client,
  { title, text, icon, duration, payload }: DesktopNotification & { icon?: string },
): void {
  const requireInteraction = preference(client, 'desktopNotificationRequireInteraction') === true;
  const { rootPath, needsNameToOpen } = client.config;
  const body =
    payload.message.t === 'e2e' ? text.replace(payload.message.msg, opened(payload.message.msg)) : text;
  const options: NotificationOptions & { readonly canReply: true } = {
    icon: icon ?? `${rootPath}/avatar/${payload.sender.username}`,
    body: body.replace(/<[^>]*>/g, ''),
    tag: payload._id,
    canReply: true,
    silent: true,
    requireInteraction,
  };
  const shown = new Notification(title, options);
  if (!requireInteraction) setTimeout(() => shown.close(), (duration ?? STAYS_S) * 1000);
  shown.addEventListener('reply', (event) => {
    const { response } = event as Event & { readonly response: string };
    void client.ddp().call('sendMessage', { _id: crypto.randomUUID(), rid: payload.rid, msg: response });
  });
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- as the web client does it
  shown.onclick = () => {
    shown.close();
    window.focus();
    if (needsNameToOpen && payload.name === undefined) return;
    client.navigate(routeTo(payload));
  };
}

function routeTo({ type, rid, name = rid, tmid, _id }: DesktopNotification['payload']): string {
  const thread = tmid === undefined || tmid === '' ? '' : `/thread/${tmid}`;
  const jump = _id === '' ? '' : `?jump=${_id}`;
  switch (type) {
    case 'd':
      return `/direct/${rid}${thread}${jump}`;
    case 'c':
      return `/channel/${encodeURIComponent(name)}${thread}${jump}`;
    case 'p':
      return `/group/${encodeURIComponent(name)}${thread}${jump}`;
    case 'l':
      return `/live/${rid}/room-info${jump}`;
  }
}

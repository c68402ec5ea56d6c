import type { Attachment, Message, Subscription } from '../chat/records.js';
import { type Client, displayName } from './client.js';
import { desktopOf } from './desktop.js';
import { pathTo } from './router.js';
import { opened as unsealed } from './sealed.js';
import type { Session } from './session.js';
import type { Cell } from './tracker.js';

/** Draws what there is: the form to sign in, or rooms and the one that is open. */
export function startViews(client: Client, session: Session, messages: Cell<readonly Message[]>): void {
  const root = document.querySelector('#react-root');
  const { tracker, user, isConnected } = client;
  const now = { shows: '' };
  tracker.autorun(() => {
    const shows = user.get() === undefined ? (isConnected.get() ? 'login' : 'loading') : 'home';
    if (shows === now.shows) return;
    now.shows = shows;
    root?.replaceChildren(
      ...(shows === 'home' ? home(client, session, messages) : shows === 'login' ? [loginForm(session)] : []),
    );
  });
}

function loginForm(session: Session): HTMLElement {
  const name = element('input', { name: 'usernameOrEmail', placeholder: 'Email or username' });
  const password = element('input', { name: 'password', type: 'password' });
  const trouble = element('p', { role: 'alert' });
  const button = element('button', { type: 'submit' }, 'Login');
  const form = element('form', { class: 'login' }, name, password, button, trouble);
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    session.signIn(name.value, password.value).catch((error: unknown) => {
      trouble.textContent = error instanceof Error ? error.message : '';
    });
  });
  return form;
}

function home(client: Client, session: Session, messages: Cell<readonly Message[]>): HTMLElement[] {
  const { tracker, subscriptions, opened, isConnected } = client;
  const rooms = element('nav', { 'aria-label': 'Rooms' });
  const title = element('h1');
  const said = element('ul', { class: 'messages' });
  const offline = element('p', { role: 'status' });
  const words = element('input', { name: 'msg', placeholder: 'Message' });
  const composer = element('form', { class: 'composer' }, words);
  const out = element('button', { class: 'logout' }, 'Logout');
  out.addEventListener('click', () => void session.signOut());
  composer.addEventListener('submit', (event) => {
    event.preventDefault();
    const room = opened.get();
    if (room === undefined) return;
    void client.ddp().call('sendMessage', { _id: crypto.randomUUID(), rid: room.rid, msg: words.value });
    words.value = '';
  });
  tracker.autorun(() => {
    const shown = [...subscriptions.get().values()].filter(({ open, archived }) => open && archived !== true);
    rooms.replaceChildren(...shown.map((one) => roomLink(client, one)));
  });
  tracker.autorun(() => void (title.textContent = opened.get()?.name ?? 'Home'));
  tracker.autorun(() => void (offline.textContent = isConnected.get() ? '' : 'Waiting for the server'));
  tracker.autorun(() => {
    said.replaceChildren(
      ...messages
        .get()
        .map(({ _id, u, msg, attachments = [] }) =>
          element(
            'li',
            { 'data-id': _id },
            `${u.username}: ${unsealed(msg)}`,
            ...attachments.map((one) => fileLink(client, one)),
          ),
        ),
    );
  });
  return [rooms, element('main', {}, offline, title, said, composer, out)];
}

/** A file, shown by the desktop where it can show that kind (`GenericFileAttachment.tsx`). */
function fileLink({ config }: Client, { title, title_link: link, format }: Attachment): HTMLElement {
  const made = element('a', { href: `${config.rootPath}${link}`, download: title, class: 'file' }, title);
  made.addEventListener('click', (event) => {
    const desktop = desktopOf();
    if (desktop?.supportedDocumentViewerFormats?.().includes(format) !== true) return;
    event.preventDefault();
    event.stopPropagation();
    const url = new URL(made.href);
    url.searchParams.set('contentDisposition', 'inline');
    desktop.openDocumentViewer?.(url.href, format, '');
  });
  return made;
}

/** A room of the sidebar, bold and with a badge by the rule of `getSubscriptionUnreadData.ts`. */
function roomLink(client: Client, one: Subscription): HTMLElement {
  const { tunread = [], tunreadUser = [], hideUnreadStatus, hideMentionStatus } = one;
  const mentions = one.userMentions + tunreadUser.length;
  const total = one.unread + tunread.length;
  const isMeant = hideMentionStatus !== true && (mentions > 0 || one.groupMentions > 0);
  const showsBadge = total > 0 && (hideUnreadStatus !== true || isMeant);
  const isBold = hideUnreadStatus !== true && (one.alert || one.unread > 0);
  const href = client.config.rootPath + pathTo(one.t, one.rid, one.name);
  return element(
    'a',
    { href, 'data-rid': one.rid, class: isBold ? 'unread' : '' },
    element('span', {}, displayName(client, one)),
    ...(showsBadge ? [element('span', { class: 'badge' }, String(total))] : []),
  );
}

function element<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Readonly<Record<string, string>> = {},
  ...children: readonly (Node | string)[]
): HTMLElementTagNameMap[K] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}

import type { MatrixClient, Room } from 'matrix-js-sdk';
import { isInvite, listedRooms, stateOf } from './notification-level.js';
import type { Page } from './page.js';
import { logIn } from './session.js';

type Child = Node | string;

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly Child[]
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
}

/** Puts on screen what the view says. */
export function draw(page: Page): void {
  const root = document.querySelector('#matrixchat');
  const client = page.peg.get();
  if (root === null) return;
  if (page.view.screen === 'login') {
    if (root.querySelector('form') === null) root.replaceChildren(loginForm(page));
  } else if (client === null || page.view.screen === 'loading') root.replaceChildren('Loading…');
  else root.replaceChildren(leftPanel(page, client), roomView(page, client));
}

function loginForm(page: Page): Node {
  const user = make('input', { id: 'mx_LoginForm_username', placeholder: 'Username' });
  const password = make('input', { id: 'mx_LoginForm_password', type: 'password', placeholder: 'Password' });
  const error = make('p', { role: 'alert', class: 'mx_Login_error' });
  const form = make(
    'form',
    { class: 'mx_AuthPage' },
    make('h1', {}, 'Sign in'),
    user,
    password,
    error,
    make('button', { class: 'mx_Login_submit' }, 'Sign in'),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    const { base_url: url } = page.config.default_server_config['m.homeserver'];
    logIn(url, user.value, password.value)
      .then((credentials) => page.dispatcher.dispatch({ action: 'signed_in', credentials }))
      .catch(() => {
        error.textContent = 'Incorrect username and/or password.';
      });
  });
  return form;
}

function leftPanel(page: Page, client: MatrixClient): Node {
  const tiles = listedRooms(client).map((room) => tile(page, client, room));
  const signOut = make('button', { class: 'mx_UserMenu' }, 'Sign out');
  signOut.addEventListener('click', () => page.dispatcher.fire('logout'));
  return make('nav', { class: 'mx_LeftPanel', 'aria-label': 'Room list' }, ...tiles, signOut);
}

function tile(page: Page, client: MatrixClient, room: Room): Node {
  const { level, count } = stateOf(client, room);
  const isHere = page.view.roomId === room.roomId;
  const button = make(
    'button',
    {
      class: 'mx_RoomTile',
      'data-room-id': room.roomId,
      'data-level': level,
      'aria-current': String(isHere),
    },
    make('span', { class: 'mx_RoomTile_title' }, room.name),
  );
  if (count > 0)
    button.append(
      make('span', { class: `mx_NotificationBadge mx_NotificationBadge_level_${level}` }, String(count)),
    );
  button.addEventListener('click', () =>
    page.dispatcher.dispatch({ action: 'view_room', room_id: room.roomId, metricsTrigger: 'RoomList' }),
  );
  return button;
}

function roomView({ view }: Page, client: MatrixClient): Node {
  const room = client.getRoom(view.roomId);
  if (room === null) return make('main', { class: 'mx_HomePage' }, 'Welcome');
  const header = make('h1', { class: 'mx_RoomHeader' }, room.name);
  if (isInvite(room)) {
    const accept = make('button', {}, 'Accept');
    accept.addEventListener('click', () => void client.joinRoom(room.roomId));
    return make('main', { class: 'mx_RoomPreviewBar' }, header, accept);
  }
  const events = room
    .getLiveTimeline()
    .getEvents()
    .concat(room.getThreads().flatMap((thread) => thread.events));
  const tiles = events
    .filter((event) => event.getType() === 'm.room.message' && !event.isRelation('m.replace'))
    .map((event) => {
      const id = event.getId() ?? '';
      const selected = id === view.eventId ? ' mx_EventTile_selected' : '';
      const text = `${event.sender?.name ?? ''}: ${String(event.getContent()['body'] ?? '')}`;
      return make('li', { class: `mx_EventTile${selected}`, 'data-event-id': id }, text);
    });
  return make(
    'main',
    { class: 'mx_RoomView' },
    header,
    make('ol', { class: 'mx_RoomView_MessageList' }, ...tiles),
  );
}

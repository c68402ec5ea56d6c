import { ClientEvent, type MatrixClient, RoomEvent } from 'matrix-js-sdk';
import { startActivity } from './activity.js';
import { loadConfig } from './config.js';
import { Dispatcher, type Payload } from './dispatcher.js';
import { draw } from './draw.js';
import { startNotifier } from './notifier.js';
import type { Page, View } from './page.js';
import { CurrentPeg, OldPeg } from './peg.js';
import { readHere } from './reading.js';
import { type Credentials, logOut, startClient, storedCredentials } from './session.js';
import { startStatus } from './status.js';

const config = await loadConfig();
const dispatcher = new Dispatcher();
const peg = config.stand_in.peg === 'old' ? new OldPeg() : new CurrentPeg();
if (config.stand_in.peg !== 'none') Object.assign(window, { mxMatrixClientPeg: peg });
// Of settings the only one that is asked for: whether others learn what was read.
Object.assign(window, { mxSettingsStore: { getValue: (name: string) => name === 'sendReadReceipts' } });
if (config.stand_in.lendsDispatcher) Object.assign(window, { mxDispatcher: dispatcher });
void navigator.serviceWorker?.register('sw.js').catch(() => undefined);

const view: View = { screen: 'loading', roomId: '', eventId: '', threadId: '' };
const page: Page = {
  config,
  peg,
  dispatcher,
  view,
  isActive: startActivity(() => read()),
  onClient: (client) => {
    startNotifier(page, client);
    for (const name of [
      ClientEvent.Sync,
      ClientEvent.AccountData,
      ClientEvent.DeleteRoom,
      RoomEvent.Timeline,
      RoomEvent.Receipt,
      RoomEvent.Name,
      RoomEvent.MyMembership,
      RoomEvent.UnreadNotifications,
    ] as const)
      client.on(name as ClientEvent.Sync, later);
  },
};
const showStatus = startStatus(page);
let isWaiting = false;

dispatcher.register(hear);
window.addEventListener('hashchange', route);
const credentials = await storedCredentials();
if (credentials === undefined) show({ screen: 'login' }, '#/login');
else await enter(credentials);

/** All of one turn is drawn once. */
function later(): void {
  if (isWaiting) return;
  isWaiting = true;
  setTimeout(() => {
    isWaiting = false;
    changed();
    read();
  }, 0);
}

function changed(): void {
  draw(page);
  showStatus();
}

function read(): void {
  const client: MatrixClient | null = peg.get();
  if (client !== null) readHere(page, client, changed);
}

async function enter(given: Credentials): Promise<void> {
  show({ screen: 'loading' });
  await startClient(page, given);
  view.screen = 'home';
  route();
}

function hear(payload: Payload): void {
  switch (payload.action) {
    case 'signed_in':
      return void setTimeout(() => void enter(payload['credentials'] as Credentials), 0);
    case 'logout':
      void peg
        .get()
        ?.logout(true)
        .catch(() => undefined);
      return logOut(page);
    case 'on_logged_out':
      return show({ screen: 'login', roomId: '' }, '#/login');
    case 'view_room':
      return viewRoom(textOf(payload, 'room_id'), textOf(payload, 'event_id'));
    case 'view_home_page':
      return show({ screen: 'home', roomId: '' }, '#/home');
    default:
  }
}

function textOf(payload: Payload, name: string): string {
  const text = payload[name];
  return typeof text === 'string' ? text : '';
}

function viewRoom(roomId: string, eventId: string): void {
  const threadId = peg.get()?.getRoom(roomId)?.findEventById(eventId)?.threadRootId ?? '';
  show(
    { screen: 'room', roomId, eventId, threadId },
    `#/room/${roomId}${eventId === '' ? '' : `/${eventId}`}`,
  );
  read();
}

function show(to: Partial<View>, hash?: string): void {
  Object.assign(view, to);
  if (hash !== undefined && location.hash !== hash) location.hash = hash;
  changed();
}

/** Goes where the address says. */
function route(): void {
  if (view.screen === 'loading' || view.screen === 'login') return;
  const [, roomId = '', eventId = ''] = /^#\/room\/([^/?]+)(?:\/([^/?]+))?/.exec(location.hash) ?? [];
  if (roomId === '') return show({ screen: 'home', roomId: '', eventId: '' }, '#/home');
  if (roomId !== view.roomId || eventId !== view.eventId) viewRoom(roomId, eventId);
}

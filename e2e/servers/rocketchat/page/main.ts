import type { Message, Setting, Subscription, User } from '../chat/records.js';
import { startCalls } from './calls.js';
import type { Client, OpenedRoom } from './client.js';
import { readConfig } from './config.js';
import { createCredentials } from './credentials.js';
import { connectDdp, type Ddp } from './ddp.js';
import { startDesktop } from './desktop.js';
import { fetchSubscriptions, startLists } from './lists.js';
import { provideRequire } from './meteor.js';
import { startNotifications } from './notify.js';
import { startRoom } from './room.js';
import { startRouter } from './router.js';
import { createSession } from './session.js';
import { type Cell, createTracker } from './tracker.js';
import { startTitle, startUnread } from './unread.js';
import { startViews } from './views.js';

start();

function start(): void {
  const config = readConfig();
  const tracker = createTracker();
  const settings = tracker.cell<ReadonlyMap<string, unknown>>(new Map());
  const route = tracker.cell('');
  const held: { ddp: Ddp | undefined } = { ddp: undefined };
  const client: Client = {
    config,
    tracker,
    credentials: createCredentials(config),
    user: tracker.cell<Partial<User> | undefined>(undefined),
    settings,
    subscriptions: tracker.cell<ReadonlyMap<string, Subscription>>(new Map()),
    unread: tracker.cell<string | number>(''),
    isConnected: tracker.cell(false),
    opened: tracker.cell<OpenedRoom | undefined>(undefined),
    route,
    ddp: () => {
      if (held.ddp === undefined) throw new Error('asked before there was a connection');
      return held.ddp;
    },
    navigate: startRouter(
      config,
      route,
      () => settings.get().get('Iframe_Integration_receive_enable') === true,
    ),
  };
  const session = createSession(client);
  const messages = tracker.cell<readonly Message[]>([]);
  provideRequire(client);
  startDesktop(client);
  startTitle(client);
  startViews(client, session, messages);
  held.ddp = connectDdp({
    url: `${location.origin.replace(/^http/, 'ws')}${config.rootPath}/websocket`,
    reconnectMs: config.reconnectMs,
    onConnected: (ddp) => session.resume(ddp),
    onReady: async (ddp) => {
      if (client.user.get() !== undefined) await fetchSubscriptions(client, ddp);
    },
    onStatus: (isConnected) => client.isConnected.set(isConnected),
  });
  held.ddp.hear('notify-all', 'public-settings-changed', (_action, changed) => {
    const { _id, value } = changed as Setting;
    settings.set(new Map(settings.get()).set(_id, value));
  });
  startSignedIn(client, messages);
}

/** What runs only while somebody is signed in. */
function startSignedIn(client: Client, messages: Cell<readonly Message[]>): void {
  const { user, tracker, isConnected, subscriptions, unread } = client;
  const now: { uid: string | undefined; stops: readonly (() => void)[] } = { uid: undefined, stops: [] };
  tracker.autorun(() => {
    const uid = user.get()?._id;
    const signedInHere = isConnected.get();
    if (uid === now.uid) return;
    now.uid = uid;
    now.stops.forEach((stop) => stop());
    now.stops = [];
    if (uid === undefined) {
      subscriptions.set(new Map());
      return unread.set('');
    }
    now.stops = [
      startLists(client, uid),
      startNotifications(client, uid),
      startCalls(client, uid),
      startUnread(client),
      startRoom(client, messages),
    ];
    if (signedInHere) void fetchSubscriptions(client, client.ddp());
  });
}

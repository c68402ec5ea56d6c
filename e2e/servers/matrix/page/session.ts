import {
  createClient,
  type MatrixClient,
  PendingEventOrdering,
  HttpApiEvent,
  ClientEvent,
  SyncState,
} from 'matrix-js-sdk';
import type { Page } from './page.js';
import { forgetToken, keepToken, keptToken } from './token-store.js';

export interface Credentials {
  readonly homeserverUrl: string;
  readonly userId: string;
  readonly deviceId: string;
  readonly accessToken: string;
}

/** What was kept of the last time. */
export async function storedCredentials(): Promise<Credentials | undefined> {
  const [homeserverUrl, userId, deviceId] = ['mx_hs_url', 'mx_user_id', 'mx_device_id'].map((name) =>
    localStorage.getItem(name),
  );
  if (!homeserverUrl || !userId || !deviceId) return undefined;
  const accessToken = await keptToken(userId, deviceId);
  return accessToken === undefined ? undefined : { homeserverUrl, userId, deviceId, accessToken };
}

async function store({ homeserverUrl, userId, deviceId, accessToken }: Credentials): Promise<void> {
  await keepToken(userId, deviceId, accessToken);
  localStorage.setItem('mx_hs_url', homeserverUrl);
  localStorage.setItem('mx_user_id', userId);
  localStorage.setItem('mx_device_id', deviceId);
  localStorage.setItem('mx_has_access_token', 'true');
}

/** Asks the server for a session. */
export async function logIn(homeserverUrl: string, user: string, password: string): Promise<Credentials> {
  const given = await createClient({ baseUrl: homeserverUrl }).loginRequest({
    type: 'm.login.password',
    identifier: { type: 'm.id.user', user },
    password,
    initial_device_display_name: 'Element on the web',
  });
  return {
    homeserverUrl,
    userId: given.user_id,
    deviceId: given.device_id,
    accessToken: given.access_token,
  };
}

/** Hangs the client on the peg and lets it sync; comes back once the first sync is there. */
export async function startClient(page: Page, credentials: Credentials): Promise<MatrixClient> {
  await store(credentials);
  const client = createClient({
    baseUrl: credentials.homeserverUrl,
    userId: credentials.userId,
    deviceId: credentials.deviceId,
    accessToken: credentials.accessToken,
    timelineSupport: true,
  });
  client.setMaxListeners(500);
  page.peg.set(client);
  page.dispatcher.fire('on_logged_in', true);
  client.on(HttpApiEvent.SessionLoggedOut, () => logOut(page));
  const isPrepared = new Promise<void>((resolve) => {
    client.on(ClientEvent.Sync, (state) => {
      if (state === SyncState.Prepared) resolve();
    });
  });
  page.dispatcher.fire('will_start_client', true);
  page.onClient(client);
  await client.startClient({
    initialSyncLimit: 20,
    lazyLoadMembers: true,
    pendingEventOrdering: PendingEventOrdering.Detached,
    threadSupport: true,
  });
  page.dispatcher.fire('client_started');
  await isPrepared;
  return client;
}

/** Forgets who was here. */
export function logOut(page: Page): void {
  page.peg.get()?.stopClient();
  page.peg.unset();
  localStorage.clear();
  void forgetToken();
  page.dispatcher.fire('on_logged_out');
}

import { Client4, type ClientError } from '@mattermost/client';
import type { Theme } from '@mattermost/desktop-api';
import type { Page } from './actions.js';
import { markReadHere } from './actions.js';
import {
  meetDesktop,
  onNotificationClicked,
  onUserActivity,
  tellInitialized,
  tellLogin,
  tellLogout,
  tellTheme,
} from './desktop.js';
import { base, pathHere } from './base.js';
import { draw } from './draw.js';
import { startHistory } from './history.js';
import { startLive } from './live.js';
import { route } from './routing.js';
import { askForPassword, dropCookies, rememberLogin } from './sign-in.js';
import { emptyStore, loadAll } from './store.js';
import { startUnreads } from './unread.js';

const STATUS_POLL_MS = 60_000;
const theme = { sidebarBg: '#1e325c', sidebarText: '#ffffff', centerChannelBg: '#ffffff' } as Theme;

await meetDesktop();
const rest = new Client4();
rest.setUrl(`${location.origin}${base}`);
rest.setAuthHeader = false; // by cookie, so that the CSRF token counts, as the vendor's page does
const store = emptyStore();
const reconnectMs = Number(document.querySelector<HTMLMetaElement>('meta[name="reconnect-ms"]')?.content);

const isSignedIn = await rest.getMe().then(
  () => true,
  () => false,
);
if (!isSignedIn) {
  const { SiteName } = await rest.getClientConfig();
  tellInitialized();
  await askForPassword(rest, SiteName);
}
// What is still being read when the session ends brings to the form, too.
const line: { close: () => void } = { close: () => undefined };
const client = watched(rest);
await loadAll(store, client);
rememberLogin(true);

const showUnreads = startUnreads(store);
const history = startHistory(() => void route(page));
const page: Page = {
  store,
  rest: client,
  history,
  changed: () => {
    draw(page, () => void logOut());
    showUnreads();
  },
};

const socket = startLive(page, reconnectMs);
line.close = () => socket.close();
onNotificationClicked((channelId, teamId, url) => {
  window.focus();
  const team = store.teams.get(teamId) ?? store.teams.get(store.teamId);
  const path = /^\/[^/]+\/(pl|messages|channels)\/[^/]+/.test(url)
    ? url
    : `/${team?.name ?? ''}/channels/${channelId}`;
  history.push(path);
});
onUserActivity((isActive, isSystemEvent) => socket.userUpdateActiveStatus(isActive, isSystemEvent));
window.addEventListener('focus', () => {
  store.isFocused = true;
  if (store.channelId === '') return;
  markReadHere(store, store.channelId);
  void page.rest.viewMyChannel(store.channelId).catch(() => undefined);
  page.changed();
});
window.addEventListener('blur', () => {
  store.isFocused = false;
});
setInterval(
  () => void page.rest.getStatusesByIds([...store.users.keys()]).catch(() => undefined),
  STATUS_POLL_MS,
);

await route(page);
tellTheme(theme);
tellLogin();
if (isSignedIn) tellInitialized();

/** The client, but whoever is told that the session ended is brought to the form. */
function watched(client: Client4): Client4 {
  const { doFetchWithResponse } = client as unknown as Record<
    'doFetchWithResponse',
    (...given: unknown[]) => Promise<unknown>
  >;
  Object.assign(client, {
    doFetchWithResponse: (...given: unknown[]) =>
      doFetchWithResponse(...given).catch((error: ClientError) => {
        if (error.status_code === 401) toForm();
        throw error;
      }),
  });
  return client;
}

function toForm(): void {
  line.close();
  dropCookies();
  location.assign(`${base}/login?redirect_to=${encodeURIComponent(pathHere())}`);
}

async function logOut(): Promise<void> {
  await rest.logout();
  rememberLogin(false);
  tellLogout();
  socket.close();
  dropCookies();
  location.assign(`${base}/login`);
}

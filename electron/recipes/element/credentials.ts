import type { TakeCredentials } from '../take-credentials';
import { openKept, type Kept } from './credentials-kept';
import { openToken } from './credentials-token';

/**
 * Takes the session of Element: its homeserver, who is signed in, and the access token, which lies in IndexedDB, sealed
 * or plain, or where the page could not write there, in localStorage. `usesRefresh` where the token ends after a while.
 * How the page notifies on this device is told along.
 */
export const takeCredentials: TakeCredentials = async ({ localStorage, indexedDB, crypto }) => {
  const text = (name: string): string => localStorage.getItem(name) ?? '';
  const homeserver = text('mx_hs_url');
  const userId = text('mx_user_id');
  const deviceId = text('mx_device_id');
  const isOut = text('mx_soft_logout') === 'true' || text('mx_is_guest') === 'true';
  if (homeserver === '' || userId === '' || isOut) return undefined;
  const kept = await openKept(indexedDB);
  const token = await tokenOf(kept, text('mx_access_token'), { userId, deviceId }, crypto);
  const usesRefresh =
    text('mx_has_refresh_token') === 'true' ||
    text('mx_refresh_token') !== '' ||
    (await kept?.read('account', 'mx_refresh_token')) !== undefined;
  kept?.close();
  if (token === undefined) return undefined;
  return {
    homeserver,
    userId,
    deviceId,
    token,
    ...(usesRefresh ? { usesRefresh: 'yes' } : {}),
    ...(text('notifications_enabled') === 'false' ? { isQuiet: 'yes' } : {}),
    ...(text('notifications_body_enabled') === 'false' ? { hidesText: 'yes' } : {}),
  };
};

async function tokenOf(
  kept: Kept | undefined,
  plain: string,
  who: { readonly userId: string; readonly deviceId: string },
  crypto: Crypto,
): Promise<string | undefined> {
  const found = (await kept?.read('account', 'mx_access_token')) ?? plain;
  if (typeof found === 'string') return found === '' ? undefined : found;
  const pickle = await kept?.read('pickleKey', [who.userId, who.deviceId]);
  return openToken(found, pickle, who, crypto);
}

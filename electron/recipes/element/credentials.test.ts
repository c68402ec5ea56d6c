import { beforeAll, describe, expect, it } from 'vitest';
import { openToken } from './credentials-token';
import { takeCredentials } from './credentials';

const who = { userId: '@alice:chat.test', deviceId: 'FOYERDEV' };
/** As matrix-js-sdk 37.5 seals it. */
const sealed = {
  iv: 'iww2vwVrb/8D0rdCMrTdwA==',
  ciphertext: 'r/vbAVhyfDGkXjOS51Vosw==',
  mac: '+lVgewGFtuGbJZpcrjAQ8BdsAmnR3c+Zv6hq/9YlnK0=',
};
const bytes = (length: number, at: (index: number) => number) =>
  Uint8Array.from({ length }, (_, index) => at(index));
const pickle: Record<string, unknown> = {
  iv: bytes(32, (index) => index),
  encrypted: Uint8Array.from(
    Buffer.from('tbbAQ3tqa9QcJosYKRFegsSxw5AEk6o2Ec7JkJoA1vnWOd0/SspqbMM1vgfbpSrT', 'base64'),
  ),
};

beforeAll(async () => {
  const key = bytes(32, (index) => 255 - index);
  pickle['cryptoKey'] = await crypto.subtle.importKey('raw', key, 'AES-GCM', false, ['decrypt']);
});

describe('openToken', () => {
  it('J27 opens a token that Element sealed', async () => {
    expect(await openToken(sealed, pickle, who, crypto)).toBe('syt_alice_secret');
  });

  it.each([
    ['of another session', sealed, {}, { ...who, deviceId: 'OTHER' }],
    ['that was changed', { ...sealed, mac: sealed.iv }, {}, who],
    ['that is none', { iv: 7 }, {}, who],
    ['whose key is gone', sealed, { cryptoKey: undefined }, who],
  ])('J27 has none %s', async (_, token, changes, of) => {
    expect(await openToken(token, { ...pickle, ...changes }, of, crypto)).toBeUndefined();
  });
});

type Entries = Readonly<Record<string, unknown>>;

/** As much of IndexedDB as is read; without stores the database is not there. */
function database(stores: Readonly<Record<string, Entries>> | undefined) {
  const events: string[] = [];
  const request = (result: unknown, outcome: string) => ({
    result,
    transaction: { abort: () => void events.push('abort') },
    addEventListener: (name: string, hear: () => void) => {
      const isNew = outcome === 'new' && (name === 'upgradeneeded' || name === 'error');
      if (isNew || name === outcome) queueMicrotask(hear);
    },
  });
  const of = (store: string) => ({
    get: (key: unknown) => request(stores?.[store]?.[String(key)], 'success'),
  });
  const opened = {
    addEventListener: () => undefined,
    close: () => void events.push('close'),
    objectStoreNames: { contains: (store: string) => stores !== undefined && store in stores },
    transaction: () => ({ objectStore: of }),
  };
  const factory = { open: () => request(opened, stores === undefined ? 'new' : 'success') };
  return { factory: factory as unknown as IDBFactory, events };
}

const here = { mx_hs_url: 'https://hs.test', mx_user_id: who.userId, mx_device_id: who.deviceId };
const take = (local: Entries, stores?: Readonly<Record<string, Entries>>, kept = database(stores)) => {
  const storage = { getItem: (key: string) => local[key] ?? null } as Storage;
  return takeCredentials({ localStorage: storage, sessionStorage: storage, indexedDB: kept.factory, crypto });
};
const session = { homeserver: 'https://hs.test', ...who };

describe('takeCredentials', () => {
  it('J27 takes the token as it is found: sealed, plain, or in localStorage', async () => {
    const stores = {
      account: { mx_access_token: sealed },
      pickleKey: { [`${who.userId},FOYERDEV`]: pickle },
    };
    expect(await take(here, stores)).toEqual({ ...session, token: 'syt_alice_secret' });
    const plain = { account: { mx_access_token: 'plain' } };
    expect(await take(here, plain)).toEqual({ ...session, token: 'plain' });
    expect(await take({ ...here, mx_access_token: 'local' }, { account: {} })).toEqual({
      ...session,
      token: 'local',
    });
  });

  it('J24 a database that is not there is not made', async () => {
    const kept = database(undefined);
    expect(await take({ ...here, mx_access_token: 'local' }, undefined, kept)).toMatchObject({
      token: 'local',
    });
    expect(kept.events).toEqual(['abort']);
  });

  it('J27 tells where the page refreshes its token', async () => {
    const stores = { account: { mx_access_token: 'plain', mx_refresh_token: 'r' } };
    expect(await take(here, stores)).toEqual({ ...session, token: 'plain', usesRefresh: 'yes' });
    const local = { ...here, mx_access_token: 't', mx_has_refresh_token: 'true' };
    expect(await take(local)).toMatchObject({ usesRefresh: 'yes' });
  });

  it('J27 tells how the page notifies on this device', async () => {
    const local = { ...here, mx_access_token: 't', notifications_enabled: 'false' };
    expect(await take(local)).toMatchObject({ isQuiet: 'yes' });
    const bare = { ...here, mx_access_token: 't', notifications_body_enabled: 'false' };
    expect(await take(bare)).toMatchObject({ hidesText: 'yes' });
  });

  it.each([
    [{}],
    [{ ...here }],
    [{ ...here, mx_access_token: 't', mx_is_guest: 'true' }],
    [{ ...here, mx_access_token: 't', mx_soft_logout: 'true' }],
    [{ mx_access_token: 't', mx_user_id: who.userId }],
  ])('J27 has none of %j', async (local) => {
    expect(await take(local)).toBeUndefined();
  });

  it('J27 has none where the key to the token is gone', async () => {
    expect(await take(here, { account: { mx_access_token: sealed } })).toBeUndefined();
  });
});

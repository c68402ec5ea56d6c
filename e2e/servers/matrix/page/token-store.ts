import decrypt from 'matrix-js-sdk/lib/utils/decryptAESSecretStorageItem.js';
import encrypt from 'matrix-js-sdk/lib/utils/encryptAESSecretStorageItem.js';

// Where and how Element keeps its access token: sealed by a key made of the pickle key, which lies sealed beside its key.
const NAME = 'access_token';
const KEY = 'mx_access_token';

interface Pickle {
  readonly iv: Uint8Array<ArrayBuffer>;
  readonly cryptoKey: CryptoKey;
  readonly encrypted: ArrayBuffer;
}
type Store = 'account' | 'pickleKey';

/** Keeps the token of a session. */
export async function keepToken(userId: string, deviceId: string, token: string): Promise<void> {
  const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, [
    'encrypt',
    'decrypt',
  ]);
  const raw = crypto.getRandomValues(new Uint8Array(32));
  const iv = crypto.getRandomValues(new Uint8Array(32));
  const by = { name: 'AES-GCM', iv, additionalData: bytesOf(`${userId}|${deviceId}`) };
  const encrypted = await crypto.subtle.encrypt(by, key, raw);
  const pickle: Pickle = { iv, cryptoKey: key, encrypted };
  await put('pickleKey', [userId, deviceId], pickle);
  await put('account', KEY, await encrypt(token, await masterOf(raw), NAME));
}

/** Gives the token of a session, also where it lies plain in localStorage; undefined where there is none. */
export async function keptToken(userId: string, deviceId: string): Promise<string | undefined> {
  const sealed = (await take('account', KEY)) as Parameters<typeof decrypt>[0] | undefined;
  const pickle = (await take('pickleKey', [userId, deviceId])) as Pickle | undefined;
  if (sealed === undefined || pickle === undefined) return localStorage.getItem(KEY) ?? undefined;
  const additionalData = bytesOf(`${userId}|${deviceId}`);
  const by = { name: 'AES-GCM', iv: pickle.iv, additionalData };
  const raw = await crypto.subtle.decrypt(by, pickle.cryptoKey, pickle.encrypted);
  return decrypt(sealed, await masterOf(new Uint8Array(raw)), NAME);
}

/** Forgets whose session it was. */
export async function forgetToken(): Promise<void> {
  const database = await open();
  for (const name of ['account', 'pickleKey'])
    await done(database.transaction(name, 'readwrite').objectStore(name).clear());
  database.close();
}

const bytesOf = (text: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(text, (char) => char.charCodeAt(0));

async function masterOf(raw: Uint8Array): Promise<Uint8Array<ArrayBuffer>> {
  const pickle = btoa(String.fromCharCode(...raw)).replace(/=+$/, '');
  const key = await crypto.subtle.importKey('raw', bytesOf(pickle), 'HKDF', false, ['deriveBits']);
  const by = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(32), info: new Uint8Array(0) };
  return new Uint8Array(await crypto.subtle.deriveBits(by, key, 256));
}

async function put(store: Store, key: IDBValidKey, value: unknown): Promise<void> {
  const database = await open();
  await done(database.transaction(store, 'readwrite').objectStore(store).put(value, key));
  database.close();
}

async function take(store: Store, key: IDBValidKey): Promise<unknown> {
  const database = await open();
  const found: unknown = await done(database.transaction(store).objectStore(store).get(key));
  database.close();
  return found;
}

function open(): Promise<IDBDatabase> {
  const asked = indexedDB.open('matrix-react-sdk', 1);
  asked.addEventListener('upgradeneeded', () => {
    asked.result.createObjectStore('pickleKey');
    asked.result.createObjectStore('account');
  });
  return done(asked);
}

const done = <Result>(asked: IDBRequest<Result>): Promise<Result> =>
  new Promise((resolve, reject) => {
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => reject(asked.error ?? new Error('not kept')));
  });

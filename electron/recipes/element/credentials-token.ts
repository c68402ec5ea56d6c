import { own, ownText } from '../raw';

/** The name under which Element seals its access token. */
const NAME = 'access_token';

interface Who {
  readonly userId: string;
  readonly deviceId: string;
}

/**
 * Opens an access token that Element sealed: by AES with a key made of the pickle key, which lies sealed itself beside
 * the key for it. Undefined where one of them is not as Element makes it.
 */
export async function openToken(
  sealed: unknown,
  pickle: unknown,
  who: Who,
  crypto: Crypto,
): Promise<string | undefined> {
  try {
    const { subtle } = crypto;
    const master = await toMasterKey(await openPickle(pickle, who, subtle), subtle);
    const [aesKey, macKey] = await toKeys(master, subtle);
    const cipherText = bytesOf(ownText(sealed, 'ciphertext'));
    if (!(await subtle.verify('HMAC', macKey, bytesOf(ownText(sealed, 'mac')), cipherText))) return undefined;
    const counter = bytesOf(ownText(sealed, 'iv'));
    const opened = await subtle.decrypt({ name: 'AES-CTR', counter, length: 64 }, aesKey, cipherText);
    return new TextDecoder().decode(opened);
  } catch {
    return undefined;
  }
}

/** Opens the pickle key and writes it as Element does: as base64 without its end. */
async function openPickle(pickle: unknown, { userId, deviceId }: Who, subtle: SubtleCrypto): Promise<string> {
  const opened = await subtle.decrypt(
    {
      name: 'AES-GCM',
      iv: own(pickle, 'iv') as BufferSource,
      additionalData: Uint8Array.from(`${userId}|${deviceId}`, (char) => char.charCodeAt(0)),
    },
    own(pickle, 'cryptoKey') as CryptoKey,
    own(pickle, 'encrypted') as BufferSource,
  );
  const text = btoa(Array.from(new Uint8Array(opened), (byte) => String.fromCharCode(byte)).join(''));
  return text.replace(/=+$/, '');
}

const toMasterKey = (pickle: string, subtle: SubtleCrypto): Promise<ArrayBuffer> =>
  derive(
    Uint8Array.from(pickle, (char) => char.charCodeAt(0)),
    { salt: new Uint8Array(32), info: new Uint8Array(0), bits: 256 },
    subtle,
  );

/** One key to open with, one to tell that nothing was changed. */
async function toKeys(master: ArrayBuffer, subtle: SubtleCrypto): Promise<readonly [CryptoKey, CryptoKey]> {
  const info = new TextEncoder().encode(NAME);
  const both = await derive(new Uint8Array(master), { salt: new Uint8Array(8), info, bits: 512 }, subtle);
  const hmac = { name: 'HMAC', hash: 'SHA-256' };
  return Promise.all([
    subtle.importKey('raw', both.slice(0, 32), 'AES-CTR', false, ['decrypt']),
    subtle.importKey('raw', both.slice(32), hmac, false, ['verify']),
  ]);
}

async function derive(
  from: Uint8Array<ArrayBuffer>,
  by: {
    readonly salt: Uint8Array<ArrayBuffer>;
    readonly info: Uint8Array<ArrayBuffer>;
    readonly bits: number;
  },
  subtle: SubtleCrypto,
): Promise<ArrayBuffer> {
  const key = await subtle.importKey('raw', from, 'HKDF', false, ['deriveBits']);
  const { salt, info, bits } = by;
  return subtle.deriveBits({ name: 'HKDF', hash: 'SHA-256', salt, info }, key, bits);
}

const bytesOf = (base64: string): Uint8Array<ArrayBuffer> =>
  Uint8Array.from(atob(base64), (char) => char.charCodeAt(0));

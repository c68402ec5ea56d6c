import {
  createCipheriv,
  createDecipheriv,
  createPrivateKey,
  createPublicKey,
  diffieHellman,
  generateKeyPairSync,
  hkdfSync,
} from 'node:crypto';

/** A pair of keys: with the public one anybody can seal, with the private one alone what is sealed is opened. */
export interface KeyPair {
  readonly publicKey: Buffer;
  readonly privateKey: Buffer;
}

/** What a sealed file begins with. */
export const BOX_MARK = Buffer.from('FOYERBOX1\n');
const KEY_BYTES = 32;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
/** What stands before the 32 bytes of a key in its usual wrapping (RFC 8410). */
const PUBLIC_HEAD = Buffer.from('302a300506032b656e032100', 'hex');
const PRIVATE_HEAD = Buffer.from('302e020100300506032b656e04220420', 'hex');

/** Makes a new pair. */
export function newKeyPair(): KeyPair {
  const { publicKey, privateKey } = generateKeyPairSync('x25519', {
    publicKeyEncoding: { format: 'der', type: 'spki' },
    privateKeyEncoding: { format: 'der', type: 'pkcs8' },
  });
  return { publicKey: publicKey.subarray(-KEY_BYTES), privateKey: privateKey.subarray(-KEY_BYTES) };
}

/** Gives the public key that belongs to a private one. */
export function publicKeyOf(privateKey: Buffer): Buffer {
  const der = createPublicKey(toPrivate(privateKey)).export({ format: 'der', type: 'spki' });
  return der.subarray(-KEY_BYTES);
}

/** Seals bytes so that only the owner of the private key opens them: X25519, HKDF-SHA-256, AES-256-GCM. */
export function seal(publicKey: Buffer, plain: Uint8Array): Buffer {
  const once = newKeyPair();
  const { key, nonce } = derive(once.privateKey, publicKey, once.publicKey, publicKey);
  once.privateKey.fill(0);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  const body = Buffer.concat([cipher.update(plain), cipher.final()]);
  key.fill(0);
  return Buffer.concat([BOX_MARK, once.publicKey, body, cipher.getAuthTag()]);
}

export const isSealed = (bytes: Uint8Array): boolean =>
  Buffer.compare(bytes.subarray(0, BOX_MARK.length), BOX_MARK) === 0;

/** Opens what was sealed; undefined where it is another's, was changed, or is no such thing. Never throws. */
export function openBox({ publicKey, privateKey }: KeyPair, box: Uint8Array): Buffer | undefined {
  const bytes = Buffer.from(box.buffer, box.byteOffset, box.length);
  if (!isSealed(bytes) || bytes.length < BOX_MARK.length + KEY_BYTES + TAG_BYTES) return undefined;
  const once = bytes.subarray(BOX_MARK.length, BOX_MARK.length + KEY_BYTES);
  try {
    const { key, nonce } = derive(privateKey, once, once, publicKey);
    const decipher = createDecipheriv('aes-256-gcm', key, nonce);
    decipher.setAuthTag(bytes.subarray(-TAG_BYTES));
    const body = bytes.subarray(BOX_MARK.length + KEY_BYTES, -TAG_BYTES);
    const plain = Buffer.concat([decipher.update(body), decipher.final()]);
    key.fill(0);
    return plain;
  } catch {
    return undefined;
  }
}

/** Key and nonce of one box; its own key pair is used once, so neither comes twice. */
function derive(privateKey: Buffer, publicKey: Buffer, once: Buffer, owner: Buffer) {
  const shared = diffieHellman({ privateKey: toPrivate(privateKey), publicKey: toPublic(publicKey) });
  const salt = Buffer.concat([once, owner]);
  const bytes = Buffer.from(hkdfSync('sha256', shared, salt, 'foyer box 1', KEY_BYTES + NONCE_BYTES));
  shared.fill(0);
  return { key: bytes.subarray(0, KEY_BYTES), nonce: bytes.subarray(KEY_BYTES) };
}

const toPublic = (raw: Buffer) =>
  createPublicKey({ key: Buffer.concat([PUBLIC_HEAD, raw]), format: 'der', type: 'spki' });
const toPrivate = (raw: Buffer) =>
  createPrivateKey({ key: Buffer.concat([PRIVATE_HEAD, raw]), format: 'der', type: 'pkcs8' });

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import * as z from 'zod/mini';
import { publicKeyOf, type KeyPair } from './box';

const base64 = (bytes: number) =>
  z.string().check(z.refine((text) => Buffer.from(text, 'base64').length === bytes, `not ${bytes} bytes`));

const costSchema = z.object({
  memoryKiB: z.number().check(z.int(), z.minimum(8), z.maximum(2 ** 21)),
  passes: z.number().check(z.int(), z.minimum(1), z.maximum(64)),
  lanes: z.number().check(z.int(), z.minimum(1), z.maximum(16)),
});

/** What one guess of the passphrase costs, by argon2id. */
export type Cost = Readonly<z.infer<typeof costSchema>>;

/** More than OWASP asks for at least (19 MiB, 2 passes), so that it holds for some years. */
export const COST: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

export const lockFileSchema = z.object({
  version: z.literal(1),
  kdf: z.extend(costSchema, { name: z.literal('argon2id'), salt: base64(16) }),
  /** What is sealed is sealed with it. */
  publicKey: base64(32),
  nonce: base64(12),
  /** The private key, wrapped by what is derived from the passphrase. */
  wrapped: base64(32 + 16),
});

/** What is in the file of the lock. */
export type LockFile = Readonly<z.infer<typeof lockFileSchema>>;

/** Gives 32 bytes made of a passphrase, by argon2id; slow by intention, and done elsewhere. */
export type Derive = (passphrase: string, salt: Uint8Array, cost: Cost) => Promise<Buffer>;

/** The same letters, however the keyboard puts them together. */
const normalize = (passphrase: string): string => passphrase.normalize('NFKC');

/** Wraps the private key by a passphrase. */
export async function wrapKey(
  keys: KeyPair,
  passphrase: string,
  derive: Derive,
  cost = COST,
): Promise<LockFile> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = {
    version: 1,
    kdf: { name: 'argon2id', ...cost, salt: salt.toString('base64') },
    publicKey: keys.publicKey.toString('base64'),
  } as const;
  const key = await derive(normalize(passphrase), salt, cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(toBound(head));
  const body = Buffer.concat([cipher.update(keys.privateKey), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { ...head, nonce: nonce.toString('base64'), wrapped: body.toString('base64') };
}

/** Gives the keys; undefined where the passphrase is another, or the file was changed. Rejects where deriving fails. */
export async function unwrapKey(
  file: LockFile,
  passphrase: string,
  derive: Derive,
): Promise<KeyPair | undefined> {
  const { name: _name, salt, ...cost } = file.kdf;
  const key = await derive(normalize(passphrase), Buffer.from(salt, 'base64'), cost);
  try {
    const body = Buffer.from(file.wrapped, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(file.nonce, 'base64'));
    decipher.setAAD(toBound(file));
    decipher.setAuthTag(body.subarray(-16));
    const privateKey = Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]);
    // Sealing for another's key would be telling them.
    return { privateKey, publicKey: publicKeyOf(privateKey) };
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}

/** What is bound to the wrapped key, so that none of it can be changed without being noticed. */
const toBound = ({ version, kdf, publicKey }: Pick<LockFile, 'version' | 'kdf' | 'publicKey'>): Buffer =>
  Buffer.from(JSON.stringify([version, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt, publicKey]));

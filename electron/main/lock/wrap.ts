import * as z from 'zod/mini';
import { publicKeyOf, type KeyPair } from './box';
import { COST, kdfParts, openByPassphrase, sealByPassphrase, type Derive } from './by-passphrase';

const base64 = (bytes: number) =>
  z.string().check(z.refine((text) => Buffer.from(text, 'base64').length === bytes, `not ${bytes} bytes`));

const costSchema = z.object({
  memoryKiB: z.number().check(z.int(), z.minimum(8), z.maximum(2 ** 21)),
  passes: z.number().check(z.int(), z.minimum(1), z.maximum(64)),
  lanes: z.number().check(z.int(), z.minimum(1), z.maximum(16)),
});

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

/** Wraps the private key by a passphrase. */
export async function wrapKey(
  keys: KeyPair,
  passphrase: string,
  derive: Derive,
  cost = COST,
): Promise<LockFile> {
  const version = 1;
  const publicKey = keys.publicKey.toString('base64');
  const { kdf, nonce, body } = await sealByPassphrase(keys.privateKey, { passphrase, derive, cost }, (one) =>
    toBound({ version, kdf: one, publicKey }),
  );
  return { version, kdf, publicKey, nonce, wrapped: body };
}

/** Gives the keys; undefined where the passphrase is another, or the file was changed. Rejects where deriving fails. */
export async function unwrapKey(
  file: LockFile,
  passphrase: string,
  derive: Derive,
): Promise<KeyPair | undefined> {
  const sealed = { ...file, body: file.wrapped };
  const privateKey = await openByPassphrase(sealed, { passphrase, derive }, toBound(file));
  // Sealing for another's key would be telling them.
  return privateKey && { privateKey, publicKey: publicKeyOf(privateKey) };
}

/** What is bound to the wrapped key. */
const toBound = ({ version, kdf, publicKey }: Pick<LockFile, 'version' | 'kdf' | 'publicKey'>) => [
  version,
  ...kdfParts(kdf),
  publicKey,
];

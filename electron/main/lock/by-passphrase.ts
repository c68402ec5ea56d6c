import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';

const TAG_BYTES = 16;

/** What one guess of the passphrase costs, by argon2id. */
export interface Cost {
  readonly memoryKiB: number;
  readonly passes: number;
  readonly lanes: number;
}

/** More than OWASP asks for at least (19 MiB, 2 passes), so that it holds for some years. */
export const COST: Cost = { memoryKiB: 64 * 1024, passes: 3, lanes: 1 };

/** How the key is made of the passphrase, as it stands beside what is sealed; `salt` in base64. */
export interface Kdf extends Cost {
  readonly name: 'argon2id';
  readonly salt: string;
}

/** Gives 32 bytes made of a passphrase, by argon2id; slow by intention, and done elsewhere. */
export type Derive = (passphrase: string, salt: Uint8Array, cost: Cost) => Promise<Buffer>;

/** What is sealed by a passphrase, in base64; the body ends with its tag. */
export interface SealedByPassphrase {
  readonly kdf: Kdf;
  readonly nonce: string;
  readonly body: string;
}

/** Whose passphrase it is, and who makes keys of it. */
export interface Sealing {
  readonly passphrase: string;
  readonly derive: Derive;
  readonly cost?: Cost | undefined;
}

/** The same letters, however the keyboard puts them together. */
const normalize = (passphrase: string): string => passphrase.normalize('NFKC');

/** Seals by argon2id and AES-256-GCM. What `toBound` gives of the way the key is made cannot be changed without being noticed. */
export async function sealByPassphrase(
  plain: Uint8Array,
  { passphrase, derive, cost = COST }: Sealing,
  toBound: (kdf: Kdf) => readonly unknown[],
): Promise<SealedByPassphrase> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const kdf = { name: 'argon2id', ...cost, salt: salt.toString('base64') } as const;
  const key = await derive(normalize(passphrase), salt, cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(toBytes(toBound(kdf)));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { kdf, nonce: nonce.toString('base64'), body: body.toString('base64') };
}

/** Gives what was sealed; undefined where the passphrase is another, or anything was changed. Rejects where deriving fails. */
export async function openByPassphrase(
  sealed: SealedByPassphrase,
  { passphrase, derive }: Sealing,
  bound: readonly unknown[],
): Promise<Buffer | undefined> {
  const { name: _name, salt, ...cost } = sealed.kdf;
  const key = await derive(normalize(passphrase), Buffer.from(salt, 'base64'), cost);
  try {
    const body = Buffer.from(sealed.body, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(sealed.nonce, 'base64'));
    decipher.setAAD(toBytes(bound));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}

/** The parts of it, in the order in which they are bound. */
export const kdfParts = ({ name, memoryKiB, passes, lanes, salt }: Kdf): readonly unknown[] => [
  name,
  memoryKiB,
  passes,
  lanes,
  salt,
];

const toBytes = (bound: readonly unknown[]): Buffer => Buffer.from(JSON.stringify(bound));

import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import { BACKUP_VERSION, type SealedBackup } from '../../core/model/backup';
import { COST, type Derive } from '../lock/wrap';

const TAG_BYTES = 16;
/** Most that a pressed body may hold, in bytes. */
const CONTENT_BYTES_MAX = 300_000_000;

/** The same letters, however the keyboard puts them together. */
const normalize = (passphrase: string): string => passphrase.normalize('NFKC');

/** What is in a backup. */
export interface BackupContent {
  readonly kept: unknown;
  readonly inbox?: unknown;
}

/** Presses what is kept and seals it by a passphrase: argon2id, AES-256-GCM. What stands open in the file is bound to it. */
export async function sealBackup(
  content: BackupContent,
  passphrase: string,
  madeAtMs: number,
  derive: Derive,
  cost = COST,
): Promise<SealedBackup> {
  const salt = randomBytes(16);
  const nonce = randomBytes(12);
  const head = {
    kind: 'foyer-backup',
    version: BACKUP_VERSION,
    madeAtMs,
    kdf: { name: 'argon2id', ...cost, salt: salt.toString('base64') },
  } as const;
  const key = await derive(normalize(passphrase), salt, cost);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(toBound(head));
  const plain = gzipSync(JSON.stringify(content));
  const body = Buffer.concat([cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  key.fill(0);
  return { ...head, nonce: nonce.toString('base64'), body: body.toString('base64') };
}

/** Gives what was sealed; undefined where the passphrase is another, or the file was changed. Rejects where deriving fails. */
export async function openBackup(
  backup: SealedBackup,
  passphrase: string,
  derive: Derive,
): Promise<BackupContent | undefined> {
  const { name: _name, salt, ...cost } = backup.kdf;
  const key = await derive(normalize(passphrase), Buffer.from(salt, 'base64'), cost);
  try {
    const body = Buffer.from(backup.body, 'base64');
    const decipher = createDecipheriv('aes-256-gcm', key, Buffer.from(backup.nonce, 'base64'));
    decipher.setAAD(toBound(backup));
    decipher.setAuthTag(body.subarray(-TAG_BYTES));
    const plain = Buffer.concat([decipher.update(body.subarray(0, -TAG_BYTES)), decipher.final()]);
    const text = gunzipSync(plain, { maxOutputLength: CONTENT_BYTES_MAX }).toString('utf8');
    return JSON.parse(text) as BackupContent;
  } catch {
    return undefined;
  } finally {
    key.fill(0);
  }
}

/** What is bound to the body, so that none of it can be changed without being noticed. */
const toBound = ({ kind, version, madeAtMs, kdf }: Omit<SealedBackup, 'nonce' | 'body'>): Buffer =>
  Buffer.from(
    JSON.stringify([kind, version, madeAtMs, kdf.name, kdf.memoryKiB, kdf.passes, kdf.lanes, kdf.salt]),
  );

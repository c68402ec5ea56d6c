import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import type { SealedBackup } from '../../core/model/backup';
import { fromJson } from '../../core/model/from-json';
import { safeParse } from '../../core/model/safe-parse';
import { COST, kdfParts, openByPassphrase, sealByPassphrase, type Derive } from '../lock/by-passphrase';
import { backupHead, type BackupContent } from './backup-text';

/** Most that a pressed body may hold, in bytes. */
const CONTENT_BYTES_MAX = 300_000_000;

const contentSchema = z.object({ kept: z.unknown(), inbox: z.optional(z.unknown()) });

/** Presses what is kept and seals it by a passphrase. What stands open in the file is bound to it. */
export async function sealBackup(
  content: BackupContent,
  passphrase: string,
  madeAtMs: number,
  derive: Derive,
  cost = COST,
): Promise<SealedBackup> {
  const head = backupHead(madeAtMs);
  const plain = gzipSync(JSON.stringify(content));
  const sealed = await sealByPassphrase(plain, { passphrase, derive, cost }, (kdf) =>
    toBound({ ...head, kdf }),
  );
  return { ...head, ...sealed };
}

/** Gives what was sealed; undefined where the passphrase is another, or the file was changed. Rejects where deriving fails. */
export async function openBackup(
  backup: SealedBackup,
  passphrase: string,
  derive: Derive,
): Promise<BackupContent | undefined> {
  const plain = await openByPassphrase(backup, { passphrase, derive }, toBound(backup));
  if (plain === undefined) return undefined;
  try {
    const text = gunzipSync(plain, { maxOutputLength: CONTENT_BYTES_MAX }).toString('utf8');
    const content = safeParse(contentSchema, fromJson(text));
    return content.success ? content.data : undefined;
  } catch {
    return undefined;
  }
}

/** What is bound to the body. */
const toBound = ({ kind, version, madeAtMs, kdf }: Omit<SealedBackup, 'nonce' | 'body'>) => [
  kind,
  version,
  madeAtMs,
  ...kdfParts(kdf),
];

import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import * as z from 'zod/mini';
import type { InboxProblem, InboxSeal } from '../../core/model/inbox';
import { plainCodec, type FileCodec } from '../lock/vault';
import { sealOrNot, type SealPort } from '../seal-port';
import { isNotFound } from '../store/disk-error';
import { setAside } from '../store/set-aside';
import { writeWhole } from '../store/write-whole';
import { toProblem } from './engine/problem';

export const KEY_FILE = 'inbox.key';
const KEY_BYTES = 32;

/** The key of the file. `isNew`: what was written before, if anything, had another. */
export type InboxKey =
  | { readonly kind: 'good'; readonly key: string; readonly seal: InboxSeal; readonly isNew: boolean }
  | { readonly kind: 'refused'; readonly problem: InboxProblem };

const keySchema = z.string().check(z.regex(/^[0-9a-f]{64}$/));
const fileSchema = z.union([
  z.object({ version: z.literal(1), sealed: z.string() }),
  z.object({ version: z.literal(1), key: keySchema }),
]);

/**
 * Gives the key that the folder has, or makes one. It is sealed where that is possible, from then on also a key that
 * was not; one that cannot be read any more is set aside. The file is on the disk before the key is used.
 */
export function openInboxKey(
  folder: string,
  port: SealPort,
  nowMs: number,
  codec: FileCodec = plainCodec,
): InboxKey {
  try {
    const found = read(folder, port, codec);
    if (found.kind === 'good') {
      const isSealed =
        found.isSealed ||
        (port.canSeal() && write(folder, found.key, port, codec) === 'sealed') ||
        codec.seals();
      return {
        kind: 'good',
        key: found.key,
        seal: { kind: isSealed ? 'sealed' : 'key-in-file' },
        isNew: false,
      };
    }
    if (found.kind === 'unreadable') setAside(folder, KEY_FILE, { kind: 'broken' }, nowMs);
    const key = randomBytes(KEY_BYTES).toString('hex');
    return { kind: 'good', key, seal: { kind: write(folder, key, port, codec) }, isNew: true };
  } catch (error) {
    return { kind: 'refused', problem: toProblem(error) ?? 'refused' };
  }
}

type Found =
  | { readonly kind: 'missing' | 'unreadable' }
  | { readonly kind: 'good'; readonly key: string; readonly isSealed: boolean };

function read(folder: string, port: SealPort, codec: FileCodec): Found {
  let kept: Uint8Array;
  try {
    kept = readFileSync(join(folder, KEY_FILE));
  } catch (error) {
    if (isNotFound(error)) return { kind: 'missing' };
    throw error;
  }
  try {
    const file = z.parse(fileSchema, JSON.parse(Buffer.from(codec.unwrap(kept) ?? []).toString('utf8')));
    return 'key' in file
      ? { kind: 'good', key: file.key, isSealed: false }
      : {
          kind: 'good',
          key: z.parse(keySchema, port.unseal(Buffer.from(file.sealed, 'base64'))),
          isSealed: true,
        };
  } catch {
    return { kind: 'unreadable' };
  }
}

/** Replaces the file whole; gives how the key is kept in it. */
function write(folder: string, key: string, port: SealPort, codec: FileCodec): InboxSeal['kind'] {
  const sealed = sealOrNot(key, port);
  const file = sealed === undefined ? { version: 1, key } : { version: 1, sealed };
  writeWhole(join(folder, KEY_FILE), codec.wrap(Buffer.from(`${JSON.stringify(file)}\n`)));
  return sealed === undefined && !codec.seals() ? 'key-in-file' : 'sealed';
}

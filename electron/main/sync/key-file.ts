import * as z from 'zod/mini';
import { fromJson } from '../../core/model/from-json';
import { safeParse } from '../../core/model/safe-parse';
import {
  COST,
  kdfParts,
  openByPassphrase,
  sealByPassphrase,
  type Derive,
  type Kdf,
} from '../lock/by-passphrase';
import { SYNC_KEY_BYTES } from './sealed-file';

const VERSION = 1;

const base64 = z.string().check(z.maxLength(200), z.regex(/^[A-Za-z0-9+/]+={0,2}$/));
const whole = (min: number, max: number) => z.number().check(z.int(), z.minimum(min), z.maximum(max));

const headSchema = z.object({ kind: z.literal('foyer-sync-key'), version: z.number() });
const fileSchema = z.extend(headSchema, {
  version: z.literal(VERSION),
  /** Nobody vouches for it before it is opened: it may ask for little more than Foyer itself does. */
  kdf: z.object({
    name: z.literal('argon2id'),
    memoryKiB: whole(8, COST.memoryKiB * 2),
    passes: whole(1, COST.passes * 2),
    lanes: whole(1, COST.lanes * 2),
    salt: base64,
  }),
  nonce: base64,
  body: base64,
});

/** What a file with a key comes to. */
export type OpenedKey =
  | { readonly kind: 'good'; readonly key: Buffer }
  | { readonly kind: 'wrong' | 'torn' | 'newer' };

/** Wraps the key of the place by a passphrase; gives the text of the file. Rejects where deriving fails. */
export async function wrapSyncKey(
  key: Buffer,
  passphrase: string,
  derive: Derive,
  cost = COST,
): Promise<string> {
  const sealed = await sealByPassphrase(key, { passphrase, derive, cost }, toBound);
  return `${JSON.stringify({ kind: 'foyer-sync-key', version: VERSION, ...sealed }, undefined, 1)}\n`;
}

/** Gives the key. Rejects where deriving fails. */
export async function unwrapSyncKey(text: string, passphrase: string, derive: Derive): Promise<OpenedKey> {
  const value = fromJson(text);
  const head = safeParse(headSchema, value);
  if (head.success && head.data.version > VERSION) return { kind: 'newer' };
  const file = safeParse(fileSchema, value);
  if (!file.success) return { kind: 'torn' };
  const key = await openByPassphrase(file.data, { passphrase, derive }, toBound(file.data.kdf));
  return key?.length === SYNC_KEY_BYTES ? { kind: 'good', key } : { kind: 'wrong' };
}

const toBound = (kdf: Kdf): readonly unknown[] => ['foyer-sync-key', VERSION, ...kdfParts(kdf)];

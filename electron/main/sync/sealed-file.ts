import { createCipheriv, createDecipheriv, createHash, randomBytes } from 'node:crypto';
import { gunzipSync, gzipSync } from 'node:zlib';
import * as z from 'zod/mini';
import { fromJson } from '../../core/model/from-json';
import { safeParse } from '../../core/model/safe-parse';
import { toMachineName, type AsideWhy } from '../../core/model/sync';

const MARK = Buffer.from('FOYERSYNC');
const VERSION = 1;
/** How long the key of a place is. */
export const SYNC_KEY_BYTES = 32;
const KEY_ID_BYTES = 8;
const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const HEAD_BYTES = MARK.length + 1 + KEY_ID_BYTES;
/** Most that a pressed body may hold, in bytes. */
const CONTENT_BYTES_MAX = 100_000_000;

/** What a file tells. */
export interface FileContent {
  /** What its machine is called. */
  readonly machineName: string;
  readonly update: Uint8Array;
}

export type OpenedFile =
  | { readonly kind: 'good'; readonly content: FileContent }
  | { readonly kind: 'aside'; readonly why: AsideWhy };

const contentSchema = z.object({
  machineName: z.string(),
  update: z.string().check(z.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
});

/** Presses a file's content and seals it under its name: another's content, or its own of another time, is nothing under it. */
export function sealFile({ machineName, update }: FileContent, name: string, key: Buffer): Buffer {
  const head = Buffer.concat([MARK, Buffer.of(VERSION), keyIdOf(key)]);
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv('aes-256-gcm', key, nonce);
  cipher.setAAD(toBound(head, name));
  const plain = gzipSync(JSON.stringify({ machineName, update: Buffer.from(update).toString('base64') }));
  return Buffer.concat([head, nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
}

/** Opens a file, or says why it is set aside. Never throws. */
export function openFile(bytes: Uint8Array, name: string, key: Buffer): OpenedFile {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const mark = file.subarray(0, MARK.length);
  // What is not yet all there may be nothing, or zeros.
  if (!mark.equals(MARK.subarray(0, mark.length)) && mark.some((byte) => byte !== 0)) return aside('foreign');
  if (file.length < HEAD_BYTES + NONCE_BYTES + TAG_BYTES || !mark.equals(MARK)) return aside('torn');
  if ((file[MARK.length] ?? 0) > VERSION) return aside('newer');
  const head = file.subarray(0, HEAD_BYTES);
  if (!head.subarray(-KEY_ID_BYTES).equals(keyIdOf(key))) return aside('other-key');
  const plain = decrypt(file, head, name, key);
  return plain === undefined ? aside('torn') : readContent(plain);
}

/** Reads what was sealed. Never throws. */
export function readContent(plain: string): OpenedFile {
  const read = safeParse(contentSchema, fromJson(plain));
  if (!read.success) return aside('newer');
  const { machineName, update } = read.data;
  return {
    kind: 'good',
    content: { machineName: toMachineName(machineName) ?? '', update: Buffer.from(update, 'base64') },
  };
}

function decrypt(file: Buffer, head: Buffer, name: string, key: Buffer): string | undefined {
  try {
    const bodyAt = HEAD_BYTES + NONCE_BYTES;
    const decipher = createDecipheriv('aes-256-gcm', key, file.subarray(HEAD_BYTES, bodyAt));
    decipher.setAAD(toBound(head, name));
    decipher.setAuthTag(file.subarray(-TAG_BYTES));
    const pressed = Buffer.concat([decipher.update(file.subarray(bodyAt, -TAG_BYTES)), decipher.final()]);
    return gunzipSync(pressed, { maxOutputLength: CONTENT_BYTES_MAX }).toString('utf8');
  } catch {
    return undefined;
  }
}

const aside = (why: AsideWhy): OpenedFile => ({ kind: 'aside', why });
const toBound = (head: Buffer, name: string): Buffer => Buffer.concat([head, Buffer.from(name)]);
const keyIdOf = (key: Buffer): Buffer =>
  createHash('sha256').update('foyer sync key id').update(key).digest().subarray(0, KEY_ID_BYTES);

import type { PlaceProblem } from '../../core/model/sync';
import type { Derive } from '../lock/by-passphrase';
import { isUpdate } from './document';
import { readName } from './file-names';
import { unwrapSyncKey } from './key-file';
import { answered, type FoundFile, type PlaceAnswer, type SyncPlace } from './place';
import { openFile } from './sealed-file';

/** Most keys that are tried; each takes most of a second. */
const KEYS_MAX = 10;
/** A file with a key is far smaller. */
const KEY_BYTES_MAX = 10_000;

/** What opening the place by its passphrase comes to. */
export type OpenedPlace =
  | { readonly kind: 'open'; readonly key: Buffer }
  /** Nobody began there. */
  | { readonly kind: 'new' }
  | { readonly kind: 'failed'; readonly reason: PlaceProblem | 'wrong' | 'newer' };

/** Tries the passphrase on the keys that are there, each machine's copy of the one there should be. */
export async function openPlace(
  place: Pick<SyncPlace, 'list' | 'read'>,
  passphrase: string,
  derive: Derive,
): Promise<OpenedPlace> {
  const listed = await place.list();
  if (!listed.ok) return { kind: 'failed', reason: listed.reason };
  const keys = listed.value.filter(({ name }) => readName(name)?.kind === 'key');
  const seen = { isNewer: false, tried: 0 };
  for (const { name, sizeBytes } of keys) {
    if (sizeBytes > KEY_BYTES_MAX) continue;
    const bytes = await place.read(name);
    if (!bytes.ok) return { kind: 'failed', reason: bytes.reason };
    const text = Buffer.from(bytes.value ?? []).toString('utf8');
    const opened = await unwrapSyncKey(text, passphrase, derive);
    if (opened.kind === 'good') return { kind: 'open', key: opened.key };
    seen.isNewer ||= opened.kind === 'newer';
    // What is no key costs nothing, and counts for nothing.
    if (opened.kind === 'wrong') seen.tried += 1;
    if (seen.tried >= KEYS_MAX) break;
  }
  if (keys.length === 0 && !hasFiles(listed.value)) return { kind: 'new' };
  return { kind: 'failed', reason: seen.isNewer ? 'newer' : 'wrong' };
}

/** True where somebody has begun. */
export const hasFiles = (listed: readonly FoundFile[]): boolean =>
  listed.some(({ name }) => {
    const kind = readName(name)?.kind;
    return kind === 'key' || kind === 'update';
  });

/** Gives what all files tell that can be opened; none of it where the place fails: who joins would double the rest. */
export async function readUpdates(
  place: Pick<SyncPlace, 'list' | 'read'>,
  key: Buffer,
): Promise<PlaceAnswer<readonly Uint8Array[]>> {
  const listed = await place.list();
  if (!listed.ok) return listed;
  const updates: Uint8Array[] = [];
  for (const { name } of listed.value) {
    if (readName(name)?.kind !== 'update') continue;
    const bytes = await place.read(name);
    if (!bytes.ok) return bytes;
    if (bytes.value === undefined) continue;
    const opened = openFile(bytes.value, name, key);
    if (opened.kind === 'good' && isUpdate(opened.content.update)) updates.push(opened.content.update);
  }
  return answered(updates);
}

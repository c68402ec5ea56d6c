import * as Y from 'yjs';
import type { MadeEdit } from '../../core/sync/diff-made';
import type { Made, Thing } from '../../core/sync/made';
import { writeEdit } from './document-edits';
import { toThing, watchParts, type DocumentParts } from './document-parts';

/** All that the machines agreed on, and how it came to be: what is merged. */
export interface SyncDocument {
  /** What did not change is the same object as before. */
  readonly made: () => Made;
  /** Writes in what was done here; gives what tells the others, or undefined where that is nothing. */
  readonly edit: (edits: readonly MadeEdit[]) => Uint8Array | undefined;
  /** Takes in what others did and `isUpdate` says is that, in any order and as often as it comes. */
  readonly apply: (updates: readonly Uint8Array[]) => void;
  /** All of it, perhaps with some that is over. */
  readonly encode: () => Uint8Array;
  /** All of it, and no more; takes a tenth of a second at a thousand things. */
  readonly pack: () => Uint8Array;
}

/** What is over may make it so much larger than it has to be, in bytes, and twice as large beside. */
const OVER_BYTES_MAX = 50_000;

interface Opened {
  readonly doc: Y.Doc;
  readonly parts: DocumentParts;
  readonly things: Map<string, Thing | undefined>;
}

/** Another writer each time: Yjs must never see two things done under one number. */
function open(encoded: Uint8Array | undefined): Opened {
  const doc = new Y.Doc();
  if (encoded !== undefined) Y.applyUpdate(doc, encoded);
  return { doc, parts: watchParts(doc), things: new Map() };
}

/**
 * Creates the document on Yjs (ADR 17). Each thing is a map of its own at the top, each list and each text a type of its
 * own, so that two machines that make the same thing while apart make one. Rules E44 to E46 of `docs/spec/sync.md`.
 */
export function createSyncDocument(machineId: string, encoded?: Uint8Array): SyncDocument {
  const opened = open(encoded);
  const whole = encoded ?? Y.encodeStateAsUpdate(opened.doc);
  const now: { opened: Opened; whole: Uint8Array; since: Uint8Array[]; bytesMax: number } = {
    opened,
    whole,
    since: [],
    bytesMax: whole.length * 2 + OVER_BYTES_MAX,
  };
  const put = (bytes: Uint8Array): Uint8Array => {
    now.whole = bytes;
    now.since = [];
    return bytes;
  };
  const pack = (): Uint8Array => {
    const packed = put(Y.encodeStateAsUpdate(now.opened.doc));
    now.bytesMax = packed.length * 2 + OVER_BYTES_MAX;
    return packed;
  };
  // To put together what there is takes a tenth of what it takes Yjs to write all anew.
  const encode = (): Uint8Array => {
    if (now.since.length > 0) put(Y.mergeUpdates([now.whole, ...now.since]));
    return now.whole.length > now.bytesMax ? pack() : now.whole;
  };
  return {
    made: () => {
      const { parts, things } = now.opened;
      const all = parts.all();
      for (const key of parts.takeChanged()) {
        const it = all.get(key);
        things.set(key, it && toThing(key, it));
      }
      return new Map(
        [...all.keys()].flatMap((key) => {
          const thing = things.get(key);
          return thing === undefined ? [] : [[key, thing] as const];
        }),
      );
    },
    edit: (edits) => {
      const { doc, parts } = now.opened;
      const there = parts.all();
      const updates: Uint8Array[] = [];
      const heard = (update: Uint8Array): void => void updates.push(update);
      doc.on('update', heard);
      doc.transact(() => {
        for (const edit of edits) writeEdit(doc, machineId, edit, there.get(edit.key));
      });
      doc.off('update', heard);
      now.since.push(...updates);
      return updates.length === 0 ? undefined : Y.mergeUpdates(updates);
    },
    apply: (updates) => {
      for (const update of updates) {
        try {
          Y.applyUpdate(now.opened.doc, update);
          // What waits for others that did not come yet is in it as well.
          now.since.push(update);
        } catch {
          // Half of one is not to be in it.
          now.opened = open(encode());
        }
      }
    },
    encode,
    pack,
  };
}

/** True for what whoever knows nothing yet can take in, and put together with others: Yjs sees to these one by one. */
export function isUpdate(bytes: Uint8Array): boolean {
  try {
    const { structs, ds } = Y.decodeUpdate(bytes);
    const isSound =
      structs.every(({ length }) => length > 0) &&
      [...ds.clients.values()].flat().every(({ len }) => len > 0);
    // What has no length it takes, and cannot read once it wrote it itself.
    if (isSound) Y.applyUpdate(new Y.Doc(), bytes);
    return isSound;
  } catch {
    return false;
  }
}

/** Gives one that does the same as all of these. */
export const mergeUpdates = (updates: readonly Uint8Array[]): Uint8Array => Y.mergeUpdates([...updates]);

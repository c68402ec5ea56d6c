import type { PlaceProblem } from '../../core/model/sync';
import type { Stop } from '../store/app-store';

/** A file of the place. */
export interface FoundFile {
  readonly name: string;
  readonly sizeBytes: number;
  /** Another one whenever the file is another. */
  readonly stamp: string;
}

/** What came of asking the place for something. */
export type PlaceAnswer<T> =
  | { readonly ok: true; readonly value: T }
  | { readonly ok: false; readonly reason: PlaceProblem };

/** Where machines meet. Nothing of it throws. */
export interface SyncPlace {
  readonly list: () => Promise<PlaceAnswer<readonly FoundFile[]>>;
  /** Undefined: it is not there any more. */
  readonly read: (name: string) => Promise<PlaceAnswer<Uint8Array | undefined>>;
  /** Whole or not at all, as far as the place can; false: one of that name is there, and stays. */
  readonly write: (name: string, bytes: Uint8Array) => Promise<PlaceAnswer<boolean>>;
  readonly remove: (name: string) => Promise<PlaceAnswer<void>>;
  /** Calls whenever something may be other; places that tell nothing are looked into now and then. */
  readonly watch: (changed: () => void) => Stop;
  /** Longest time between two looks. */
  readonly lookEveryMs: number;
}

export const answered = <T>(value: T): PlaceAnswer<T> => ({ ok: true, value });

/** Largest file that is read, in bytes. */
export const SYNC_FILE_BYTES_MAX = 50_000_000;

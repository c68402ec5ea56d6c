/** Longest name of a machine, in UTF-16 units. */
export const MACHINE_NAME_MAX = 60;
/** Longest address of a folder on a WebDAV server. */
export const DAV_URL_MAX = 2000;

/** Where machines meet: a folder that something else carries about, or one on a WebDAV server. */
export type SyncPlaceName =
  | { readonly kind: 'folder'; readonly folder: string }
  | { readonly kind: 'webdav'; readonly url: string; readonly user: string };

/** Why the place cannot be used just now; each has its text, with what to do, under `sync.problem.`. */
export type PlaceProblem =
  /** The folder is not there: a drive that is not mounted, or it was moved. */
  'gone' | 'not-allowed' | 'full' | 'unreachable' | 'wrong-login' | 'certificate' | 'no-webdav' | 'failed';

/** Why all stands still. */
export type SyncProblem =
  | PlaceProblem
  /** What was agreed on cannot be written on this machine. */
  | 'disk'
  /** The system's key ring does not give the key any more. */
  | 'no-key';

/** Why a file is set aside; each has its text, with what to do, under `sync.aside.`. */
export type AsideWhy =
  /** Cut off or damaged; it is read once it changes. */
  | 'torn'
  /** None of Foyer's, or under another name than it was written, as copies of sync programs are. */
  | 'foreign'
  /** Of a machine that began with another passphrase. */
  | 'other-key'
  | 'newer';

export interface AsideFile {
  readonly name: string;
  readonly why: AsideWhy;
}

/** A machine that wrote into the place. */
export interface SyncMachine {
  readonly id: string;
  readonly name: string;
  readonly isThis: boolean;
  /** When it was last heard of, by the clock of this machine; null while it was not. */
  readonly heardAtMs: number | null;
}

/** How it stands with several machines. */
export type SyncStatus =
  /** `book`: what this machine remembers of the others cannot be read. */
  | { readonly kind: 'off'; readonly problem?: 'book' }
  | {
      readonly kind: 'on';
      readonly place: SyncPlaceName;
      readonly isPaused: boolean;
      readonly problem: SyncProblem | null;
      /** When this machine last wrote what was changed here, and last took over what came. */
      readonly wroteAtMs: number | null;
      readonly readAtMs: number | null;
      readonly machines: readonly SyncMachine[];
      readonly aside: readonly AsideFile[];
      /** Nothing on this machine seals the key. */
      readonly isKeyOpen: boolean;
    };

export const syncOff: SyncStatus = { kind: 'off' };

/** Gives a name fit to show: trimmed, clipped; `undefined` when nothing is left. */
export function toMachineName(text: string): string | undefined {
  const name = text
    .replaceAll(/[\s\p{Cc}\p{Cf}\p{Surrogate}]+/gu, ' ')
    .trim()
    .slice(0, MACHINE_NAME_MAX)
    .replace(/\p{Surrogate}$/u, '')
    .trim();
  return name === '' ? undefined : name;
}

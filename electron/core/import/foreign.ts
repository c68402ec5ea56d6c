import type { Level } from '../model/rule';
import type { TweakChanges } from '../model/tweaks';

/** Whose way of writing a file is: Ferdium's, which Ferdi and Franz share, or Rambox CE's, which Hamsket shares. */
export type ForeignFormat = 'ferdium' | 'rambox';

/** Something a person set for a service there that has no like here; each has its text under `moving.left.`. */
export type LeftBehind =
  | 'icon'
  | 'proxy'
  | 'proxy-password'
  | 'user-agent'
  | 'spelling'
  | 'favourites'
  | 'trust'
  | 'code'
  | 'settings';

/** Why an entry cannot be read; each has its text under `moving.refused.`. */
export type EntryRefusal = 'not-an-entry' | 'no-kind' | 'no-name' | 'no-services' | 'too-many';

/** What a person wrote for the pages of a service; `app-js` speaks to the other app and means nothing elsewhere. */
export interface ForeignCode {
  readonly kind: 'css' | 'js' | 'app-js';
  readonly text: string;
}

/** What a person set for a service there, in our words. */
export interface ForeignSettings {
  readonly isEnabled: boolean;
  readonly notifies: boolean;
  readonly hasSound: boolean;
  readonly badge: Level;
  readonly countsInTotal: boolean;
  readonly zoomPercent: number;
  readonly code: readonly ForeignCode[];
  /** How its pages are shown and reached. */
  readonly tweaks: Pick<TweakChanges, 'dark' | 'userAgent' | 'proxy'>;
  readonly left: readonly LeftBehind[];
}

/** A service as the other app has it. */
export interface ForeignService extends ForeignSettings {
  /** What it is found by when it comes again; no two in one file alike. */
  readonly key: string;
  /** What other parts of the file call it by. */
  readonly ids: readonly string[];
  /** Their kind of service, by their name for it. */
  readonly kind: string;
  readonly name: string;
  /** An address of its own; empty where it has none. */
  readonly address: string;
  /** The name of a team that makes the address; empty where there is none. */
  readonly team: string;
}

/** A named group of services as the other app has it. */
export interface ForeignWorkspace {
  readonly key: string;
  readonly name: string;
  /** Keys of services, in its order. */
  readonly services: readonly string[];
}

/** An entry that cannot be read; `name` where it says one. */
export interface RefusedEntry {
  readonly what: 'service' | 'workspace';
  readonly name: string;
  readonly reason: EntryRefusal;
}

/** All that was found in a file of another app, in its order. */
export interface ForeignData {
  readonly format: ForeignFormat;
  readonly services: readonly ForeignService[];
  readonly workspaces: readonly ForeignWorkspace[];
  readonly refused: readonly RefusedEntry[];
}

/** Why a file gives nothing; each has its text, with what to do, under `moving.failed.`. */
export type FileRefusal =
  | 'empty'
  | 'broken'
  | 'unknown'
  | 'no-services'
  | 'rules'
  | 'backup'
  | 'too-large'
  | 'unreadable'
  | 'database'
  | 'not-there';

/** What reading a file of another app comes to. */
export type ParsedForeign =
  | { readonly ok: true; readonly data: ForeignData }
  | { readonly ok: false; readonly reason: FileRefusal };

/** Most services that are read from one file. */
export const FOREIGN_SERVICES_MAX = 1000;

import { existsSync, readFileSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import type { Notice } from '../../core/model/notice';
import { upgrade, type Upgraded } from './migrations';

/** The files Foyer keeps its state in; rule K1 of `docs/spec/storage.md`. */
export const FILES = { main: 'foyer.json', backup: 'foyer.backup.json' } as const;
export type FileRole = keyof typeof FILES;

/** What the files are known to hold, each as read or written; `undefined` when missing or not to be trusted. */
export type OnDisk = { readonly [role in FileRole]: object | undefined };

/** What loading gives. `source` says which file it came from. */
export interface LoadedPersisted {
  readonly persisted: Persisted;
  readonly notices: readonly Notice[];
  readonly source: FileRole | 'empty';
  readonly onDisk: OnDisk;
}

type Read = { readonly kind: 'missing' } | (Upgraded & { readonly raw: unknown });

/**
 * Loads what was kept in a folder: the file, else its backup, else the empty state. A file that cannot be used is set
 * aside under a dated name. Never throws.
 */
export function loadPersisted(folder: string, nowMs: number): LoadedPersisted {
  const main = read(folder, 'main');
  if (main.kind === 'good') {
    return {
      persisted: main.persisted,
      notices: [],
      source: 'main',
      onDisk: { main: toRaw(main.raw), backup: undefined },
    };
  }
  const mainAside = main.kind === 'missing' ? undefined : setAside(folder, 'main', main, nowMs);
  const backup = read(folder, 'backup');
  if (backup.kind === 'good') {
    return {
      persisted: backup.persisted,
      notices: toNotices(main, mainAside, 'backup'),
      source: 'backup',
      onDisk: { main: undefined, backup: toRaw(backup.raw) },
    };
  }
  const backupAside = backup.kind === 'missing' ? undefined : setAside(folder, 'backup', backup, nowMs);
  return {
    persisted: emptyPersisted,
    notices:
      mainAside === undefined ? toNotices(backup, backupAside, 'empty') : toNotices(main, mainAside, 'empty'),
    source: 'empty',
    onDisk: { main: undefined, backup: undefined },
  };
}

function read(folder: string, role: FileRole): Read {
  const path = join(folder, FILES[role]);
  try {
    const raw: unknown = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/, ''));
    return { ...upgrade(raw), raw };
  } catch (error) {
    if (isNotFound(error)) return { kind: 'missing' };
    return { kind: 'broken', reason: String(error), raw: undefined };
  }
}

const isNotFound = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && error.code === 'ENOENT';

const toRaw = (raw: unknown): object | undefined =>
  typeof raw === 'object' && raw !== null ? raw : undefined;

/** Renames a file so that it says what is wrong and when; gives the new name, or the old one when it cannot be moved. */
function setAside(folder: string, role: FileRole, read: Read, nowMs: number): string {
  const stem = FILES[role].replace(/\.json$/, '');
  const what = read.kind === 'newer' ? `from-version-${read.version}` : 'broken';
  const when = new Date(nowMs).toISOString().slice(0, 19).replaceAll(':', '-');
  const name = freeName(folder, `${stem}.${what}-${when}`);
  try {
    renameSync(join(folder, FILES[role]), join(folder, name));
    return name;
  } catch {
    return FILES[role];
  }
}

function freeName(folder: string, stem: string, attempt = 1): string {
  const name = attempt === 1 ? `${stem}.json` : `${stem}-${attempt}.json`;
  return existsSync(join(folder, name)) ? freeName(folder, stem, attempt + 1) : name;
}

function toNotices(read: Read, setAsideAs: string | undefined, from: 'backup' | 'empty'): readonly Notice[] {
  if (setAsideAs === undefined) return [];
  return read.kind === 'newer'
    ? [{ kind: 'settings-from-newer', id: 'settings-from-newer', setAsideAs }]
    : [{ kind: 'settings-restored', id: 'settings-restored', setAsideAs, from }];
}

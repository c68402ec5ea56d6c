import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import type { Notice } from '../../core/model/notice';
import { upgrade, type Upgraded } from './migrations';
import { setAside, type SetAsideWhy } from './set-aside';

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
  const mainAside = main.kind === 'missing' ? undefined : setAside(folder, FILES.main, toWhy(main), nowMs);
  const backup = read(folder, 'backup');
  if (backup.kind === 'good') {
    return {
      persisted: backup.persisted,
      notices: toNotices(main, mainAside, 'backup'),
      source: 'backup',
      onDisk: { main: undefined, backup: toRaw(backup.raw) },
    };
  }
  const backupAside =
    backup.kind === 'missing' ? undefined : setAside(folder, FILES.backup, toWhy(backup), nowMs);
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

const toWhy = (read: Read): SetAsideWhy =>
  read.kind === 'newer' ? { kind: 'newer', version: read.version } : { kind: 'broken' };

function toNotices(read: Read, setAsideAs: string | undefined, from: 'backup' | 'empty'): readonly Notice[] {
  if (setAsideAs === undefined) return [];
  return read.kind === 'newer'
    ? [{ kind: 'settings-from-newer', id: 'settings-from-newer', setAsideAs }]
    : [{ kind: 'settings-restored', id: 'settings-restored', setAsideAs, from }];
}

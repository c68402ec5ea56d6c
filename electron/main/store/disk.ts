import { closeSync, openSync, readFileSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import type { Notice } from '../../core/model/notice';
import type { OpenPart } from '../../core/state/veil';
import { plainCodec, type FileCodec } from '../lock/vault';
import { isNotFound } from './disk-error';
import { readKeptText, type KeptText } from './kept-text';
import { upgrade, type Upgraded } from './migrations';
import { fromKeptFile, SEALED_HEAD, type KeptFile } from './sealed-kept';
import { setAside, type SetAsideWhy } from './set-aside';

/** The files Foyer keeps its state in; rule K1 of `docs/spec/storage.md`. */
export const FILES = { main: 'foyer.json', backup: 'foyer.backup.json' } as const;
export type FileRole = keyof typeof FILES;
const HEAD_BYTES = 64;

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
export function loadPersisted(folder: string, nowMs: number, codec: FileCodec = plainCodec): LoadedPersisted {
  const main = read(folder, 'main', codec);
  if (main.kind === 'good') {
    return {
      persisted: main.persisted,
      notices: [],
      source: 'main',
      onDisk: { main: toRaw(main.raw), backup: undefined },
    };
  }
  const mainAside = main.kind === 'missing' ? undefined : setAside(folder, FILES.main, toWhy(main), nowMs);
  const backup = read(folder, 'backup', codec);
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

/** What is sealed in a folder, as far as it is known without opening it; undefined where nothing is. */
export function peekSealed(folder: string): { readonly part: OpenPart | undefined } | undefined {
  const main = peek(folder, 'main');
  if (main?.part !== undefined) return main;
  const backup = peek(folder, 'backup');
  return backup?.part === undefined ? (main ?? backup) : backup;
}

function peek(folder: string, role: FileRole): Extract<KeptFile, { readonly kind: 'shut' }> | undefined {
  if (isSealed(folder, role) !== true) return undefined;
  try {
    const kept = fromKeptFile(readJson(folder, role).value, plainCodec);
    return kept.kind === 'shut' ? kept : undefined;
  } catch {
    return undefined;
  }
}

/** True where a kept file is not sealed: sealing them was cut short, or opening them was. */
export const liesOpen = (folder: string): boolean =>
  (['main', 'backup'] as const).some((role) => isSealed(folder, role) === false);

/** Undefined where there is no such file. */
function isSealed(folder: string, role: FileRole): boolean | undefined {
  try {
    return SEALED_HEAD.test(readHead(join(folder, FILES[role])));
  } catch {
    return undefined;
  }
}

/** A start without a lock is not to read the file twice. */
function readHead(path: string): string {
  const handle = openSync(path, 'r');
  try {
    const bytes = Buffer.alloc(HEAD_BYTES);
    return bytes.toString('utf8', 0, readSync(handle, bytes));
  } finally {
    closeSync(handle);
  }
}

const readJson = (folder: string, role: FileRole): KeptText =>
  readKeptText(readFileSync(join(folder, FILES[role]), 'utf8'));

function read(folder: string, role: FileRole, codec: FileCodec): Read {
  try {
    const { value: raw, isSound } = readJson(folder, role);
    const kept = fromKeptFile(raw, codec);
    const upgraded: Upgraded =
      kept.kind === 'shut' ? { kind: 'broken', reason: 'sealed for another' } : upgrade(kept.value);
    // How a later version adds up is its own affair.
    if (!isSound && upgraded.kind !== 'newer')
      return { kind: 'broken', reason: 'its sum is another', raw: undefined };
    return { ...upgraded, raw };
  } catch (error) {
    if (isNotFound(error)) return { kind: 'missing' };
    return { kind: 'broken', reason: String(error), raw: undefined };
  }
}

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

import { basename } from 'node:path';
import { compareBackup, isUnchanged } from '../../core/decide/compare-backup';
import type { FileAnswer } from '../../core/ipc/answers';
import type { backupContract, RestoreAnswer, RestoredAnswer } from '../../core/ipc/backup-contract';
import {
  parseBackup,
  toBackedUp,
  toRestored,
  type BackupRefusal,
  type SealedBackup,
} from '../../core/model/backup';
import type { InboxStep } from '../../core/model/inbox';
import { parseInboxFile, toReplay } from '../../core/model/inbox-file';
import { PASSPHRASE_MIN } from '../../core/model/lock';
import type { Persisted } from '../../core/model/persisted';
import { readInbox, replayInbox } from '../moving/inbox-copy';
import { openBackupText, sealedBackupText, type BackupContent } from '../moving/backup-text';
import { openBackup, sealBackup } from '../moving/seal-backup';
import type { Inbox } from '../inbox/inbox';
import type { Derive } from '../lock/by-passphrase';
import type { AppStore } from '../store/app-store';
import type { SyncDesk } from '../sync/desk';
import { upgrade } from '../store/migrations';
import type { UserFiles } from './policy-handlers';
import type { Handlers } from './serve-commands';

/** What backups reach outside. */
export interface BackupPort extends Pick<UserFiles, 'chooseToSave' | 'chooseToOpen' | 'write'> {
  readonly read: (
    file: string,
  ) => Promise<
    { readonly ok: true; readonly text: string } | { readonly ok: false; readonly reason: BackupRefusal }
  >;
  /** Writes what was before a restore, or a reset, to the app's own folder; undefined where that fails. */
  readonly keepCopy: (
    text: string,
    nowMs: number,
    before: 'restore' | 'reset' | 'start-anew',
  ) => Promise<string | undefined>;
  readonly derive: Derive;
}

export interface BackupHandlerDeps {
  readonly store: AppStore;
  readonly inbox: Inbox;
  readonly backups: BackupPort;
  /** What is put in place of all there is, the other machines are not to take for what the person did (E54). */
  readonly sync: () => Promise<Pick<SyncDesk, 'pause' | 'leave'>>;
  readonly nowMs: () => number;
}

/** What was chosen last: sealed still, or as it can be restored. */
type Chosen =
  | { readonly kind: 'sealed'; readonly file: string; readonly backup: SealedBackup }
  | { readonly kind: 'offered'; readonly persisted: Persisted; readonly replay: readonly InboxStep[] };

/** Gives the handlers of commands about backups. */
export function createBackupHandlers({
  store,
  backups,
  inbox,
  sync,
  nowMs,
}: BackupHandlerDeps): Pick<Handlers, keyof typeof backupContract> {
  const now: { chosen: Chosen | undefined } = { chosen: undefined };
  const offer = async (content: BackupContent, file: string, madeAtMs: number): Promise<RestoreAnswer> => {
    const upgraded = upgrade(content.kept);
    if (upgraded.kind !== 'good') return { kind: 'failed', reason: upgraded.kind };
    const came = parseInboxFile(content.inbox);
    const entries = came?.entries.length ?? 0;
    // One that fails is not to be written into.
    const isEmpty = entries > 0 && (await inbox.count({}).catch(() => 1)) === 0;
    const persisted = toBackedUp(upgraded.persisted);
    now.chosen = { kind: 'offered', persisted, replay: came === undefined || !isEmpty ? [] : toReplay(came) };
    const changes = compareBackup(toBackedUp(store.getState().persisted), persisted);
    return {
      kind: 'offer',
      file: basename(file),
      madeAtMs: madeAtMs === 0 ? null : madeAtMs,
      changes,
      isUnchanged: isUnchanged(changes) && !isEmpty,
      inboxComes: isEmpty ? entries : 0,
      inboxStays: isEmpty ? 0 : entries,
    };
  };
  return {
    'backup.save': async ({ passphrase, withInbox }): Promise<FileAnswer> => {
      if (passphrase !== null && passphrase.length < PASSPHRASE_MIN)
        return { kind: 'failed', reason: 'other' };
      const date = new Date(nowMs()).toISOString().slice(0, 10);
      const file = await backups.chooseToSave(`foyer-backup-${date}.json`);
      if (file === null) return { kind: 'cancelled' };
      const kept = toBackedUp(store.getState().persisted);
      const content: BackupContent = withInbox ? { kept, inbox: await readInbox(inbox) } : { kept };
      const madeAtMs = nowMs();
      const text =
        passphrase === null
          ? openBackupText(content, madeAtMs)
          : sealedBackupText(await sealBackup(content, passphrase, madeAtMs, backups.derive));
      const problem = await backups.write(file, text);
      return problem === undefined
        ? { kind: 'saved', file, count: kept.services.length }
        : { kind: 'failed', reason: problem };
    },
    'backup.choose': async () => {
      now.chosen = undefined;
      const file = await backups.chooseToOpen();
      if (file === null) return { kind: 'cancelled' };
      const read = await backups.read(file);
      if (!read.ok) return { kind: 'failed', reason: read.reason };
      const parsed = parseBackup(read.text);
      if (!parsed.ok) return { kind: 'failed', reason: parsed.reason };
      if (parsed.kind === 'open') return offer(parsed.backup, file, parsed.backup.madeAtMs);
      now.chosen = { kind: 'sealed', file, backup: parsed.backup };
      return { kind: 'sealed', file: basename(file), madeAtMs: parsed.backup.madeAtMs };
    },
    'backup.unseal': async ({ passphrase }) => {
      const { chosen } = now;
      if (chosen?.kind !== 'sealed') return { kind: 'cancelled' };
      const opened = await openBackup(chosen.backup, passphrase, backups.derive);
      if (opened === undefined) return { kind: 'failed', reason: 'wrong' };
      return offer(opened, chosen.file, chosen.backup.madeAtMs);
    },
    'backup.restore': async (): Promise<RestoredAnswer> => {
      const { chosen } = now;
      if (chosen?.kind !== 'offered') return { kind: 'gone' };
      const madeAtMs = nowMs();
      const before = openBackupText({ kept: toBackedUp(store.getState().persisted) }, madeAtMs);
      const copy = await backups.keepCopy(before, madeAtMs, 'restore');
      if (copy === undefined) return { kind: 'no-copy' };
      now.chosen = undefined;
      const desk = await sync();
      const isSyncPaused = await desk.pause(true);
      store.dispatch({
        kind: 'kept-restored',
        persisted: toRestored(store.getState().persisted, chosen.persisted),
      });
      if (chosen.replay.length > 0) {
        // What cannot be put in is still in the file.
        await replayInbox(inbox, chosen.replay, nowMs()).catch(() => undefined);
        store.dispatch({ kind: 'inbox-changed' });
      }
      return { kind: 'restored', copy, isSyncPaused };
    },
  };
}

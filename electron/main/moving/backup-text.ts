import { BACKUP_VERSION, type SealedBackup } from '../../core/model/backup';

/** What is in a backup; of one that was read, nobody has looked at it yet. */
export interface BackupContent {
  readonly kept: unknown;
  readonly inbox?: unknown;
}

/** What every backup says of itself. */
export const backupHead = (madeAtMs: number) =>
  ({ kind: 'foyer-backup', version: BACKUP_VERSION, madeAtMs }) as const;

/** Gives the text of a backup that anybody can read. */
export const openBackupText = ({ kept, inbox }: BackupContent, madeAtMs: number): string =>
  toText({ ...backupHead(madeAtMs), kept, inbox });

/** Gives the text of a backup that a passphrase opens. */
export const sealedBackupText = (backup: SealedBackup): string => toText(backup);

const toText = (backup: object): string => `${JSON.stringify(backup, undefined, 1)}\n`;

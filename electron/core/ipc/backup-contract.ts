import * as z from 'zod/mini';
import type { BackupChanges } from '../decide/compare-backup';
import type { BackupRefusal } from '../model/backup';
import { PASSPHRASE_MAX } from '../model/lock';
import type { FileAnswer } from './answers';
import { answer, nothing } from './command-shape';
import { text } from './inputs';

/** What a backup would change, before it does. */
export interface RestoreOffer {
  readonly kind: 'offer';
  readonly file: string;
  /** Null where the file does not say. */
  readonly madeAtMs: number | null;
  readonly changes: BackupChanges;
  readonly isUnchanged: boolean;
  /** Entries of the inbox that come; 0 where there are none, or where the inbox here is not empty. */
  readonly inboxComes: number;
  /** Entries that stay in the file, since the inbox here has some. */
  readonly inboxStays: number;
}

/** What choosing a backup, or giving its passphrase, comes to. */
export type RestoreAnswer =
  | RestoreOffer
  | { readonly kind: 'sealed'; readonly file: string; readonly madeAtMs: number }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: BackupRefusal };

/** What restoring comes to. */
export type RestoredAnswer =
  /** `copy`: where what was before lies; `isSyncPaused`: the other machines hear of it once the person goes on with them. */
  | { readonly kind: 'restored'; readonly copy: string; readonly isSyncPaused: boolean }
  /** The copy of what was could not be written, so nothing was changed. */
  | { readonly kind: 'no-copy' }
  /** What was chosen is not there any more. */
  | { readonly kind: 'gone' };

const passphrase = text(PASSPHRASE_MAX);

/** The commands of backups. */
export const backupContract = {
  /** Opens the system's file dialog. Null: anybody can read it. The answer counts services. */
  'backup.save': {
    input: z.object({ passphrase: z.nullable(passphrase), withInbox: z.boolean() }),
    ...answer<FileAnswer>(),
  },
  /** Opens the system's file dialog. */
  'backup.choose': { input: nothing, ...answer<RestoreAnswer>() },
  /** Unseals what was chosen last. */
  'backup.unseal': { input: z.object({ passphrase }), ...answer<RestoreAnswer>() },
  /** Puts what was offered last in place of what is kept. */
  'backup.restore': { input: nothing, ...answer<RestoredAnswer>() },
} as const;

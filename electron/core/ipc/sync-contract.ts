import * as z from 'zod/mini';
import type { BackupChanges } from '../decide/compare-backup';
import { PASSPHRASE_MAX } from '../model/lock';
import { DAV_URL_MAX, MACHINE_NAME_MAX, type PlaceProblem } from '../model/sync';
import { answer, nothing } from './command-shape';
import { text } from './inputs';

/** What looking into a place comes to. */
export type SyncPlaceAnswer =
  | {
      readonly kind: 'found';
      /** As it is shown: the path, or the address. */
      readonly place: string;
      /** Nobody began there yet. */
      readonly isNew: boolean;
      /** What this machine is called unless the person says otherwise. */
      readonly machineName: string;
    }
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: PlaceProblem | 'bad-address' };

/** What giving the passphrase comes to. */
export type SyncBeginAnswer =
  /** Nothing was there: this machine's things are what is there now. */
  | { readonly kind: 'begun' }
  /** What would change here, before it does. */
  | { readonly kind: 'offer'; readonly changes: BackupChanges; readonly isUnchanged: boolean }
  | {
      readonly kind: 'failed';
      readonly reason: PlaceProblem | 'wrong' | 'unfit' | 'newer' | 'not-kept' | 'gone';
    };

/** What joining comes to. */
export type SyncJoinAnswer =
  /** `copy`: where what was before lies. */
  | { readonly kind: 'joined'; readonly copy: string }
  | { readonly kind: 'failed'; readonly reason: PlaceProblem | 'no-copy' | 'not-kept' };

/** The commands of several machines. */
export const syncContract = {
  /** Opens the system's file dialog. */
  'sync.choose-folder': { input: nothing, ...answer<SyncPlaceAnswer>() },
  'sync.look-webdav': {
    input: z.object({ url: text(DAV_URL_MAX), user: text(200), password: text(PASSPHRASE_MAX) }),
    ...answer<SyncPlaceAnswer>(),
  },
  /** At the place that was looked into last. */
  'sync.begin': {
    input: z.object({ passphrase: text(PASSPHRASE_MAX), machineName: text(MACHINE_NAME_MAX * 2) }),
    ...answer<SyncBeginAnswer>(),
  },
  /** Puts together what was offered last. */
  'sync.join': { input: nothing, ...answer<SyncJoinAnswer>() },
  'sync.now': { input: nothing, ...answer<void>() },
  'sync.pause': { input: z.object({ isPaused: z.boolean() }), ...answer<void>() },
  /** What is here stays; with `removesFiles` what this machine wrote into the place goes. */
  'sync.leave': { input: z.object({ removesFiles: z.boolean() }), ...answer<void>() },
} as const;

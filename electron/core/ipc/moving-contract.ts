import * as z from 'zod/mini';
import type { FileRefusal, RefusedEntry } from '../import/foreign';
import type { PeerApp } from '../import/peer-folders';
import type { PlannedService, PlannedWorkspace } from '../import/plan-import';
import { FOREIGN_SERVICES_MAX } from '../import/foreign';
import type { Brings } from '../import/to-tweaks';
import { answer, nothing } from './command-shape';
import { text } from './inputs';

/** Another app that has a folder on this machine. */
export interface FoundApp {
  readonly app: PeerApp;
  readonly folder: string;
  /** Its services can be read there; else the person is told how to come by them. */
  readonly canBring: boolean;
}

/** A service that can come, as the shell shows it. */
export interface OfferedService extends Omit<PlannedService, 'code' | 'tweaks' | 'serviceId'> {
  /** What of its pages comes along. */
  readonly brings: readonly Brings[];
}

/** What would come, before anything is done. */
export interface ImportOffer {
  readonly kind: 'offer';
  readonly from: PeerApp;
  readonly file: string;
  readonly services: readonly OfferedService[];
  readonly workspaces: readonly Omit<PlannedWorkspace, 'workspaceId' | 'serviceIds'>[];
  readonly refused: readonly RefusedEntry[];
}

/** What looking into a file comes to. */
export type OfferAnswer =
  | ImportOffer
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: FileRefusal };

/** What came. */
export type BroughtAnswer =
  | {
      readonly kind: 'brought';
      readonly services: number;
      readonly workspaces: number;
      /** Where it is written down; null where that failed. */
      readonly report: string | null;
    }
  /** Nothing was done: what was given for these is no address. */
  | { readonly kind: 'bad-address'; readonly keys: readonly string[] }
  /** What was offered is not there any more. */
  | { readonly kind: 'gone' };

const key = text(80);

/** The commands of moving in. */
export const movingContract = {
  /** Which other apps have a folder on this machine. */
  'moving.found': { input: nothing, ...answer<readonly FoundApp[]>() },
  /** Opens the system's file dialog. */
  'moving.choose': { input: nothing, ...answer<OfferAnswer>() },
  /** Looks into the folder that is at this place of the list last found. */
  'moving.look': {
    input: z.object({ at: z.number().check(z.int(), z.minimum(0), z.maximum(100)) }),
    ...answer<OfferAnswer>(),
  },
  /** Brings over what the person chose of what was offered last. */
  'moving.bring': {
    input: z.object({
      keys: z.array(key).check(z.maxLength(FOREIGN_SERVICES_MAX)),
      addresses: z.record(key, text(4096)),
    }),
    ...answer<BroughtAnswer>(),
  },
} as const;

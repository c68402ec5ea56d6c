import type { Persisted } from '../model/persisted';
import type { Rule } from '../model/rule';
import type { Service } from '../model/service';
import type { Tweaks } from '../model/tweaks';
import type { Workspace } from '../model/workspace';
import type { SyncAction } from './sync-actions';

/** What the person brought from elsewhere, and what comes of their other machines. */
export type MovingAction =
  | SyncAction
  /** From another app. A workspace that is there is added to. */
  | {
      readonly kind: 'services-brought';
      readonly services: readonly Service[];
      readonly rules: readonly Rule[];
      readonly tweaks: readonly Tweaks[];
      readonly workspaces: readonly Workspace[];
    }
  /** Of a backup: takes the place of all that is kept. */
  | { readonly kind: 'kept-restored'; readonly persisted: Persisted };

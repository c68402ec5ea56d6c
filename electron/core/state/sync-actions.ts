import type { Persisted } from '../model/persisted';
import type { SyncStatus } from '../model/sync';

/** What comes of the person's other machines. */
export type SyncAction =
  /** What they made there was put together with what is here. */
  | { readonly kind: 'kept-merged'; readonly persisted: Persisted }
  | { readonly kind: 'sync-changed'; readonly sync: SyncStatus };

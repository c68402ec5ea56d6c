import type { RemovedProjection, ServiceProjection } from '../../../electron/core/ipc/projection';

/** What becomes of what a service stored, and of what it is signed in with, once it uses another storage. */
export interface StorageFate {
  /** Names of those that use what it stored itself: of those there, else of those that can come back. */
  readonly heirs: readonly string[];
  /** Names of those whose removal can be undone, on whom it depends what is deleted. */
  readonly undoable: readonly string[];
  /** Nobody else uses what it is signed in with, nor comes back to it. */
  readonly isLast: boolean;
}

/** Gives what the person is told before a service uses another storage. */
export function toStorageFate(
  { id, storageId, ownStorageId }: Pick<ServiceProjection, 'id' | 'storageId' | 'ownStorageId'>,
  services: readonly RemovedProjection[],
  removed: readonly RemovedProjection[],
): StorageFate {
  const others = services.filter((one) => one.id !== id);
  const isUserOf = (wanted: string) => (one: RemovedProjection) => one.storageId === wanted;
  const isBackTo = (one: RemovedProjection): boolean =>
    one.storageId === storageId || one.ownStorageId === storageId;
  const here = others.filter(isUserOf(ownStorageId));
  const gone = here.length > 0 ? [] : removed.filter(isUserOf(ownStorageId));
  const isLastHere = ownStorageId !== storageId && !others.some(isBackTo);
  const undoable = removed.filter((one) => gone.includes(one) || (isLastHere && isBackTo(one)));
  return {
    heirs: [...here, ...gone].map(({ name }) => name),
    undoable: undoable.map(({ name }) => name),
    isLast: isLastHere && !removed.some(isBackTo),
  };
}

import type { Service, ServiceId } from './service';

/** What of a service says which storage it uses. */
export type StorageUser = Pick<Service, 'id' | 'storageOf' | 'ownStorage'>;
type Member = StorageUser & Pick<Service, 'addedAtMs' | 'enabled' | 'url'>;

/** Gives the name of a service's own storage, which it uses where it signs in alone. */
export const ownStorageIdOf = ({ id, ownStorage }: StorageUser): ServiceId => ownStorage ?? id;

/** Gives the name of the storage a service uses: its own, or that which another one began. */
export const storageIdOf = (service: StorageUser): ServiceId => service.storageOf ?? ownStorageIdOf(service);

/** Gives the name of the storage that a service uses; its own where it is not there. */
export function findStorageId(services: readonly StorageUser[], serviceId: ServiceId): ServiceId {
  const service = services.find(({ id }) => id === serviceId);
  return service === undefined ? serviceId : storageIdOf(service);
}

/** Gives all that use one storage: the one that began it first, then the others, the longest there first. */
export function membersOf<T extends Member>(services: readonly T[], storageId: ServiceId): readonly T[] {
  return services
    .filter((service) => storageIdOf(service) === storageId)
    .toSorted(
      (a, b) =>
        Number(ownStorageIdOf(b) === storageId) - Number(ownStorageIdOf(a) === storageId) ||
        a.addedAtMs - b.addedAtMs ||
        (a.id < b.id ? -1 : 1),
    );
}

/** Gives who is meant by what holds for a storage as a whole; its name where nobody uses it any more. */
export const leaderOf = (services: readonly Member[], storageId: ServiceId): ServiceId =>
  membersOf(services, storageId)[0]?.id ?? storageId;

/** Gives those that sign in together with a service, itself too; itself alone where it is not there. */
export function togetherWith(services: readonly Member[], serviceId: ServiceId): readonly ServiceId[] {
  const members = membersOf(services, findStorageId(services, serviceId)).map(({ id }) => id);
  return members.includes(serviceId) ? members : [serviceId];
}

/**
 * Gives whose something is that no page of a storage did, such as a worker: of the first that is on and has its address
 * at that origin, else of the first on whose site it is, else of the first.
 */
export function ownerAt<T extends Member>(
  services: readonly T[],
  storageId: ServiceId,
  url: string,
  isOnSite: (service: T, url: string) => boolean,
): ServiceId {
  const members = membersOf(services, storageId);
  const origin = toOrigin(url);
  const own =
    members.find((one) => one.enabled && origin !== undefined && toOrigin(one.url) === origin) ??
    members.find((one) => one.enabled && origin !== undefined && isOnSite(one, url)) ??
    members[0];
  return own?.id ?? storageId;
}

const toOrigin = (url: string): string | undefined => (URL.canParse(url) ? new URL(url).origin : undefined);

/** Gives the names of all storages that are to be kept: those in use, and those that services come back to. */
export const storagesOf = (services: readonly StorageUser[]): ReadonlySet<ServiceId> =>
  new Set(services.flatMap((service) => [ownStorageIdOf(service), storageIdOf(service)]));

/** True where others use a service's own storage: alone it needs another one. */
export const isOwnStorageTaken = (services: readonly StorageUser[], service: StorageUser): boolean =>
  services.some(
    ({ id, ...one }) => id !== service.id && storageIdOf({ id, ...one }) === ownStorageIdOf(service),
  );

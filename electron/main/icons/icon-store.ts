import { mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { ServiceId } from '../../core/model/service';
import { plainCodec, type FileCodec } from '../lock/vault';

/** Keeps one PNG per service in a folder. */
export interface IconStore {
  readonly read: (serviceId: ServiceId) => Promise<Uint8Array | undefined>;
  /** Writes beside and renames, so that a picture is there whole or not at all. */
  readonly write: (serviceId: ServiceId, png: Uint8Array) => Promise<void>;
  readonly remove: (serviceId: ServiceId) => Promise<void>;
}

/** Creates the store of icons in a folder that need not exist yet; with a passphrase they are sealed like the list of services. */
export function createIconStore(folder: string, codec: FileCodec = plainCodec): IconStore {
  const fileOf = (serviceId: ServiceId): string => join(folder, `${serviceId}.png`);
  return {
    read: async (serviceId) => {
      const kept = await readFile(fileOf(serviceId)).catch(() => undefined);
      return kept === undefined ? undefined : codec.unwrap(kept);
    },
    write: async (serviceId, png) => {
      await mkdir(folder, { recursive: true, mode: 0o700 });
      const beside = `${fileOf(serviceId)}.new`;
      await writeFile(beside, codec.wrap(png), { mode: 0o600 });
      await rename(beside, fileOf(serviceId));
    },
    remove: (serviceId) => rm(fileOf(serviceId), { force: true }),
  };
}

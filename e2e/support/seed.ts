import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { aService } from '../../electron/core/fixtures.test-support';
import { emptyPersisted, type Persisted } from '../../electron/core/model/persisted';
import type { Service } from '../../electron/core/model/service';
import { FILES } from '../../electron/main/store/disk';

/** Gives a service as adding it would have saved it; `id`, `recipeId`, `name` and `url` must be given. */
export const seedService = (
  service: Pick<Service, 'id' | 'recipeId' | 'name' | 'url'> & Partial<Service>,
): Service => aService(service.id, service);

/** Writes what the app will find at its start; call before it runs. What is not given is as at a first start. */
export function writeSeed(folder: string, persisted: Partial<Persisted>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, FILES.main), JSON.stringify({ ...emptyPersisted, ...persisted }));
}

import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { writeFile } from 'atomically';
import type { ImportPlan } from '../../core/import/plan-import';
import type { Brought } from '../../core/import/carry-out';

/** The folder of reports, in the app's data folder. */
const FOLDER = 'imports';

/**
 * Writes what came over, what did not and why, with the styles and scripts there were, which have no place here. Gives
 * the file; `undefined` where it could not be written: what came is there all the same.
 */
export async function keepReport(
  folder: string,
  {
    from,
    plan,
    brought,
    nowMs,
  }: {
    readonly from: string;
    readonly plan: ImportPlan;
    readonly brought: Brought;
    readonly nowMs: number;
  },
): Promise<string | undefined> {
  const cameIds = new Set(brought.services.map(({ id }) => id));
  const at = new Date(nowMs).toISOString();
  const report = {
    kind: 'foyer-import-report',
    version: 1,
    at,
    from,
    services: plan.services.map(({ serviceId, status, name, url, left, code }) => ({
      name,
      url: url ?? brought.services.find(({ id }) => id === serviceId)?.url,
      became: cameIds.has(serviceId) ? 'came' : status === 'here' ? 'was here' : 'left out',
      serviceId,
      left,
      code,
    })),
    workspaces: brought.workspaces.map(({ name, serviceIds }) => ({ name, serviceIds })),
    refused: plan.refused,
  };
  const file = join(folder, FOLDER, `${at.slice(0, 19).replaceAll(':', '-')}.json`);
  try {
    await mkdir(join(folder, FOLDER), { recursive: true, mode: 0o700 });
    await writeFile(file, `${JSON.stringify(report, undefined, 2)}\n`, { mode: 0o600 });
    return file;
  } catch {
    return undefined;
  }
}

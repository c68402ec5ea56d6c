import { join } from 'node:path';
import type { ImportPlan } from '../../core/import/plan-import';
import type { Brought } from '../../core/import/carry-out';
import { toBrings } from '../../core/import/to-tweaks';
import { nameStamp } from '../store/name-stamp';
import { keepFile } from './keep-file';

/** The folder of reports, in the app's data folder. */
const FOLDER = 'imports';

/**
 * Writes what came over, what did not and why, with the styles and scripts there were. Gives
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
  const report = {
    kind: 'foyer-import-report',
    version: 1,
    at: new Date(nowMs).toISOString(),
    from,
    services: plan.services.map(({ serviceId, status, name, url, left, code, tweaks }) => ({
      name,
      url: url ?? brought.services.find(({ id }) => id === serviceId)?.url,
      became: cameIds.has(serviceId) ? 'came' : status === 'here' ? 'was here' : 'left out',
      serviceId,
      brings: toBrings({ code, tweaks }),
      left,
      code,
    })),
    workspaces: brought.workspaces.map(({ name, serviceIds }) => ({ name, serviceIds })),
    refused: plan.refused,
  };
  const content = `${JSON.stringify(report, undefined, 2)}\n`;
  return keepFile(join(folder, FOLDER), `${nameStamp(nowMs)}.json`, content);
}

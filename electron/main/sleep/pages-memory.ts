import { app, powerMonitor, type WebContents } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import type { Platform } from '../platform';
import type { AppStore, Stop } from '../store/app-store';
import { timers } from '../timers';
import type { ServicePages } from '../views/service-pages';
import { bytesOfProcesses, readMachine } from './machine-memory';
import { startMemory } from './memory';

/** Joins {@link startMemory} to the pages there are and to the machine. */
export function startMemoryOfPages(
  store: AppStore,
  pages: Pick<ServicePages, 'pagesOf' | 'onPage'>,
  platform: Platform,
): Stop {
  const processesOf = (serviceId: ServiceId): readonly number[] => pidsOf(pages, serviceId);
  return startMemory(store, {
    ...timers,
    processes: () =>
      new Map(
        store.getState().persisted.services.flatMap(({ id }) => {
          const pids = processesOf(id);
          return pids.length === 0 ? [] : [[id, pids] as const];
        }),
      ),
    bytesOf: (pids) => bytesOfProcesses(pids, platform, () => app.getAppMetrics()),
    machine: () => readMachine(platform, () => process.getSystemMemoryInfo()),
    isOnBattery: () => powerMonitor.isOnBatteryPower(),
    onPower: (listener) => {
      powerMonitor.on('on-battery', listener);
      powerMonitor.on('on-ac', listener);
      return () => {
        powerMonitor.off('on-battery', listener);
        powerMonitor.off('on-ac', listener);
      };
    },
    onPage: (listener) => pages.onPage(listener),
  });
}

/** Gives the processes of a service's pages, their frames and windows. */
export const pidsOf = (pages: Pick<ServicePages, 'pagesOf'>, serviceId: ServiceId): readonly number[] =>
  pages.pagesOf(serviceId).flatMap(toPids);

/** The processes of a page and its frames. */
function toPids(contents: WebContents): readonly number[] {
  if (contents.isDestroyed() || contents.isCrashed()) return [];
  return contents.mainFrame.framesInSubtree.map((frame) => frame.osProcessId).filter((pid) => pid > 0);
}

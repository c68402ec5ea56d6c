import { isDeepStrictEqual } from 'node:util';
import { decidePressure, type MemoryFacts } from '../../core/decide/decide-pressure';
import type { ServiceId } from '../../core/model/service';
import type { Resources } from '../../core/model/sleep';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How often it is looked while some page is there. */
export const SAMPLE_MS = 30_000;
/** How soon after the first page came. */
const FIRST_SAMPLE_MS = 5_000;
/** In such steps: what changes by less has not changed. */
const STEP_BYTES = 5_000_000;

export interface MemoryPort extends TimerPort {
  /** The processes of each service that has a page, its own and those of its frames and windows. */
  readonly processes: () => ReadonlyMap<ServiceId, readonly number[]>;
  /** What only these processes use; one that is gone, or does not say, is left out. */
  readonly bytesOf: (pids: readonly number[]) => ReadonlyMap<number, number>;
  readonly machine: () => Omit<MemoryFacts, 'wasPressed'>;
  readonly isOnBattery: () => boolean;
  /** Tells when the machine goes on its battery or leaves it. */
  readonly onPower: (listener: () => void) => Stop;
  /** Tells of each new page. */
  readonly onPage: (listener: () => void) => Stop;
}

/** What is to be told, whenever it was looked at. */
type Sample = Omit<Resources, 'sampledAtMs'>;

/** Tells the state what pages use of the machine, every half minute while there are any, where that has changed. */
export function startMemory(store: AppStore, port: MemoryPort): Stop {
  const timer: { stop: Stop | undefined } = { stop: undefined };

  const sample = (): void => {
    const { sampledAtMs: _atMs, ...before } = store.getState().session.resources;
    const processes = port.processes();
    const machine = port.machine();
    const sampled: Sample = {
      bytesByService: toBytes(processes, port.bytesOf([...new Set([...processes.values()].flat())]), before),
      machineBytes: machine.machineBytes,
      isPressed: decidePressure({ ...machine, wasPressed: before.isPressed }),
      isOnBattery: port.isOnBattery(),
    };
    if (!isDeepStrictEqual(sampled, before))
      store.dispatch({ kind: 'resources-sampled', nowMs: port.nowMs(), ...sampled });
  };
  const tick = (): void => {
    sample();
    timer.stop = port.processes().size > 0 ? port.after(SAMPLE_MS, tick) : undefined;
  };

  const stops = [
    port.onPage(() => {
      timer.stop ??= port.after(FIRST_SAMPLE_MS, tick);
    }),
    port.onPower(() => {
      if (timer.stop !== undefined) sample();
    }),
  ];
  return () => {
    stops.forEach((stop) => stop());
    timer.stop?.();
  };
}

/** A process of several services is split among them. */
function toBytes(
  processes: ReadonlyMap<ServiceId, readonly number[]>,
  bytes: ReadonlyMap<number, number>,
  before: Sample,
): Readonly<Record<ServiceId, number>> {
  const sharers = new Map<number, number>();
  for (const pids of processes.values())
    for (const pid of new Set(pids)) sharers.set(pid, (sharers.get(pid) ?? 0) + 1);
  const share = (pid: number): number => (bytes.get(pid) ?? 0) / (sharers.get(pid) ?? 1);
  return Object.fromEntries(
    [...processes].map(([serviceId, pids]) => {
      const exact = [...new Set(pids)].reduce((sum, pid) => sum + share(pid), 0);
      const known = before.bytesByService[serviceId];
      // What lies near the middle between two steps must not go to and fro.
      const isNear = known !== undefined && Math.abs(exact - known) < STEP_BYTES;
      return [serviceId, isNear ? known : Math.round(exact / STEP_BYTES) * STEP_BYTES];
    }),
  );
}

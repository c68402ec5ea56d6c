import type { ProcessMetric } from 'electron/main';
import { toPart, toProcessRows, type ProcessList } from '../../core/decide/to-process-rows';
import type { ServiceId } from '../../core/model/service';

/** A process, as Electron tells of it. */
export type Metric = Pick<
  ProcessMetric,
  'pid' | 'type' | 'name' | 'serviceName' | 'creationTime' | 'memory'
> & {
  readonly cpu: Pick<ProcessMetric['cpu'], 'cumulativeCPUUsage' | 'percentCPUUsage'>;
};

export interface ProcessPort {
  readonly metrics: () => readonly Metric[];
  /** What each process uses for itself alone; one that does not say is left out. */
  readonly bytesOf: (metrics: readonly Metric[]) => ReadonlyMap<number, number>;
  /** The processes of each service that is on, none for one without a page. */
  readonly pidsByService: () => ReadonlyMap<ServiceId, readonly number[]>;
  /** Those of the shell's pages. */
  readonly shellPids: () => readonly number[];
  readonly cores: number;
  readonly nowMs: () => number;
}

export interface ProcessDesk {
  readonly list: () => ProcessList;
}

/** After so long nobody was looking: what was used since says nothing of now. */
const STALE_MS = 10_000;
/** Within less than this a share of the processor is mere chance. */
const LEAST_MS = 200;

/** What a process had used by a moment; a process is known by its number and when it began. */
interface Sample {
  readonly atMs: number;
  readonly secondsBy: ReadonlyMap<string, number>;
}

const keyOf = ({ pid, creationTime }: Metric): string => `${pid} ${creationTime}`;

/** Creates what looks at all processes, whenever it is asked and never by itself. */
export function createProcessDesk(port: ProcessPort): ProcessDesk {
  const last: { sample: Sample | undefined } = { sample: undefined };
  return {
    list: () => {
      const atMs = port.nowMs();
      const metrics = port.metrics();
      const before = isOf(last.sample, atMs) ? last.sample : undefined;
      const bytes = port.bytesOf(metrics);
      const shellPids = port.shellPids();
      const facts = metrics.map((metric) => ({
        pid: metric.pid,
        part: toPart(metric, shellPids),
        bytes: bytes.get(metric.pid),
        cpuPercent: percentOf(metric, before, atMs, port.cores),
        startedAtMs: metric.creationTime,
      }));
      if (before === undefined || atMs - before.atMs >= LEAST_MS)
        last.sample = { atMs, secondsBy: secondsOf(metrics) };
      return toProcessRows(facts, port.pidsByService());
    },
  };
}

/** A clock that was set back makes no interval either. */
const isOf = (sample: Sample | undefined, atMs: number): boolean =>
  sample !== undefined && atMs >= sample.atMs && atMs - sample.atMs <= STALE_MS;

const secondsOf = (metrics: readonly Metric[]): ReadonlyMap<string, number> =>
  new Map(
    metrics.flatMap((metric) => {
      const { cumulativeCPUUsage: seconds } = metric.cpu;
      return seconds === undefined ? [] : [[keyOf(metric), seconds] as const];
    }),
  );

/** Of one core. What Electron itself counts is of the whole machine, since whoever asked last. */
function percentOf(
  metric: Metric,
  before: Sample | undefined,
  atMs: number,
  cores: number,
): number | undefined {
  if (before === undefined || atMs - before.atMs < LEAST_MS) return undefined;
  const { cumulativeCPUUsage: seconds, percentCPUUsage } = metric.cpu;
  if (seconds === undefined) return Math.max(0, percentCPUUsage) * cores;
  const was = before.secondsBy.get(keyOf(metric)) ?? 0;
  return Math.max(0, ((seconds - was) * 100_000) / (atMs - before.atMs));
}

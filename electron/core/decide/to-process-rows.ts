import type { ServiceId } from '../model/service';

/** The parts of Foyer itself that have a process; each has its name in the locale file under `processes.part`. */
export type FoyerPart = 'main' | 'shell' | 'gpu' | 'network' | 'listeners' | 'inbox' | 'helpers';

/** What the machine says of one process. */
export interface ProcessFacts {
  readonly pid: number;
  /** What it is where no page of a service is in it. */
  readonly part: FoyerPart;
  /** What it has for itself; `undefined` where nothing says. */
  readonly bytes: number | undefined;
  /** Of one core, since it was looked at last; `undefined` the first time. */
  readonly cpuPercent: number | undefined;
  readonly startedAtMs: number;
}

/** What one service, or one part of Foyer, uses. */
export interface ProcessRow {
  readonly of:
    | { readonly kind: 'service'; readonly serviceId: ServiceId }
    | { readonly kind: 'part'; readonly part: FoyerPart };
  /** Null where nothing says. */
  readonly bytes: number | null;
  /** Of one core; null where it is not known yet. */
  readonly cpuPercent: number | null;
  /** When the oldest of its processes began; null where it has none. */
  readonly sinceMs: number | null;
  /** Others are in a process of its: what that uses is shared out evenly. */
  readonly isShared: boolean;
}

/** All that Foyer and its services use. */
export interface ProcessList {
  readonly rows: readonly ProcessRow[];
  readonly bytes: number;
  readonly cpuPercent: number | null;
}

/** Names of our own programs, as they are started, and Chromium's of its network service. */
const utilities: Readonly<Record<string, FoyerPart>> = {
  'Foyer listeners': 'listeners',
  'Foyer inbox': 'inbox',
  'network.mojom.NetworkService': 'network',
};

/** Says which part of Foyer a process is. */
export function toPart(
  process: {
    readonly pid: number;
    readonly type: string;
    readonly name?: string;
    readonly serviceName?: string;
  },
  shellPids: readonly number[],
): FoyerPart {
  if (shellPids.includes(process.pid)) return 'shell';
  if (process.type === 'Browser') return 'main';
  if (process.type === 'GPU') return 'gpu';
  return utilities[process.name ?? ''] ?? utilities[process.serviceName ?? ''] ?? 'helpers';
}

/**
 * Gives what each service and each part of Foyer uses. A process of several services is shared out among them, so that
 * the rows add up to the whole; a service without a process has a row of nothing.
 */
export function toProcessRows(
  processes: readonly ProcessFacts[],
  pidsByService: ReadonlyMap<ServiceId, readonly number[]>,
): ProcessList {
  const byPid = new Map(processes.map((process) => [process.pid, process]));
  const users = new Map<number, number>();
  for (const pids of pidsByService.values())
    for (const pid of new Set(pids)) users.set(pid, (users.get(pid) ?? 0) + 1);
  const usersOf = ({ pid }: ProcessFacts): number => users.get(pid) ?? 1;
  const services = [...pidsByService].map(([serviceId, pids]) =>
    toRow(
      { kind: 'service', serviceId },
      [...new Set(pids)].flatMap((pid) => byPid.get(pid) ?? []),
      usersOf,
    ),
  );
  const left = processes.filter(({ pid }) => !users.has(pid));
  const parts = [...new Set(left.map(({ part }) => part))].map((part) =>
    toRow(
      { kind: 'part', part },
      left.filter((one) => one.part === part),
      usersOf,
    ),
  );
  const { bytes, cpuPercent } = sumOf(processes, () => 1);
  return { rows: [...services, ...parts], bytes: bytes ?? 0, cpuPercent };
}

const toRow = (
  of: ProcessRow['of'],
  processes: readonly ProcessFacts[],
  usersOf: (process: ProcessFacts) => number,
): ProcessRow => ({
  of,
  ...sumOf(processes, usersOf),
  isShared: processes.some((process) => usersOf(process) > 1),
});

function sumOf(
  processes: readonly ProcessFacts[],
  usersOf: (process: ProcessFacts) => number,
): Pick<ProcessRow, 'bytes' | 'cpuPercent' | 'sinceMs'> {
  const sum = (what: 'bytes' | 'cpuPercent'): number | null => {
    const known = processes.flatMap((one) => {
      const value = one[what];
      return value === undefined ? [] : [value / usersOf(one)];
    });
    return known.length === 0 ? null : known.reduce((all, one) => all + one, 0);
  };
  return {
    bytes: sum('bytes'),
    cpuPercent: sum('cpuPercent'),
    sinceMs: processes.length === 0 ? null : Math.min(...processes.map(({ startedAtMs }) => startedAtMs)),
  };
}

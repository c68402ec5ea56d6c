import { cpus, release, totalmem } from 'node:os';
import type { ProcessMetric } from 'electron/main';
import type { About } from '../../core/ipc/about-contract';
import type { FileAnswer } from '../../core/ipc/answers';
import { numbersOf } from '../../core/diagnostics/plain-facts';
import { toDiagnostics, type DiagnosticsFacts } from '../../core/diagnostics/to-diagnostics';
import type { UserFiles } from '../ipc/policy-handlers';
import type { KeptLog } from '../log';
import type { PlatformFacts } from '../platform';
import type { AppStore } from '../store/app-store';

/** What is asked of it. */
export interface DiagnosticsDesk {
  /** Makes it anew and gives all of it, to be shown. */
  readonly make: () => string;
  /** Copies what was shown last, and nothing else. */
  readonly copy: () => Promise<null>;
  /** Saves what was shown last, and nothing else. */
  readonly save: () => Promise<FileAnswer>;
}

export interface DiagnosticsPort {
  readonly store: Pick<AppStore, 'getState'>;
  readonly log: Pick<KeptLog, 'recent'>;
  readonly about: About;
  readonly facts: Pick<PlatformFacts, 'platform' | 'isWayland' | 'isDev'>;
  readonly recipeIds: readonly string[];
  readonly metrics: () => readonly Pick<ProcessMetric, 'type' | 'memory' | 'cpu'>[];
  readonly files: UserFiles;
  readonly writeClipboard: (text: string) => Promise<void>;
  readonly nowMs: () => number;
  readonly random: () => number;
}

/** Creates what makes the diagnostics that a person can send. */
export function createDiagnosticsDesk(port: DiagnosticsPort): DiagnosticsDesk {
  const startedAtMs = port.nowMs();
  const now = { text: '' };
  const make = (): string => {
    const facts = { ...toFacts(port), nowMs: port.nowMs(), startedAtMs };
    now.text = `${JSON.stringify(toDiagnostics(port.store.getState(), facts), undefined, 2)}\n`;
    return now.text;
  };
  const shown = (): string => (now.text === '' ? make() : now.text);
  return {
    make,
    copy: async () => {
      await port.writeClipboard(shown());
      return null;
    },
    save: async () => {
      const text = shown();
      const file = await port.files.chooseToSave('foyer-diagnostics.json');
      if (file === null) return { kind: 'cancelled' };
      const problem = await port.files.write(file, text);
      return problem === undefined ? { kind: 'saved', file, count: 1 } : { kind: 'failed', reason: problem };
    },
  };
}

const toFacts = ({ log, about, facts, recipeIds, metrics, random }: DiagnosticsPort) =>
  ({
    app: { ...about, isDev: String(facts.isDev) },
    system: {
      platform: facts.platform,
      arch: process.arch,
      // What builders of a kernel call it may be a person's name.
      release: numbersOf(release()) ?? '',
      isWayland: facts.isWayland,
      processors: cpus().length,
      memoryGb: Math.round(totalmem() / 1e9),
    },
    processes: metrics().map(({ type, memory, cpu }) => ({
      type,
      megabytes: Math.round(memory.workingSetSize / 1000),
      cpuPercent: Math.round(cpu.percentCPUUsage),
    })),
    log: log.recent(),
    recipeIds,
    random,
  }) satisfies Omit<DiagnosticsFacts, 'nowMs' | 'startedAtMs'>;

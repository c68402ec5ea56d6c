import { readFileSync } from 'node:fs';
import { parseUsage, type Usage } from '../../core/switcher/usage';
import { plainCodec, type FileCodec } from '../lock/vault';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** What was used, kept in a file of its own: it is of this machine alone. */
export interface UsageFile {
  readonly load: () => Usage;
  /** Written 1 s later, with what came meanwhile. */
  readonly save: (usage: Usage) => void;
  /** Writes what is pending. */
  readonly flush: () => Promise<void>;
}

interface UsageFilePort extends Pick<TimerPort, 'after'> {
  readonly file: string;
  /** Whole or not at all. */
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** Seals it, where there is a passphrase. */
  readonly codec?: FileCodec;
}

const SAVE_AFTER_MS = 1000;

/** Opens it; a file that is not there or is no such thing is as if nothing had been used. */
export function openUsageFile({ file, write, after, codec = plainCodec }: UsageFilePort): UsageFile {
  const pending: { usage: Usage | undefined; stop: Stop | undefined } = { usage: undefined, stop: undefined };
  const flush = async (): Promise<void> => {
    const { usage } = pending;
    pending.stop?.();
    Object.assign(pending, { usage: undefined, stop: undefined });
    // It can be learnt again: a disk that refuses is told of where it matters.
    if (usage !== undefined)
      await write(file, codec.wrap(Buffer.from(JSON.stringify(usage)))).catch(() => undefined);
  };
  return {
    load: () => {
      try {
        const plain = codec.unwrap(readFileSync(file)) ?? [];
        return parseUsage(JSON.parse(Buffer.from(plain).toString('utf8')));
      } catch {
        return parseUsage(undefined);
      }
    },
    save: (usage) => {
      pending.usage = usage;
      pending.stop ??= after(SAVE_AFTER_MS, () => void flush());
    },
    flush,
  };
}

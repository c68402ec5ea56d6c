import { appendFile, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import type { FileCodec } from '../lock/vault';
import type { InboxStep } from '../../core/model/inbox';

/** What comes for the inbox while nobody can open it: each step sealed by itself, one a line. */
export interface WaitingFile {
  /** Puts one at the end; on the disk soon after. */
  readonly put: (step: InboxStep) => void;
  /** What waits, in its order. A line that was cut short is left out. */
  readonly read: () => Promise<readonly InboxStep[]>;
  readonly clear: () => Promise<void>;
  /** Resolves when what was put is on the disk, as far as that takes it. */
  readonly settled: () => Promise<void>;
}

/** So many are opened before others get their turn: each takes half a millisecond. */
const AT_ONCE = 20;

export const WAITING_FILE = 'inbox.waiting';

/** Opens the file of a folder; nothing is made before the first step. */
export function openWaitingFile(
  folder: string,
  codec: FileCodec,
  onProblem: (error: unknown) => void,
): WaitingFile {
  const path = join(folder, WAITING_FILE);
  const line: { end: Promise<void>; pending: string } = { end: Promise.resolve(), pending: '' };
  const flush = async (): Promise<void> => {
    const text = line.pending;
    line.pending = '';
    if (text !== '') await appendFile(path, text, { mode: 0o600, flush: true });
  };
  const append = (text: string): void => {
    line.pending += text;
    line.end = line.end.then(flush).catch((error: unknown) => onProblem(error));
  };
  return {
    put: (step) => {
      const sealed = Buffer.from(codec.wrap(Buffer.from(JSON.stringify(step)))).toString('base64');
      append(`${sealed}\n`);
    },
    read: async () => {
      await line.end;
      const text = await readFile(path, 'utf8').catch(() => '');
      const steps: InboxStep[] = [];
      for (const [index, one] of text.split('\n').entries()) {
        steps.push(...toStep(one, codec));
        if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
      }
      return steps;
    },
    clear: () => rm(path, { force: true }),
    settled: () => line.end,
  };
}

/** Only we seal with this key, and what opens is as it was sealed. */
function toStep(text: string, codec: FileCodec): readonly InboxStep[] {
  const plain = text === '' ? undefined : codec.unwrap(Buffer.from(text, 'base64'));
  if (plain === undefined) return [];
  try {
    return [JSON.parse(Buffer.from(plain).toString('utf8')) as InboxStep];
  } catch {
    return [];
  }
}

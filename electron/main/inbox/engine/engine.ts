import { statSync } from 'node:fs';
import { join } from 'node:path';
import type { InboxStep } from '../../../core/model/inbox';
import type { InboxAnswers, InboxQuestion, InboxQuestionKind } from '../protocol';
import { markRead, prune, removeEntries } from './change';
import { exportEntries } from './export';
import { createHold, holdFile } from './hold';
import type { Pause } from './ids-in-turn';
import { createNames } from './names';
import { closeFile, isSound, openFile } from './open';
import { InboxFault } from './problem';
import { countByChannel, countEntries, readEntries, readPage } from './read';
import { INBOX_FILE } from './schema';
import { writeSteps } from './write';

/** Time after which the whole file is looked through again. */
const CHECK_EVERY_MS = 7 * 24 * 3_600_000;

/** An open inbox. What fails throws what `toProblem` can name. */
export interface InboxEngine {
  /**
   * Puts steps in, all of them or none: when it returns they are in the file, whatever becomes of this process, and the disk is
   * asked to hold them.
   */
  readonly write: (steps: readonly InboxStep[]) => void;
  readonly answer: <K extends InboxQuestionKind>(
    question: Extract<InboxQuestion, { kind: K }>,
  ) => Promise<InboxAnswers[K]['answer']>;
  /** Looks through the whole file, if that was long ago. */
  readonly check: (nowMs: number) => void;
  readonly close: () => void;
}

/** What opening gives; see `openFile`. */
export type OpenedEngine =
  | { readonly kind: 'good'; readonly engine: InboxEngine }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken' };

/** Opens the inbox of a folder. `pause` is awaited between the parts of what takes long. */
export function openEngine(folder: string, key: string, pause: Pause): OpenedEngine {
  const opened = openFile(folder, key);
  if (opened.kind !== 'good') return opened;
  const { sql } = opened;
  const names = createNames(sql);
  const hold = createHold(() => holdFile(`${join(folder, INBOX_FILE)}-wal`));
  const { ino } = statSync(join(folder, INBOX_FILE));

  /** What is written into a file that was removed meanwhile would be lost without an error. */
  const demandFile = (): void => {
    if (statSync(join(folder, INBOX_FILE), { throwIfNoEntry: false })?.ino !== ino) {
      throw new InboxFault('folder-gone');
    }
  };

  const answer = async (question: InboxQuestion): Promise<unknown> => {
    switch (question.kind) {
      case 'page':
        return readPage(sql, question.filter, question.beforeId, question.limit);
      case 'entry':
        return readEntries(sql, [question.id])[0];
      case 'channels':
        return countByChannel(sql, question.filter);
      case 'count':
        return countEntries(sql, question.filter);
      case 'markRead':
        return markRead(sql, question.selection, question.isRead, pause);
      case 'remove':
        return removeEntries(sql, names, question.selection, pause);
      case 'exportTo':
        return exportEntries(sql, question, pause);
      case 'prune':
        return prune(sql, names, question.olderThanMs, pause);
    }
  };
  const engine: InboxEngine = {
    write: (steps) => {
      demandFile();
      writeSteps(sql, names, steps);
      hold();
    },
    answer: (question) => {
      demandFile();
      return answer(question) as Promise<never>;
    },
    check: (nowMs) => {
      const last = sql.get<{ value: number }>("SELECT value FROM fact WHERE name = 'checked-ms'")?.value ?? 0;
      if (nowMs >= last && nowMs - last < CHECK_EVERY_MS) return;
      if (!isSound(sql)) throw new InboxFault('broken');
      sql.run("INSERT OR REPLACE INTO fact (name, value) VALUES ('checked-ms', ?)", [nowMs]);
    },
    close: () => closeFile(sql),
  };
  return { kind: 'good', engine };
}

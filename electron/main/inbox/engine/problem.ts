import type { InboxProblem } from '../../../core/model/inbox';

/** SQLite's primary result codes that say something of the disk or the file. */
const CODES: Readonly<Record<number, InboxProblem>> = {
  5: 'busy',
  6: 'busy',
  8: 'read-only',
  10: 'disk-error',
  11: 'broken',
  13: 'disk-full',
  14: 'folder-gone',
  26: 'broken',
};
const SYSTEM: Readonly<Record<string, InboxProblem>> = {
  ENOSPC: 'disk-full',
  EDQUOT: 'disk-full',
  EFBIG: 'disk-full',
  EROFS: 'read-only',
  EACCES: 'read-only',
  EPERM: 'read-only',
  ENOENT: 'folder-gone',
  ENOTDIR: 'folder-gone',
  EEXIST: 'folder-gone',
  EIO: 'disk-error',
};

/** An outcome that can be expected of disks and files; not a bug. */
export class InboxFault extends Error {
  /** What is the matter. */
  readonly problem: InboxProblem;

  constructor(problem: InboxProblem) {
    super(problem);
    this.name = 'InboxFault';
    this.problem = problem;
  }
}

/** Says what an error of the engine's or the system's means; undefined when it is a bug. */
export function toProblem(error: unknown): InboxProblem | undefined {
  if (error instanceof InboxFault) return error.problem;
  if (!(error instanceof Error)) return undefined;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (code in SYSTEM) return SYSTEM[code];
  const raw =
    'rawCode' in error && typeof error.rawCode === 'number' ? error.rawCode : codeInText(error.message);
  return CODES[raw & 0xff];
}

/** When a file cannot be opened the library gives the code in its text only. */
const codeInText = (text: string): number => Number(/: (\d+)"?\)?$/.exec(text)?.[1] ?? 0);

import type { OutsideQuestion } from '../../../electron/core/model/asked';

/** What a question is about, as its texts in the locale file are called. */
export type AskedKind = 'add' | 'compose' | 'mute' | 'unmute' | 'focus' | 'unfocus';

/** Gives what a link wants done, or ended. */
export function toAskedKind({ asked }: Pick<OutsideQuestion, 'asked'>): AskedKind {
  if (asked.verb === 'mute') return asked.until.kind === 'end' ? 'unmute' : 'mute';
  if (asked.verb === 'focus') return asked.until.kind === 'end' ? 'unfocus' : 'focus';
  return asked.verb;
}

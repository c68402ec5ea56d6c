import { PASSPHRASE_MIN } from '../../../electron/core/model/lock';

/** What is done to the passphrase, or by it. */
export type PassphraseTask = 'set' | 'change' | 'remove' | 'touchId';

/** What was filled in. */
export interface PassphraseForm {
  readonly task: PassphraseTask;
  readonly old: string;
  readonly next: string;
  readonly again: string;
  /** The person has said that forgotten is lost. */
  readonly isSure: boolean;
}

/** What is wrong with it, by field; empty where it can be sent. */
export interface Mistakes {
  readonly old?: true;
  readonly next?: 'too-short' | 'same';
  readonly again?: true;
  readonly isSure?: true;
}

/** Gives what keeps a form from being sent. */
export function mistakesIn({ task, old, next, again, isSure }: PassphraseForm): Mistakes {
  const isOldMissing = task !== 'set' && old === '';
  if (task === 'remove' || task === 'touchId') return isOldMissing ? { old: true } : {};
  const isSame = task === 'change' && next === old;
  return {
    ...(isOldMissing && { old: true as const }),
    ...(next.length < PASSPHRASE_MIN ? { next: 'too-short' as const } : isSame && { next: 'same' as const }),
    ...(next !== again && { again: true as const }),
    ...(task === 'set' && !isSure && { isSure: true as const }),
  };
}

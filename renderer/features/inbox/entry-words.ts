import type { Decision, DecisionReason, Preview } from '../../../electron/core/model/decision';
import type { InboxEntry } from '../../../electron/core/model/inbox';
import { headOf } from './grouping';

/** What there is to read of an entry. */
export type EntryText =
  | { readonly kind: 'text'; readonly text: string }
  /** A rule says what may be seen of it. */
  | { readonly kind: 'hidden' }
  /** The person wants no texts kept of this service, or of any. */
  | { readonly kind: 'not-kept' };

/** Gives what there is to read of an entry below who it is from. */
export function toEntryText(entry: InboxEntry): EntryText {
  if (entry.body !== '') return { kind: 'text', text: entry.body };
  if (entry.title !== '') return { kind: 'text', text: entry.title === headOf(entry) ? '' : entry.title };
  return { kind: previewOf(entry) === 'full' ? 'not-kept' : 'hidden' };
}

/** Gives how much of a message could be seen, as the way to its decision tells. */
export function previewOf({ trail }: Pick<InboxEntry, 'trail'>): Preview {
  const step = trail.findLast((one) => one.step === 'value' && one.field === 'preview');
  const value = step?.step === 'value' ? step.value : 'full';
  return value === 'sender' || value === 'nothing' ? value : 'full';
}

/** Gives what was decided of an entry, as it was then. */
export const toDecision = (entry: InboxEntry): Decision =>
  ({
    kind: entry.decision,
    reason: entry.reason,
    preview: previewOf(entry),
    from: entry.from ?? undefined,
  }) as Decision;

/** Gives why an entry did not reach the desktop, where that is worth a word: not for what the person was looking at. */
export const toMark = ({ decision, reason }: InboxEntry): DecisionReason | undefined =>
  (decision === 'hold' || decision === 'drop') && reason !== 'on-screen' ? reason : undefined;

/** Gives the one mark that all entries have, so that it is said once above them. */
export function toCommonMark(entries: readonly InboxEntry[]): DecisionReason | undefined {
  const [first, ...rest] = entries.map(toMark);
  return rest.every((mark) => mark === first) ? first : undefined;
}

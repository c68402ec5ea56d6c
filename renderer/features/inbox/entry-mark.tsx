import { BellOff, Hourglass } from 'lucide-react';
import type { ReactNode } from 'react';
import type { DecisionReason } from '../../../electron/core/model/decision';
import { useDesk } from './inbox-desk';

const held: ReadonlySet<DecisionReason> = new Set([
  'focus',
  'paused',
  'schedule',
  'workspace',
  'system-dnd',
  'too-many',
]);

/** Says quietly that something was not shown, and why. */
export function EntryMark({ reason }: { readonly reason: DecisionReason }): ReactNode {
  const { words } = useDesk();
  const Icon = held.has(reason) ? Hourglass : BellOff;
  return (
    <span className="entry-mark">
      <Icon size={12} strokeWidth={1.5} aria-hidden />
      <span>{words.mark(reason)}</span>
    </span>
  );
}

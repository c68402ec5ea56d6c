import { X } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Combo } from '../../../electron/core/commands/combo';
import { KeyCaps } from '../../components/key-caps';

interface KeyChipProps {
  readonly combo: Combo;
  /** What putting it away does. */
  readonly removeLabel: string;
  /** Why it does nothing here. */
  readonly note?: string | undefined;
  readonly onRemove: () => void;
}

/** A key that can be put away again. */
export function KeyChip({ combo, removeLabel, note, onRemove }: KeyChipProps): ReactNode {
  return (
    <li className="key-chip" data-lost={note !== undefined}>
      <KeyCaps combo={combo} />
      <button type="button" aria-label={removeLabel} title={removeLabel} onClick={onRemove}>
        <X size={12} strokeWidth={2} aria-hidden />
      </button>
      {note !== undefined && <span className="key-note">{note}</span>}
    </li>
  );
}

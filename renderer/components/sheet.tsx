import type { LucideIcon } from 'lucide-react';
import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useKeys } from './use-keys';
import './sheet.css';

interface SheetProps {
  readonly icon: LucideIcon;
  readonly title: string;
  readonly onCancel: () => void;
  readonly children: ReactNode;
}

const CAN_FOCUS = 'button:not(:disabled, [tabindex="-1"]), input:not(:disabled)';

/**
 * A question of one service, dropped from its header. Tab stays within; the pointer may leave for another service, since
 * the question waits. The sheet itself takes the focus unless a field asks for it, so that a key pressed while it drops
 * answers nothing.
 */
export function Sheet({ icon: Icon, title, onCancel, children }: SheetProps): ReactNode {
  const sheet = useRef<HTMLDivElement>(null);
  const id = useId();
  useEffect(() => {
    if (sheet.current?.contains(document.activeElement) === false) sheet.current.focus();
  }, []);
  useKeys(sheet, (event) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      onCancel();
    }
    if (event.key !== 'Tab' || sheet.current === null) return;
    const all = [...sheet.current.querySelectorAll<HTMLElement>(CAN_FOCUS)];
    const edge = event.shiftKey ? all[0] : all.at(-1);
    const isAtStart = event.shiftKey && document.activeElement === sheet.current;
    if (document.activeElement !== edge && !isAtStart) return;
    event.preventDefault();
    (event.shiftKey ? all.at(-1) : all[0])?.focus();
  });
  return (
    <div className="sheet-scrim">
      <div ref={sheet} className="sheet" role="dialog" aria-modal="true" aria-labelledby={id} tabIndex={-1}>
        <span className="sheet-icon">
          <Icon size={20} strokeWidth={1.5} aria-hidden />
        </span>
        <div className="sheet-body">
          <h2 id={id}>{title}</h2>
          {children}
        </div>
      </div>
    </div>
  );
}

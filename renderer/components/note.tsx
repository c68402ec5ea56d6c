import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import './note.css';

interface NoteProps {
  readonly kind: 'warning' | 'error';
  /** True where what stands around it is read out already. */
  readonly isQuiet?: boolean;
  readonly children: ReactNode;
}

/** A warning or an error that belongs to what stands around it; read out when it comes. */
export function Note({ kind, isQuiet = false, children }: NoteProps): ReactNode {
  const Icon = kind === 'warning' ? TriangleAlert : CircleAlert;
  return (
    <p className="note" data-kind={kind} role={isQuiet ? undefined : 'alert'}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
      <span>{children}</span>
    </p>
  );
}

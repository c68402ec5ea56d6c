import { useEffect, useEffectEvent, useId, useRef, type ReactNode } from 'react';
import './dialog.css';

interface DialogProps {
  readonly title: string;
  /** Wide where there is more to read or to fill in, wider for a table. */
  readonly size?: 'normal' | 'wide' | 'wider';
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog in the middle of the window. The browser's own: it keeps the focus in, and Escape closes it. */
export function Dialog({ title, size = 'normal', onClose, children }: DialogProps): ReactNode {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  const closeFromOutside = useEffectEvent((event: Event) => {
    if (event.target === dialog.current) onClose();
  });
  useEffect(() => {
    const element = dialog.current;
    const listener = (event: Event): void => closeFromOutside(event);
    if (element?.open === false) element.showModal();
    element?.addEventListener('mousedown', listener);
    return () => {
      element?.removeEventListener('mousedown', listener);
      element?.close();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className="dialog"
      data-size={size}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <div className="dialog-body">
        <h2 id={id}>{title}</h2>
        {children}
      </div>
    </dialog>
  );
}

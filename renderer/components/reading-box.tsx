import { useEffect, useRef, type ReactNode } from 'react';
import './reading-box.css';

interface ReadingBoxProps {
  readonly label: string;
  readonly text: string;
  /** It takes the focus once it is there, so that the arrow keys move through it. */
  readonly takesFocus?: boolean;
}

/** A long text of programs, to be read and copied, not translated: it scrolls by key, and reads from left to right. */
export function ReadingBox({ label, text, takesFocus = false }: ReadingBoxProps): ReactNode {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (takesFocus) box.current?.focus();
  }, [takesFocus]);
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by key
    <div ref={box} className="reading-box selectable" role="region" aria-label={label} tabIndex={0}>
      <pre dir="ltr">{text}</pre>
    </div>
  );
}

import { useMemo, type ReactNode } from 'react';
import { highlight } from './highlight';

interface MarkedProps {
  readonly text: string;
  /** What is looked for; undefined marks nothing. */
  readonly query: string | undefined;
}

/** A text with what was found in it marked. */
export function Marked({ text, query }: MarkedProps): ReactNode {
  const parts = useMemo(() => (query === undefined ? undefined : highlight(text, query)), [text, query]);
  if (parts === undefined) return text;
  return parts.map((part, index) => {
    // The parts of one text have no names of their own, and never move.
    const key = `part-${index}`;
    return part.isHit ? <mark key={key}>{part.text}</mark> : <span key={key}>{part.text}</span>;
  });
}

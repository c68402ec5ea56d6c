import type { ReactNode } from 'react';
import type { TextRange } from '../../../electron/core/switcher/entry';

interface MarkedTextProps {
  readonly text: string;
  readonly marks: readonly TextRange[];
}

/** A text with what was found in it marked. */
export function MarkedText({ text, marks }: MarkedTextProps): ReactNode {
  const parts: ReactNode[] = [];
  let at = 0;
  for (const [from, to] of marks) {
    if (from > at) parts.push(text.slice(at, from));
    parts.push(<mark key={from}>{text.slice(from, to)}</mark>);
    at = to;
  }
  parts.push(text.slice(at));
  return <bdi>{parts}</bdi>;
}

import type { ReactNode } from 'react';

interface DrawingProps {
  /** `mark`, or the id of a recipe: what `scripts/lib/drawings.mjs` puts into the document. */
  readonly name: string;
  /** In px; where it is left out, the place says how large it is. */
  readonly size?: number;
}

/** A drawing of the app's own. Says nothing to screen readers: what stands beside it does. */
export function Drawing({ name, size }: DrawingProps): ReactNode {
  return (
    <svg className="drawing" width={size} height={size} aria-hidden>
      <use href={`#drawing-${name}`} />
    </svg>
  );
}

import { useEffect, useState, type RefObject } from 'react';

/** Rows drawn beyond each edge of what is to be seen, so that a quick scroll shows no gap. */
const BEYOND = 8;

/** The rows that are drawn: from the first to the last, both among them; `last` is -1 where there are none. */
export interface RowWindow {
  readonly first: number;
  readonly last: number;
}

/** Gives which of so many rows of one height are to be drawn. */
export function toRowWindow(scrollPx: number, heightPx: number, rowPx: number, total: number): RowWindow {
  const first = Math.floor(scrollPx / rowPx) - BEYOND;
  const last = Math.ceil((scrollPx + heightPx) / rowPx) - 1 + BEYOND;
  return { first: Math.max(0, Math.min(first, total - 1)), last: Math.min(total - 1, last) };
}

/** Gives the rows to be drawn of those that scroll in an element, in order; `kept` is among them wherever it stands. */
export function rowsOf({ first, last }: RowWindow, kept: number): readonly number[] {
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => first + index);
  if (kept < 0) return rows;
  return kept < first ? [kept, ...rows] : kept > last ? [...rows, kept] : rows;
}

/** Follows the scrolling and the size of an element. */
export function useRowWindow(
  element: RefObject<HTMLElement | null>,
  rowPx: number,
  total: number,
): RowWindow {
  const [view, setView] = useState({ scrollPx: 0, heightPx: 0 });
  useEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    const look = (): void => setView({ scrollPx: current.scrollTop, heightPx: current.clientHeight });
    const sizes = new ResizeObserver(look);
    sizes.observe(current);
    current.addEventListener('scroll', look, { passive: true });
    return () => {
      sizes.disconnect();
      current.removeEventListener('scroll', look);
    };
  }, [element]);
  return toRowWindow(view.scrollPx, view.heightPx, rowPx, total);
}

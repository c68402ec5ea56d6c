import type { Anchor } from '../store/shell-store';

/** Gives where an element stands, for the menu that belongs to it. */
export function anchorOf(element: Element): Anchor {
  const { x, y, width, height } = element.getBoundingClientRect();
  return { x, y, width, height };
}

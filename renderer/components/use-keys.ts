import type { RefObject } from 'react';
import { useListener } from './use-listener';

/** Hears the keys pressed within an element, for the parts of the page that are no controls themselves. */
export function useKeys(
  element: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  useListener(element, 'keydown', onKeyDown);
}

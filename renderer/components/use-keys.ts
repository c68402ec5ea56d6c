import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Hears the keys pressed within an element, for the parts of the page that are no controls themselves. */
export function useKeys(
  element: RefObject<HTMLElement | null>,
  onKeyDown: (event: KeyboardEvent) => void,
): void {
  const listen = useEffectEvent(onKeyDown);
  useEffect(() => {
    const { current } = element;
    const listener = (event: KeyboardEvent): void => listen(event);
    current?.addEventListener('keydown', listener);
    return () => current?.removeEventListener('keydown', listener);
  }, [element]);
}

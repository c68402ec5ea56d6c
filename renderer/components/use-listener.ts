import { useEffect, useEffectEvent, type RefObject } from 'react';

/** Hears what happens within an element, for the parts of the page that are no controls themselves. */
export function useListener<K extends keyof HTMLElementEventMap>(
  element: RefObject<HTMLElement | null>,
  kind: K,
  onEvent: (event: HTMLElementEventMap[K]) => void,
): void {
  const listen = useEffectEvent(onEvent);
  useEffect(() => {
    const { current } = element;
    const listener = (event: HTMLElementEventMap[K]): void => listen(event);
    current?.addEventListener(kind, listener);
    return () => current?.removeEventListener(kind, listener);
  }, [element, kind]);
}

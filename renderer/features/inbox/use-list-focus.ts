import { useEffect, type RefObject } from 'react';
import type { InboxDesk } from './inbox-desk';
import { readStops } from './list-stops';

/** Where focus goes when the list has nothing left to hold it. */
export const SEARCH_FIELD = '.inbox-search-row .search-field input';

/** Keeps the keyboard in the list while entries come and go, and one stop of it in the order of Tab. */
export function useListFocus({ view }: InboxDesk, list: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const { current: element } = list;
    if (element === null) return undefined;
    const held = { isInside: false, index: 0 };
    const note = (event: FocusEvent): void => {
      const target = event.target instanceof Element ? event.target : null;
      held.isInside = target !== null && element.contains(target);
      const stop = held.isInside ? target?.closest<HTMLElement>('[data-stop]') : undefined;
      const key = stop?.dataset['stop'];
      if (key === undefined) return;
      held.index = readStops(element).findIndex((one) => one.key === key);
      view.setState({ current: key });
    };
    const mend = (): void => {
      const { current } = view.getState();
      const isThere =
        current !== undefined && element.querySelector(`[data-stop="${CSS.escape(current)}"]`) !== null;
      const isLost = held.isInside && document.activeElement === document.body;
      if (isThere && !isLost) return;
      const stops = readStops(element);
      const next = isThere ? undefined : stops[Math.min(held.index, stops.length - 1)];
      if (!isThere && next?.key !== current) view.setState({ current: next?.key });
      if (!isLost) return;
      const lost = isThere ? stops.find(({ key }) => key === current) : next;
      const target = lost?.element ?? document.querySelector<HTMLElement>(SEARCH_FIELD);
      target?.focus({ preventScroll: true });
    };
    document.addEventListener('focusin', note);
    // After React has drawn it.
    const observer = new MutationObserver(mend);
    observer.observe(element, { childList: true, subtree: true });
    return () => {
      document.removeEventListener('focusin', note);
      observer.disconnect();
    };
  }, [list, view]);
}

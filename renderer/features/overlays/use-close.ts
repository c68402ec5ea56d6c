import { useProjection, useSend, useShellStore } from '../../store/use-shell';

/** Gives the way to close the open menu or dialog and give the keyboard back to where it belongs. */
export function useClose(): (what: 'menu' | 'dialog', focusSelector?: string) => void {
  const store = useShellStore();
  const send = useSend();
  const page = useProjection((projection) => projection.page);
  return (what, focusSelector) => {
    store.setState(what === 'menu' ? { menu: undefined } : { dialog: undefined });
    if (focusSelector !== undefined) document.querySelector<HTMLElement>(focusSelector)?.focus();
    else if (page === 'service' && store.getState().dialog === undefined) send('page.focus');
  };
}

import { useCallback } from 'react';
import { useSend, useShellStore } from '../../store/use-shell';

/** Gives the way to move a service on the bar by key or menu; where it stands then is said. */
export function useMove(): (serviceId: string, toIndex: number) => void {
  const store = useShellStore();
  const send = useSend();
  return useCallback(
    (serviceId, toIndex) => {
      store.setState({ movedId: serviceId });
      send('service.move', { serviceId, toIndex });
    },
    [store, send],
  );
}

import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** How long a removed service can be brought back. */
export const UNDO_MS = 20_000;

/** Ends the time for undoing a removal: after {@link UNDO_MS}, when its notice is put away, or when the app ends. */
export function startRemovals(store: AppStore, port: Pick<TimerPort, 'after'>): Stop {
  const timers = new Map<string, Stop>();
  const finish = (serviceId: string): void => {
    timers.get(serviceId)?.();
    timers.delete(serviceId);
    const isStillRemoved = store
      .getState()
      .session.removed.some((removed) => removed.service.id === serviceId);
    if (isStillRemoved) store.dispatch({ kind: 'service-removal-final', serviceId });
    store.dispatch({ kind: 'notice-dismissed', noticeId: `removed-${serviceId}` });
  };
  const stops = [
    store.onAction('service-removed', ({ serviceId }, after) => {
      if (!after.session.removed.some((removed) => removed.service.id === serviceId)) return;
      timers.get(serviceId)?.();
      timers.set(
        serviceId,
        port.after(UNDO_MS, () => finish(serviceId)),
      );
    }),
    store.onAction('service-removal-undone', ({ serviceId }) => {
      timers.get(serviceId)?.();
      timers.delete(serviceId);
    }),
    store.onAction('notice-dismissed', ({ noticeId }) => {
      const serviceId = /^removed-(.+)$/.exec(noticeId)?.[1];
      if (serviceId !== undefined && timers.has(serviceId)) finish(serviceId);
    }),
    store.onAction('quit-requested', () => [...timers.keys()].forEach(finish)),
  ];
  return () => {
    stops.forEach((stop) => stop());
    timers.forEach((stop) => stop());
  };
}

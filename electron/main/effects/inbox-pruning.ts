import { knownServices } from '../../core/state/is-service';
import type { Inbox } from '../inbox/inbox';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

const DAY_MS = 86_400_000;
/** The start is not the time for it. */
const FIRST_MS = 5 * 60_000;
const EVERY_MS = 6 * 3_600_000;

export interface InboxPruningPort extends TimerPort {
  readonly prune: (olderThanMs: number) => Promise<number>;
  readonly remove: (choice: { readonly serviceId: string }) => Promise<number>;
  readonly channels: Inbox['channels'];
  readonly hasEntries: () => boolean;
  /** True when the list of services is the one last written; after a fault it may lack some that are to come back. */
  readonly isComplete: boolean;
}

/** Takes out of the inbox what is older than the person wants it kept, and what was of a removed service. */
export function startInboxPruning(store: AppStore, port: InboxPruningPort): Stop {
  const timer: { stop: Stop } = { stop: () => undefined };
  const told = (work: Promise<number>): void => {
    work.then(
      (removed) => {
        if (removed > 0) store.dispatch({ kind: 'inbox-changed' });
      },
      // How the inbox is, is told as its health; the next time comes.
      () => undefined,
    );
  };
  const prune = (): void => {
    const { days } = store.getState().persisted.settings.inbox;
    if (days !== null && port.hasEntries()) told(port.prune(port.nowMs() - days * DAY_MS));
  };
  /** The app may have been killed before a removal was final. */
  const removeOfGone = async (): Promise<number> => {
    const found = await port.channels({});
    const here = new Set(knownServices(store.getState()).map(({ id }) => id));
    const gone = new Set(found.map(({ serviceId }) => serviceId).filter((id) => !here.has(id)));
    const removed = await Promise.all([...gone].map((serviceId) => port.remove({ serviceId })));
    return removed.reduce((sum, count) => sum + count, 0);
  };
  const arm = (): void => {
    timer.stop = port.after(EVERY_MS, () => {
      prune();
      arm();
    });
  };
  timer.stop = port.after(FIRST_MS, () => {
    if (port.isComplete && port.hasEntries()) told(removeOfGone());
    prune();
    arm();
  });
  const stops = [
    store.onAction('settings-changed', ({ settings }) => {
      if (settings.inbox?.days !== undefined) prune();
    }),
    store.onAction('service-removal-final', ({ serviceId }) => {
      if (port.hasEntries()) told(port.remove({ serviceId }));
    }),
  ];
  return () => {
    timer.stop();
    stops.forEach((stop) => stop());
  };
}

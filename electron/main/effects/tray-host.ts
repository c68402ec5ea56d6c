import type { SessionBus } from '../session-bus/bus';
import type { AppStore, Stop } from '../store/app-store';

const WATCHER = {
  name: 'org.kde.StatusNotifierWatcher',
  path: '/StatusNotifierWatcher',
  interface: 'org.kde.StatusNotifierWatcher',
} as const;

/** Where trays may come and go; `bus` is absent on systems that always have one. */
export interface TrayHostPort {
  readonly bus: Pick<SessionBus, 'watch'> | undefined;
}

/** Says whether the desktop has a tray: on Linux while `org.kde.StatusNotifierWatcher` is there, elsewhere always. */
export function startTrayHost(store: AppStore, { bus }: TrayHostPort): Stop {
  const say = (available: boolean): void => store.dispatch({ kind: 'tray-availability-changed', available });
  if (bus === undefined) {
    say(true);
    return () => undefined;
  }
  const seen: { owner: string | undefined } = { owner: undefined };
  return bus.watch(WATCHER, {
    onOwner: (owner) => {
      // Another watcher in place of the first knows nothing of our icon: it has to be put up anew.
      if (seen.owner !== undefined && owner !== undefined) say(false);
      seen.owner = owner;
      say(owner !== undefined);
    },
  });
}

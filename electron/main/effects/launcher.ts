import { decideBadge, isSameBadge, toLauncherCount, type Badge } from '../../core/decide/decide-badge';
import type { SessionBus } from '../session-bus/bus';
import { Typed } from '../session-bus/wire';
import type { AppStore, Stop } from '../store/app-store';

export interface LauncherPort {
  readonly bus: Pick<SessionBus, 'emit'>;
  /** As in `foyer.desktop`. */
  readonly desktopFileName: string;
}

const none: Badge = { kind: 'none' };

/** Tells the docks of Linux desktops the count, by the signal they all listen for; cleared at the end. */
export function startLauncher(store: AppStore, port: LauncherPort): Stop {
  const said = { badge: none };
  const say = (badge: Badge): void => {
    // Docks show nothing for who has said nothing.
    if (isSameBadge(toShown(badge), toShown(said.badge))) return;
    said.badge = badge;
    const { count, isVisible } = toLauncherCount(badge);
    port.bus.emit({
      path: '/app/foyer/launcher',
      interface: 'com.canonical.Unity.LauncherEntry',
      member: 'Update',
      signature: 'sa{sv}',
      body: [
        `application://${port.desktopFileName}`,
        {
          count: new Typed('x', count),
          'count-visible': new Typed('b', isVisible),
          urgent: new Typed('b', false),
        },
      ],
    });
  };
  const stop = store.watch(decideBadge, say, isSameBadge);
  return () => {
    stop();
    say(none);
  };
}

/** A dot is nothing to a launcher. */
const toShown = (badge: Badge): Badge => (badge.kind === 'number' ? badge : none);

import { decideBadge, isSameBadge, toLauncherCount, type Badge } from '../../core/decide/decide-badge';
import { decideProgress, isSameProgress, type TotalProgress } from '../../core/decide/decide-progress';
import type { AppState } from '../../core/state/app-state';
import type { SessionBus } from '../session-bus/bus';
import { Typed } from '../session-bus/wire';
import type { AppStore, Stop } from '../store/app-store';
import { watchSlowly } from '../store/watch-slowly';
import type { TimerPort } from '../timers';

export interface LauncherPort extends Pick<TimerPort, 'after'> {
  readonly bus: Pick<SessionBus, 'emit'>;
  /** As in `foyer.desktop`. */
  readonly desktopFileName: string;
}

interface Said {
  readonly badge: Badge;
  readonly progress: TotalProgress;
}

const nothing: Said = { badge: { kind: 'none' }, progress: { kind: 'none' } };

/** Tells the docks of Linux desktops count and progress, by the signal they all listen for; cleared at the end. */
export function startLauncher(store: AppStore, port: LauncherPort): Stop {
  const said = { now: nothing };
  const say = (wanted: Said): void => {
    // Docks show nothing for who has said nothing.
    if (isSame(wanted, said.now)) return;
    said.now = wanted;
    const { count, isVisible } = toLauncherCount(wanted.badge);
    const { progress } = wanted;
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
          // It knows no progress of unknown length.
          progress: new Typed('d', progress.kind === 'share' ? progress.share : 0),
          'progress-visible': new Typed('b', progress.kind === 'share'),
        },
      ],
    });
  };
  const stop = watchSlowly(store, port.after, () => say(select(store.getState())));
  return () => {
    stop();
    say(nothing);
  };
}

const select = (state: AppState): Said => ({ badge: decideBadge(state), progress: decideProgress(state) });

const isSame = (a: Said, b: Said): boolean =>
  isSameBadge(toShown(a.badge), toShown(b.badge)) && isSameProgress(toBar(a.progress), toBar(b.progress));

/** A dot is nothing to a launcher. */
const toShown = (badge: Badge): Badge => (badge.kind === 'number' ? badge : nothing.badge);

const toBar = (progress: TotalProgress): TotalProgress =>
  progress.kind === 'share' ? progress : nothing.progress;

import {
  decideTray,
  selectTrayShape,
  type TrayDecision,
  type TrayMenuItem,
  type TrayPlatform,
} from '../../../core/decide/decide-tray';
import { trayIconFile } from '../../../core/decide/tray-icon';
import type { Translate } from '../../../core/model/translate';
import type { AppStore, Stop } from '../../store/app-store';
import { isSameList } from '../../store/is-same-list';
import { watchSlowly } from '../../store/watch-slowly';
import type { TimerPort } from '../../timers';

export type TrayIcon = Pick<TrayDecision, 'icon' | 'panelTheme' | 'isShared'>;

/** One icon in the tray. */
export interface TrayHandle {
  readonly setIcon: (icon: TrayIcon) => void;
  readonly setTooltip: (tooltip: string) => void;
  readonly setMenu: (menu: readonly TrayMenuItem[], onPick: (item: TrayMenuItem) => void) => void;
  readonly remove: () => void;
}

export interface TrayPort extends Pick<TimerPort, 'after'> {
  readonly create: (icon: TrayIcon, onActivate: () => void) => TrayHandle;
  readonly translate: Translate;
  readonly platform: TrayPlatform;
}

/** Draws the tray icon, its tooltip and menu after the state; redraws only what differs, and counts not at once in a burst. */
export function startTray(store: AppStore, port: TrayPort): Stop {
  const held: { handle: TrayHandle | undefined; drawn: TrayDecision | undefined } = {
    handle: undefined,
    drawn: undefined,
  };

  const fileOf = ({ icon, panelTheme }: TrayIcon): string =>
    trayIconFile({ platform: port.platform, theme: panelTheme, state: icon, scale: 1 });
  /** Many counts look alike. */
  const isSameIcon = (a: TrayIcon, b: TrayIcon): boolean =>
    a.isShared === b.isShared && fileOf(a) === fileOf(b);
  const pick = (item: TrayMenuItem): void => {
    if (item.kind === 'action') store.dispatch(item.action);
  };

  const remove = (): void => {
    held.handle?.remove();
    held.handle = undefined;
    held.drawn = undefined;
  };

  const look = (): void => {
    const wanted = decideTray(store.getState(), port.translate, port.platform);
    if (!wanted.isVisible) return remove();
    const { drawn } = held;
    const handle = (held.handle ??= port.create(wanted, () =>
      store.dispatch({ kind: 'window-show-requested' }),
    ));
    held.drawn = wanted;
    if (drawn !== undefined && !isSameIcon(drawn, wanted)) handle.setIcon(wanted);
    if (drawn?.tooltip !== wanted.tooltip) handle.setTooltip(wanted.tooltip);
    if (drawn === undefined || !isSameMenu(drawn.menu, wanted.menu)) handle.setMenu(wanted.menu, pick);
  };

  const stops = [store.watch(selectTrayShape, look, isSameList), watchSlowly(store, port.after, look)];
  return () => {
    stops.forEach((stop) => stop());
    remove();
  };
}

const isSameMenu = (a: readonly TrayMenuItem[], b: readonly TrayMenuItem[]): boolean =>
  JSON.stringify(a) === JSON.stringify(b);

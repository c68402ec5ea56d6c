import type { Service } from '../model/service';
import type { Translate } from '../model/translate';
import type { Action } from '../state/actions';
import type { AppState } from '../state/app-state';
import { selectFocus } from '../state/select-policy';
import { selectSharing } from '../state/select-shares';
import { selectServiceUnread } from '../state/selectors';
import { isLocked } from '../state/veil';
import { type Badge, decideBadge } from './decide-badge';
import { canEnd } from './focus-at';

/** Most services named in the tray's menu. */
export const TRAY_SERVICES_MAX = 20;

/** One line of the tray's menu as plain data. */
export type TrayMenuItem =
  | { readonly kind: 'separator' }
  | { readonly kind: 'action'; readonly label: string; readonly action: Action }
  | { readonly kind: 'submenu'; readonly label: string; readonly items: readonly TrayMenuItem[] };

/** The systems whose trays differ. */
export type TrayPlatform = 'darwin' | 'linux' | 'win32';

/** All there is to draw of the tray. */
export interface TrayDecision {
  readonly isVisible: boolean;
  readonly icon: Badge;
  /** A service sees something of the screen, which the icon says, too. */
  readonly isShared: boolean;
  /** How the panel the icon lies on is taken to look. */
  readonly panelTheme: 'light' | 'dark';
  readonly tooltip: string;
  readonly menu: readonly TrayMenuItem[];
}

/**
 * Decides the tray: shown where the desktop has one, gone while quitting. Panels of Linux desktops are dark nearly
 * everywhere, whatever the theme of windows is; elsewhere the panel follows the system.
 */
export function decideTray(state: AppState, translate: Translate, platform: TrayPlatform): TrayDecision {
  const icon = decideBadge(state);
  return {
    isVisible: isThere(state),
    icon,
    isShared: !isLocked(state) && selectSharing(state).length > 0,
    panelTheme: platform === 'linux' || state.session.systemDark ? 'dark' : 'light',
    tooltip: toTooltip(state, icon, translate),
    menu: toMenu(state, translate),
  };
}

/** Gives all that decides the tray but counts: what can be picked there is to change with what it does. To be compared one by one. */
export function selectTrayShape(state: AppState): readonly unknown[] {
  const { lock, systemDark, language } = state.session;
  const focus = selectFocus(state, undefined).flatMap(({ source, untilMs }) => [source, untilMs]);
  const sharing = selectSharing(state).map(({ id }) => id);
  return [isThere(state), lock.kind, systemDark, language, state.persisted.services, ...focus, ...sharing];
}

const isThere = ({ session }: AppState): boolean => session.trayAvailable && !session.quitting;

function toTooltip(state: AppState, icon: Badge, translate: Translate): string {
  const tooltip =
    icon.kind === 'number'
      ? translate('tray.tooltip', { count: icon.count })
      : translate(icon.kind === 'dot' ? 'tray.tooltipSome' : 'tray.tooltipNone');
  const focus = selectFocus(state, undefined).find(({ source }) => source !== 'workspace');
  if (isLocked(state)) return translate('tray.tooltipLocked', { tooltip });
  const [sharing] = selectSharing(state);
  if (sharing !== undefined) return translate('tray.tooltipSharing', { tooltip, name: sharing.name });
  if (focus === undefined) return tooltip;
  return translate(focus.source === 'paused' ? 'tray.tooltipPaused' : 'tray.tooltipFocus', { tooltip });
}

function toMenu(state: AppState, translate: Translate): readonly TrayMenuItem[] {
  const show = { kind: 'window-show-requested' } as const;
  const quit = toItem(translate('tray.quit'), { kind: 'quit-requested' });
  if (isLocked(state)) return [toItem(translate('tray.unlock'), show), quit];
  const services = state.persisted.services.filter((service) => service.enabled);
  const left = services.length - TRAY_SERVICES_MAX;
  const hasLock = state.session.lock.kind === 'open';
  const sharing = selectSharing(state).map(({ id, name }) =>
    toItem(translate('tray.shareStop', { name }), { kind: 'share-stop-requested', serviceId: id }),
  );
  return [
    ...sharing,
    ...(sharing.length > 0 ? [separator] : []),
    ...services.slice(0, TRAY_SERVICES_MAX).map((service) => toServiceItem(state, service, translate)),
    ...(left > 0 ? [toItem(translate('tray.more', { count: left }), show)] : []),
    ...(services.length > 0 ? [separator] : []),
    ...toFocusItems(state, translate),
    separator,
    ...(hasLock ? [toItem(translate('tray.lock'), { kind: 'lock-requested' })] : []),
    toItem(translate('tray.show'), show),
    quit,
  ];
}

function toServiceItem(state: AppState, service: Service, translate: Translate): TrayMenuItem {
  const { direct, indirect } = selectServiceUnread(state, service);
  const { name } = service;
  const label =
    direct !== 'unknown' && direct > 0
      ? translate('tray.serviceWithCount', { name, count: direct })
      : indirect
        ? translate('tray.serviceWithSome', { name })
        : translate('tray.service', { name });
  return toItem(label, { kind: 'service-focus-requested', serviceId: service.id });
}

/** The system's own do-not-disturb is ended in the system. */
function toFocusItems(state: AppState, translate: Translate): readonly TrayMenuItem[] {
  const focus = selectFocus(state, undefined).find(canEnd);
  if (focus !== undefined) {
    const key = focus.source === 'paused' ? 'tray.resume' : 'tray.focusEnd';
    return [toItem(translate(key), { kind: 'focus-end-requested' })];
  }
  const choices = [
    ['tray.focusHalfHour', { kind: 'minutes', minutes: 30 }],
    ['tray.focusHour', { kind: 'minutes', minutes: 60 }],
    ['tray.focusTomorrow', { kind: 'tomorrow' }],
    ['tray.focusMonday', { kind: 'monday' }],
    ['tray.focusOpen', null],
  ] as const;
  return [
    toItem(translate('tray.pauseForOneHour'), {
      kind: 'focus-requested',
      until: { kind: 'minutes', minutes: 60 },
      isPause: true,
    }),
    {
      kind: 'submenu',
      label: escapeMnemonic(translate('tray.focusUntil')),
      items: choices.map(([key, until]) =>
        toItem(translate(key), { kind: 'focus-requested', until, isPause: false }),
      ),
    },
  ];
}

const separator: TrayMenuItem = { kind: 'separator' };

const toItem = (label: string, action: Action): TrayMenuItem => ({
  kind: 'action',
  label: escapeMnemonic(label),
  action,
});

/** A single `&` would be taken for the mark of an access key and vanish from "Q&A". */
const escapeMnemonic = (label: string): string => label.replaceAll('&', '&&');

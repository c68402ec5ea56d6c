import { channelsCount, channelsUnread } from '../decide/channel-unread';
import { focusAt, type FocusFacts } from '../decide/focus-at';
import { resolveValue } from '../decide/resolve-values';
import { ladderOf, ruleBookOf, type RuleBook } from '../decide/rule-book';
import type { Channel } from '../model/channel';
import type { PageNotification } from '../model/notification';
import type { Service, ServiceId } from '../model/service';
import { allRead, nothingKnown, selectUnread, sumUnread, type Unread } from '../model/unread';
import { isApart, isApartFocused, isApartSeen, selectApart } from './select-own-windows';
import { selectSides } from './select-sides';
import { selectServicesInOrder } from './select-workspace';
import { isLocked } from './veil';
import { newServiceSession, type AppState, type FullScreen, type ServiceSession } from './app-state';

export const selectService = (state: AppState, serviceId: ServiceId): Service | undefined =>
  state.persisted.services.find((service) => service.id === serviceId);

export const selectServiceSession = (state: AppState, serviceId: ServiceId): ServiceSession =>
  state.session.services[serviceId] ?? newServiceSession;

/** Gives how the page of a service is that is in a window of its own: only one that is on has such a window. */
export const selectOwnPage = (state: AppState, serviceId: ServiceId) =>
  ({ ...selectServiceSession(state, serviceId), enabled: true }) as const;

/** Gives a notification that is on the desktop now. */
export const selectNotification = (
  { session }: AppState,
  notificationId: string,
): PageNotification | undefined => session.notifications.find(({ id }) => id === notificationId);

/** True while pages of a service use microphone, camera or screen. */
export function isInCall(state: AppState, serviceId: ServiceId): boolean {
  const { capturing, shares } = selectServiceSession(state, serviceId);
  return capturing || shares.length > 0;
}

/** The channel that a service's page shows, where its adapter says. */
export function selectOpenChannel(state: AppState, serviceId: ServiceId): Channel | undefined {
  const { channels, openChannelId } = selectServiceSession(state, serviceId);
  return openChannelId === undefined ? undefined : channels?.find(({ id }) => id === openChannelId);
}

/** Gives all rules, and what is muted on the servers. */
export const selectRuleBook = ({ persisted }: AppState): RuleBook =>
  ruleBookOf(persisted.rules, persisted.temporaryRules, persisted.serverMutes);

/** Gives the service whose page is, or would be, in the page area. */
export function selectActiveService(state: AppState): Service | undefined {
  const { activeServiceId } = state.persisted;
  return activeServiceId === null ? undefined : selectService(state, activeServiceId);
}

/**
 * Gives what is unread in one service, as far as its rules want it counted: by its channels where they are known, else
 * what the page itself says. A disabled one has nothing.
 */
export function selectServiceUnread(state: AppState, service: Service): Unread {
  if (!service.enabled) return nothingKnown;
  const { channels, reports } = selectServiceSession(state, service.id);
  const book = selectRuleBook(state);
  const { nowMs } = state.session;
  if (channels !== undefined) return channelsUnread(book, service.id, channels, nowMs);
  const unread = selectUnread(reports);
  const subject = { serviceId: service.id, channel: undefined, isThreadReply: false };
  const { value: badge } = resolveValue(ladderOf(book, subject, nowMs), 'badge', 'unknown');
  if (badge === 'none') return unread.direct === 'unknown' ? unread : allRead;
  return badge === 'mentions' && unread.indirect ? { ...unread, indirect: false } : unread;
}

/** Gives all that focus is worked out of. */
export const selectFocusFacts = ({ persisted, session }: AppState): FocusFacts => ({
  settings: persisted.focus,
  windows: session.focusWindows,
  systemDnd: session.systemDnd,
  workspaces: persisted.workspaces,
  activeWorkspaceId: persisted.activeWorkspaceId,
});

/** Gives how many messages are unread in a service, where its channels are known. */
export function selectServiceUnreadCount(state: AppState, service: Service): number | undefined {
  const { channels } = selectServiceSession(state, service.id);
  return service.enabled && channels !== undefined
    ? channelsCount(selectRuleBook(state), service.id, channels, state.session.nowMs)
    : undefined;
}

/** True while a service is in focus and its counts are to wait for the end of it. */
function isCountHidden(state: AppState, serviceId: ServiceId): boolean {
  if (!state.persisted.focus.hidesCounts) return false;
  return focusAt(selectFocusFacts(state), serviceId, state.session.nowMs).length > 0;
}

/** Gives the total over all services that count, or those of the workspace that is up where the person wants that. */
export const selectTotalUnread = (state: AppState): { readonly direct: number; readonly indirect: boolean } =>
  sumUnread(
    (state.persisted.settings.badgeOf === 'workspace'
      ? selectServicesInOrder(state)
      : state.persisted.services
    )
      .filter((service) => service.enabled && service.countInTotal && !isCountHidden(state, service.id))
      .map((service) => selectServiceUnread(state, service)),
  );

/** Gives the service whose page the person could look at now and has the keyboard in when they type, whether the window has it or not. */
export function selectSeenService(state: AppState): ServiceId | undefined {
  const { activeServiceId } = state.persisted;
  const { page, window } = state.session;
  if (page !== 'service' || !window.visible || isLocked(state)) return undefined;
  return activeServiceId === null || isApart(state, activeServiceId) ? undefined : activeServiceId;
}

/** Gives all services whose pages the person could look at now: that one first, then the one beside it, then those in windows of their own. */
export function selectSeenServices(state: AppState): readonly ServiceId[] {
  const seen = selectSeenService(state);
  const sides = seen === undefined || selectFullScreen(state) !== undefined ? undefined : selectSides(state);
  const apart = selectApart(state).filter((id) => isApartSeen(state, id));
  return [seen, sides?.otherId, ...apart].filter((id) => id !== undefined);
}

/** True while the person can see this service's page: window shown and focused, page on top, or beside the one that is, or its own window. */
export const isOnScreen = (state: AppState, serviceId: ServiceId): boolean =>
  isApart(state, serviceId)
    ? isApartFocused(state, serviceId)
    : state.session.window.focused && selectSeenServices(state).includes(serviceId);

/** True while what the person types goes to this service's page: the only one that may open a dialog by itself, or fill the screen. */
export const isInFront = (state: AppState, serviceId: ServiceId): boolean =>
  isApart(state, serviceId)
    ? isApartFocused(state, serviceId)
    : state.session.window.focused && selectSeenService(state) === serviceId;

/** Gives the page that fills the screen by the window of the shell, as long as it is the one in front there. */
export const selectFullScreen = (state: AppState): FullScreen | undefined =>
  state.session.fullScreen?.serviceId === selectSeenService(state) ? state.session.fullScreen : undefined;

import type { Policy, PolicyInput } from '../decide/decide-notification';
import { focusAt, type ActiveFocus } from '../decide/focus-at';
import { isTitleOf } from '../decide/match-words';
import { resolveValue, type Resolved } from '../decide/resolve-values';
import { ladderOf } from '../decide/rule-book';
import type { Message } from '../model/message';
import type { PageNotification } from '../model/notification';
import type { Service, ServiceId } from '../model/service';
import type { AppState } from './app-state';
import { isOnScreen, selectFocusFacts, selectRuleBook, selectServiceSession } from './selectors';
import { isLocked } from './veil';

const enabledIds = new WeakMap<readonly Service[], ReadonlySet<ServiceId>>();

function enabledOf(services: readonly Service[]): ReadonlySet<ServiceId> {
  const known = enabledIds.get(services);
  if (known !== undefined) return known;
  const ids = new Set(services.filter((service) => service.enabled).map((service) => service.id));
  enabledIds.set(services, ids);
  return ids;
}

/** Gives all that decisions about notifications look at. */
export const selectPolicy = (state: AppState): Policy => ({
  book: selectRuleBook(state),
  focus: selectFocusFacts(state),
  services: enabledOf(state.persisted.services),
});

/** Gives a notification as decisions look at it. */
export const toPolicyInput = (
  state: AppState,
  { message, silent }: PageNotification,
  isOverRate: boolean,
): PolicyInput => ({
  message,
  asksSilence: silent,
  isOnScreen: isChannelOnScreen(state, message),
  isOverRate,
});

/** True while the person looks at the conversation of a message, as far as the title of the page says. */
function isChannelOnScreen(state: AppState, { serviceId, channel }: Message): boolean {
  if (channel === undefined || !isOnScreen(state, serviceId)) return false;
  const { load, title } = selectServiceSession(state, serviceId);
  return load.kind === 'ready' && isTitleOf(title, channel.name);
}

/** Gives each focus that is on for a service, or with `undefined` for any, by the time last looked at. */
export const selectFocus = (state: AppState, serviceId: ServiceId | undefined): readonly ActiveFocus[] =>
  focusAt(selectFocusFacts(state), serviceId, state.session.nowMs);

/** Gives what holds for a service as a whole, and where it comes from. */
export function selectServiceLevel(state: AppState, serviceId: ServiceId): Resolved<'notify'> {
  const { book } = selectPolicy(state);
  const subject = { serviceId, channel: undefined, isThreadReply: false };
  return resolveValue(ladderOf(book, subject, state.session.nowMs), 'notify', 'unknown');
}

/** True while the sounds of a service's own pages are not to be heard: it is muted, in focus, or all is locked. */
export const isSilenced = (state: AppState, serviceId: ServiceId): boolean =>
  isLocked(state) ||
  selectServiceLevel(state, serviceId).value === 'none' ||
  selectFocus(state, serviceId).length > 0;

/** Gives the next moment at which something that lasts for a while begins or ends; `undefined` when nothing will. */
export function selectNextChangeMs(state: AppState): number | undefined {
  const { focus, temporaryRules } = state.persisted;
  const { nowMs, focusWindows } = state.session;
  const moments = [
    ...(focus.now?.untilMs === undefined || focus.now.untilMs === null ? [] : [focus.now.untilMs]),
    ...temporaryRules.map((rule) => rule.untilMs),
    ...focusWindows.flatMap(({ startMs, endMs }) => [startMs, endMs]),
  ];
  return moments.reduce<number | undefined>(
    (next, moment) => (moment > nowMs && (next === undefined || moment < next) ? moment : next),
    undefined,
  );
}

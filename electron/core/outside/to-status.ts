import { focusAt } from '../decide/focus-at';
import type { Unread } from '../model/unread';
import type { AppState } from '../state/app-state';
import {
  selectFocusFacts,
  selectServiceSession,
  selectServiceUnread,
  selectTotalUnread,
} from '../state/selectors';
import { isApartSeen, selectApart } from '../state/select-own-windows';
import { selectUp } from '../state/select-sides';
import { isLocked, veil } from '../state/veil';

/** What Foyer says of itself to the person's own programs. Members are only ever added. */
export interface Status {
  readonly isLocked: boolean;
  readonly isOnline: boolean;
  readonly unread: { readonly forYou: number; readonly hasOther: boolean };
  /** The focus that is on for all services; null for none. */
  readonly focus: { readonly by: string; readonly untilMs: number | null } | null;
  readonly services: readonly ServiceStatus[];
}

interface ServiceStatus {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
  readonly isOn: boolean;
  readonly isShown: boolean;
  /** `ready`, `loading`, `asleep`, `failed`, … */
  readonly state: string;
  /** Null where the service does not say. */
  readonly unread: { readonly forYou: number | null; readonly hasOther: boolean };
}

/** Gives what may be said of the state to whoever asks on this computer; while it is locked, no name and no count. */
export function toStatus(whole: AppState): Status {
  const state = veil(whole);
  const { persisted, session } = state;
  const total = selectTotalUnread(state);
  const up = selectUp(state);
  const apart = selectApart(state);
  const [focus] = focusAt(selectFocusFacts(state), undefined, session.nowMs);
  return {
    isLocked: isLocked(whole),
    isOnline: session.online,
    unread: { forYou: total.direct, hasOther: total.indirect },
    focus: focus === undefined ? null : { by: focus.source, untilMs: focus.untilMs },
    services: persisted.services.map((service) => ({
      id: service.id,
      name: service.name,
      kind: service.recipeId,
      isOn: service.enabled,
      isShown: apart.includes(service.id)
        ? isApartSeen(state, service.id)
        : session.page === 'service' && up.includes(service.id),
      state: service.enabled ? selectServiceSession(state, service.id).load.kind : 'off',
      unread: toSaid(selectServiceUnread(state, service)),
    })),
  };
}

const toSaid = ({ direct, indirect }: Unread): ServiceStatus['unread'] => ({
  forYou: direct === 'unknown' ? null : direct,
  hasOther: indirect,
});

/** The same in lines for a terminal: what is unread, then each service that is on with a count, or a dot for other unread. */
export function toStatusLines({ unread, services }: Status): string {
  const mark = (forYou: number | null, hasOther: boolean): string =>
    forYou !== null && forYou > 0 ? `${forYou}` : hasOther ? '•' : '0';
  const lines = services
    .filter(({ isOn }) => isOn)
    .map(({ name, unread: own }) => `${mark(own.forYou, own.hasOther)}\t${name}`);
  return [`${mark(unread.forYou, unread.hasOther)}\tFoyer`, ...lines].map((line) => `${line}\n`).join('');
}

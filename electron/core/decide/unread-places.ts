import type { Channel } from '../model/channel';
import type { Service } from '../model/service';
import type { AppState } from '../state/app-state';
import type { Place } from '../model/place';
import { goalOf } from '../state/places';
import { selectRuleBook, selectServiceSession, selectServiceUnread } from '../state/selectors';
import { selectServicesInOrder } from '../state/select-workspace';
import { channelUnread } from './channel-unread';
import { quietElsewhere } from './focus-at';
import type { RuleBook } from './rule-book';

/** How much a place wants of the person. */
interface Wanting extends Place {
  readonly isUnread: boolean;
  readonly isForMe: boolean;
}

/** What the channels of a service, as last told, want; a list is of one service alone. */
const known = new WeakMap<
  readonly Channel[],
  { readonly book: RuleBook; readonly nowMs: number; readonly places: readonly Wanting[] }
>();

/**
 * Gives the next place (1) or the one before (-1) that has something unread, over all services in the order of the bar
 * and their channels in theirs, round and round from where the person is; with `isForMe` only what is meant for them.
 * What the rules do not want counted is passed over. Where the workspace that is up has none left, those of other
 * services follow that no workspace keeps quiet. `undefined` where there is none.
 */
export function nextUnread(state: AppState, step: 1 | -1, isForMe: boolean): Place | undefined {
  const onBar = selectServicesInOrder(state);
  const found = nextIn(state, onBar, step, isForMe);
  if (found !== undefined || onBar === state.persisted.services) return found;
  const elsewhere = state.persisted.services.filter(
    (service) => !onBar.includes(service) && quietElsewhere(state.persisted, service.id).length === 0,
  );
  return nextIn(state, elsewhere, step, isForMe);
}

function nextIn(
  state: AppState,
  services: readonly Service[],
  step: 1 | -1,
  isForMe: boolean,
): Place | undefined {
  const here = goalOf(state);
  const all = services.flatMap((service) => wantingIn(state, service));
  const hereAt = hereIn(all, here);
  const from = hereAt === -1 && step === -1 ? 0 : hereAt;
  for (let index = 1; index <= all.length; index += 1) {
    const at = (from + index * step + all.length * 2) % all.length;
    const place = all[at];
    if (place === undefined || !(isForMe ? place.isForMe : place.isUnread)) continue;
    if (place.serviceId === here?.serviceId && place.channelId === here.channelId) continue;
    return { serviceId: place.serviceId, channelId: place.channelId };
  }
  return undefined;
}

function hereIn(all: readonly Wanting[], here: Place | undefined): number {
  const exact = all.findIndex(
    (place) => place.serviceId === here?.serviceId && place.channelId === here.channelId,
  );
  return exact >= 0 ? exact : all.findIndex((place) => place.serviceId === here?.serviceId);
}

function wantingIn(state: AppState, service: Service): readonly Wanting[] {
  if (!service.enabled) return [];
  const { id: serviceId } = service;
  const { channels, adapter } = selectServiceSession(state, serviceId);
  const canOpen = adapter.kind !== 'speaking' || adapter.canOpen;
  if (channels === undefined || channels.length === 0 || !canOpen) {
    const { direct, indirect } = selectServiceUnread(state, service);
    const isForMe = direct !== 'unknown' && direct > 0;
    return [{ serviceId, channelId: undefined, isUnread: isForMe || indirect, isForMe }];
  }
  const book = selectRuleBook(state);
  const { nowMs } = state.session;
  const last = known.get(channels);
  // Asked again and again: for each command that leads to one, and while its key is held.
  if (last?.book === book && last.nowMs === nowMs) return last.places;
  const places = channels.map((channel) => {
    if (channel.unread === 0 && channel.mentions === 0)
      return { serviceId, channelId: channel.id, isUnread: false, isForMe: false };
    const { direct, indirect } = channelUnread(book, serviceId, channel, nowMs);
    const isForMe = direct !== 'unknown' && direct > 0;
    return { serviceId, channelId: channel.id, isUnread: isForMe || indirect, isForMe };
  });
  known.set(channels, { book, nowMs, places });
  return places;
}

import type { CommandInput } from '../../../electron/core/ipc/contract';
import type { DecisionKind } from '../../../electron/core/model/decision';
import type { InboxFilter } from '../../../electron/core/model/inbox';
import { toDayStartMs } from './days';

/** What can be turned on and off of a filter with one press. */
export type FilterToggle = 'unread' | 'held' | 'notShown' | 'forMe';

const DECISIONS: Readonly<Record<'held' | 'notShown', readonly DecisionKind[]>> = {
  held: ['hold'],
  notShown: ['hold', 'drop'],
};

/** True when a filter has this turned on. */
export function hasToggle(filter: InboxFilter, toggle: FilterToggle): boolean {
  switch (toggle) {
    case 'unread':
      return filter.isUnread === true;
    case 'forMe':
      return filter.isForMe === true;
    case 'held':
    case 'notShown':
      return filter.decisions?.join() === DECISIONS[toggle].join();
  }
}

/** Gives the filter with this turned on or off. */
export function withToggle(filter: InboxFilter, toggle: FilterToggle): InboxFilter {
  const isOn = !hasToggle(filter, toggle);
  switch (toggle) {
    case 'unread':
      return clean({ ...filter, isUnread: isOn || undefined });
    case 'forMe':
      return clean({ ...filter, isForMe: isOn || undefined });
    case 'held':
    case 'notShown':
      return clean({ ...filter, decisions: isOn ? DECISIONS[toggle] : undefined });
  }
}

/** Gives the filter with changes; what is undefined is left out, and a channel goes with its service. */
export function withFilter(filter: InboxFilter, changes: Partial<InboxFilter>): InboxFilter {
  const isOtherService = 'serviceId' in changes && !('channelId' in changes);
  return clean({ ...filter, ...(isOtherService ? { channelId: undefined } : {}), ...changes });
}

const clean = (filter: InboxFilter): InboxFilter =>
  Object.fromEntries(Object.entries(filter).filter(([, value]) => value !== undefined && value !== ''));

/** True when nothing is looked for. */
export const isEverything = (filter: InboxFilter): boolean => Object.keys(clean(filter)).length === 0;

/** Names a filter; two are one when their names are. */
export const filterKey = (filter: InboxFilter): string =>
  JSON.stringify(Object.entries(clean(filter)).toSorted(([a], [b]) => (a < b ? -1 : 1)));

/** Gives the time from the first moment of one day to the last of another, whichever comes first; days as `2026-11-25`. */
export function toDaySpan(fromDay: string, toDay: string): Pick<InboxFilter, 'fromMs' | 'toMs'> {
  const [first, last] =
    fromDay !== '' && toDay !== '' && fromDay > toDay ? [toDay, fromDay] : [fromDay, toDay];
  return {
    // Without a time of day it would be read as a moment of UTC.
    fromMs: first === '' ? undefined : new Date(`${first}T00:00`).getTime(),
    toMs: last === '' ? undefined : toDayStartMs(new Date(`${last}T00:00`).getTime(), 1),
  };
}

/** Gives the filter for all that is shown by it now, and nothing that comes after. */
export function upTo(filter: InboxFilter, newestMs: number | undefined): InboxFilter {
  if (newestMs === undefined) return filter;
  return { ...filter, toMs: Math.min(filter.toMs ?? Infinity, newestMs + 1) };
}

/** Gives the filter as commands take it. */
export const toInput = ({ decisions, ...filter }: InboxFilter): CommandInput<'inbox.count'>['filter'] =>
  decisions === undefined ? filter : { ...filter, decisions: [...decisions] };

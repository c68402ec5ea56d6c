import { isDirectKind } from '../model/channel';
import type { SwitcherEntry } from './entry';
import type { QueryKind } from './query';

/** What an entry is, as bits. */
export const TRAIT = {
  channel: 1,
  direct: 2,
  command: 4,
  service: 8,
  hasOwnTerms: 16,
  isOfService: 32,
} as const satisfies Record<QueryKind | 'service' | 'hasOwnTerms' | 'isOfService', number>;

/** Gives what an entry is: found by which sign, whether its terms are its own or its service's, and whether it has one. */
export function traitsOf({ kind, isDirect, channelKind, serviceId }: SwitcherEntry): number {
  const isMeant = isDirect || (channelKind !== undefined && isDirectKind(channelKind));
  const isChannel = kind === 'channel';
  return (
    (isChannel && !isMeant ? TRAIT.channel : 0) |
    (kind === 'person' || (isChannel && isMeant) ? TRAIT.direct : 0) |
    (kind === 'command' ? TRAIT.command : 0) |
    (kind === 'service' ? TRAIT.service : 0) |
    (kind === 'command' || kind === 'service' ? TRAIT.hasOwnTerms : 0) |
    (serviceId === undefined ? 0 : TRAIT.isOfService)
  );
}

/** Gives how important what is unread is: 3 direct, 2 mentions, 1 the rest, 0 nothing, or muted. */
export function importanceOf({ unread, mentions, isDirect, muted }: SwitcherEntry): number {
  if (muted || !(unread > 0 || mentions > 0)) return 0;
  if (isDirect) return 3;
  return mentions > 0 ? 2 : 1;
}

/** Gives how near at hand something is of which nothing is unread: 2 favourites, 1 the rest, 0 commands. */
export function standingOf({ kind, favourite }: SwitcherEntry): number {
  if (kind === 'command') return 0;
  return favourite ? 2 : 1;
}

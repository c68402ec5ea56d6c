import type { SwitcherEntry } from './entry';

/** Gives how important what is unread is: 3 direct, 2 mentions, 1 the rest, 0 nothing, or muted. */
export function importanceOf({ unread, mentions, isDirect, muted }: SwitcherEntry): number {
  if (muted || !(unread > 0 || mentions > 0)) return 0;
  if (isDirect) return 3;
  return mentions > 0 ? 2 : 1;
}

import { servicesOnBar, type BarFacts } from '../../../electron/core/decide/on-bar';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { LETTER, toMonogram, wordsIn } from '../../components/monogram';
import { sumUnread } from '../../../electron/core/model/unread';

type Bar = BarFacts<ServiceProjection>;

/** What is unread in some services; `isHeld` when all of it waits for the end of quiet. */
export interface UnreadLook {
  readonly count: number;
  readonly isSome: boolean;
  readonly isHeld: boolean;
}

/** Sums up what is unread in some services. */
export function toUnreadLook(services: readonly ServiceProjection[]): UnreadLook {
  const unread = services.filter(
    ({ enabled, unread: { direct, indirect } }) =>
      enabled && ((direct !== 'unknown' && direct > 0) || indirect),
  );
  const { direct, indirect } = sumUnread(unread.map((service) => service.unread));
  return {
    count: direct,
    isSome: direct > 0 || indirect,
    isHeld: unread.length > 0 && unread.every(({ inFocus }) => inFocus),
  };
}

/** Sums up what is unread in the services that are not on the bar. */
export function unreadElsewhere(bar: Bar): UnreadLook {
  const shown = new Set(servicesOnBar(bar).map(({ id }) => id));
  return toUnreadLook(bar.services.filter(({ id }) => !shown.has(id)));
}

/** Gives two letters that stand for a name: of its first two words, else its first two. */
export function toLetters(name: string): string {
  const [first = '', second] = wordsIn(name);
  if (second !== undefined) return toMonogram(name).letters;
  const pair = Array.from(first)
    .filter((one) => LETTER.test(one))
    .slice(0, 2);
  return pair.join('') || (Array.from(name.trim())[0] ?? '');
}

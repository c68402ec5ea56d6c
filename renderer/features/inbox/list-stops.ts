import type { Stop } from './keys';

/** A stop as it stands in the page. */
export interface StopElement extends Stop {
  readonly element: HTMLElement;
  /** Undefined on the head of a conversation. */
  readonly entryId: number | undefined;
  readonly isUnread: boolean;
}

/** Gives the places in the list the keyboard can be at, in order. */
export function readStops(list: HTMLElement): readonly StopElement[] {
  return [...list.querySelectorAll<HTMLElement>('[data-stop]')].map((element) => {
    const { stop = '', conversation = '', entry, unread } = element.dataset;
    return {
      key: stop,
      conversation,
      element,
      entryId: entry === undefined ? undefined : Number(entry),
      isUnread: unread === 'true',
    };
  });
}

/**
 * Gives where the keyboard goes once the conversation it is at is read: to the next that is not, from the top if there
 * is none below, else just on.
 */
export function decideAfterRead(
  stops: readonly StopElement[],
  conversation: string,
): StopElement | undefined {
  const at = stops.findIndex((stop) => stop.conversation === conversation);
  const after = stops.slice(at).filter((stop) => stop.conversation !== conversation);
  const before = stops.slice(0, Math.max(0, at));
  return (
    after.find(({ isUnread }) => isUnread) ?? before.find(({ isUnread }) => isUnread) ?? after[0] ?? stops[at]
  );
}

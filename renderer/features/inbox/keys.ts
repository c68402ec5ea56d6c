/** What a key asks of the inbox. */
export type InboxAction =
  | { readonly kind: 'go'; readonly move: Move }
  | {
      readonly kind: 'read' | 'read-all' | 'unread' | 'why' | 'mute' | 'search' | 'newer' | 'fold' | 'unfold';
    };
/** A step through the list: to the entry or the conversation before or after, or to an end. */
export type Move = 'next' | 'previous' | 'next-conversation' | 'previous-conversation' | 'first' | 'last';

/** What of a key press is looked at. */
export type KeyPress = Pick<
  KeyboardEvent,
  'key' | 'code' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'altKey' | 'isComposing'
>;

const moves: Readonly<Record<string, Move>> = {
  ArrowDown: 'next',
  ArrowUp: 'previous',
  Home: 'first',
  End: 'last',
};

/**
 * Gives what a key pressed in the list asks for. Letters go by their place where the layout has no Latin ones; `dir` is
 * the way the page is written.
 */
export function toInboxAction(press: KeyPress, dir: 'ltr' | 'rtl' = 'ltr'): InboxAction | undefined {
  if (press.ctrlKey || press.metaKey || press.altKey || press.isComposing) return undefined;
  const move = moves[press.key];
  if (move !== undefined) return press.shiftKey ? undefined : { kind: 'go', move };
  if (press.key === '/') return { kind: 'search' };
  if (press.key === 'ArrowLeft') return { kind: dir === 'ltr' ? 'fold' : 'unfold' };
  if (press.key === 'ArrowRight') return { kind: dir === 'ltr' ? 'unfold' : 'fold' };
  switch (letterOf(press)) {
    case 'j':
      return { kind: 'go', move: 'next-conversation' };
    case 'k':
      return { kind: 'go', move: 'previous-conversation' };
    case 'e':
      return { kind: press.shiftKey ? 'read-all' : 'read' };
    case 'u':
      return { kind: 'unread' };
    case 'w':
      return { kind: 'why' };
    case 'm':
      return { kind: 'mute' };
    case 'n':
      return { kind: 'newer' };
    default:
      return undefined;
  }
}

function letterOf({ key, code }: KeyPress): string {
  if (/^[a-z]$/i.test(key)) return key.toLowerCase();
  return /^\p{L}$/u.test(key) && code.startsWith('Key') ? code.slice(3).toLowerCase() : '';
}

/** A place in the list the keyboard can be at: a conversation's head, or an entry of it. */
export interface Stop {
  readonly key: string;
  readonly conversation: string;
}

/** Gives the index of the stop to go to; stays at the ends. From nowhere every move leads in. */
export function decideStop(stops: readonly Stop[], current: string | undefined, move: Move): number {
  const last = stops.length - 1;
  const at = stops.findIndex(({ key }) => key === current);
  if (move === 'first') return Math.min(0, last);
  if (move === 'last') return last;
  if (at === -1) return Math.min(0, last);
  if (move === 'next') return Math.min(at + 1, last);
  if (move === 'previous') return Math.max(at - 1, 0);
  const here = stops[at]?.conversation;
  const start = stops.findIndex(({ conversation }) => conversation === here);
  if (move === 'next-conversation') {
    const next = stops.findIndex(({ conversation }, index) => index > at && conversation !== here);
    return next === -1 ? at : next;
  }
  const before = stops[start - 1]?.conversation;
  if (before === undefined) return start;
  return at > start ? start : stops.findIndex(({ conversation }) => conversation === before);
}

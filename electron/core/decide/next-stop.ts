import type { ServiceId } from '../model/service';

/** Where the keyboard can be taken: to the page of a service, or to the shell. */
export type KeyboardStop = ServiceId | undefined;

/**
 * Gives where the keyboard goes from where it is, one on (1) or back (-1): the shell, then each page that is to be seen, round
 * and round; `undefined` is the shell.
 */
export function nextStop(pages: readonly ServiceId[], from: KeyboardStop, step: 1 | -1): KeyboardStop {
  const stops: readonly KeyboardStop[] = [undefined, ...pages];
  const at = Math.max(0, stops.indexOf(from));
  return stops[(at + step + stops.length) % stops.length];
}

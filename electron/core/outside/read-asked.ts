import type { Reading } from '../model/asked';
import type { Vendor } from '../model/vendor';
import { readCommand } from './read-command';
import { isLink, readLink } from './read-link';
import { ARGUMENTS_MAX, ASKED_MAX } from './texts';

/** Reads what Foyer is asked for from outside: by a link, on its command line, on its socket, over the bus. */
export function readAsked(given: readonly string[], wanted: readonly Vendor[]): Reading {
  const args = given.slice(0, ARGUMENTS_MAX).map((text) => text.slice(0, ASKED_MAX + 1));
  const [first] = args;
  if (first !== undefined && isLink(first)) return readLink(first, wanted);
  if (given.length > ARGUMENTS_MAX || args.some((text) => text.length > ASKED_MAX))
    return { kind: 'unread', from: 'command', reason: 'too-long', scheme: undefined };
  return readCommand(args);
}

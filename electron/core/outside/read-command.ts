import type { Asked, Reading, UnreadReason } from '../model/asked';
import { clipText } from '../model/clip-text';
import { isLink } from './read-link';
import { ASKED_MAX, COMPOSED_MAX, toNamed, toUntil } from './texts';

const VERBS: ReadonlySet<string> = new Set(['open', 'add', 'compose', 'mute', 'focus', 'status', 'help']);

/** How the verbs are written; the same in every language, like all that is typed. */
export const USAGE = `usage: foyer open [SERVICE [CHANNEL]]
       foyer add ADDRESS
       foyer compose SERVICE [CHANNEL] TEXT
       foyer mute SERVICE [CHANNEL] [--for 30m|1h|tomorrow|monday] [--off]
       foyer focus [--for 30m|1h|tomorrow|monday] [--off]
       foyer status [--json]
`;

const unread = (reason: UnreadReason): Reading => ({
  kind: 'unread',
  from: 'command',
  reason,
  scheme: undefined,
});

/**
 * Gives what of a command line is meant for Foyer: from its verb on; nothing where there is none. Where one of the arguments
 * is a link nothing else in them is heard, since whoever made the link may have made them, too.
 */
export function toArguments(argv: readonly string[]): readonly string[] {
  const link = argv.slice(1).find(isLink);
  if (link !== undefined) return [link];
  const at = argv.findIndex((text, index) => index > 0 && VERBS.has(text));
  return at < 0 ? [] : argv.slice(at);
}

/** Reads a verb and what follows it; switches that are none of ours are Chromium's and say nothing. */
export function readCommand(args: readonly string[]): Reading {
  const [verb, ...rest] = args;
  if (verb === undefined) return { kind: 'asked', from: 'command', asked: { verb: 'show' } };
  if (!VERBS.has(verb)) return unread('unknown-verb');
  const asked = toAsked(verb, toParts(rest));
  return asked === undefined ? unread('malformed') : { kind: 'asked', from: 'command', asked };
}

interface Parts {
  readonly words: readonly string[];
  readonly isOff: boolean;
  readonly isJson: boolean;
  /** What stands behind `--for`; undefined without it. */
  readonly until: string | undefined;
}

function toParts(args: readonly string[]): Parts {
  const words: string[] = [];
  const said: { isOff: boolean; isJson: boolean; until: string | undefined } = {
    isOff: false,
    isJson: false,
    until: undefined,
  };
  const left = [...args];
  for (let next = left.shift(); next !== undefined; next = left.shift()) {
    if (next === '--') words.push(...left.splice(0));
    else if (next === '--off') said.isOff = true;
    else if (next === '--json') said.isJson = true;
    else if (next === '--for') said.until = left.shift() ?? '';
    else if (next.startsWith('--for=')) said.until = next.slice('--for='.length);
    else if (!next.startsWith('--')) words.push(next);
  }
  return { words, ...said };
}

function toAsked(verb: string, { words, isOff, isJson, until: untilText }: Parts): Asked | undefined {
  const [first, second, third] = words;
  const until = isOff ? ({ kind: 'end' } as const) : toUntil(untilText ?? 'always');
  switch (verb) {
    case 'open': {
      if (words.length > 2) return undefined;
      const named = toNamed(first, second);
      return named === undefined ? { verb: 'show' } : { verb: 'open', ...named };
    }
    case 'add': {
      const address = clipText(first ?? '', ASKED_MAX);
      return address === '' || words.length > 1 ? undefined : { verb: 'add', address };
    }
    case 'compose': {
      const named = toNamed(first, third === undefined ? undefined : second);
      const text = clipText(third ?? second ?? '', COMPOSED_MAX);
      return named === undefined || text === '' || words.length > 3
        ? undefined
        : { verb: 'compose', ...named, text };
    }
    case 'mute': {
      const named = toNamed(first, second);
      return named === undefined || until === undefined || words.length > 2
        ? undefined
        : { verb: 'mute', ...named, until };
    }
    case 'focus':
      return until === undefined || words.length > 0 ? undefined : { verb: 'focus', until };
    case 'status':
      return words.length > 0 ? undefined : { verb: 'status', isJson };
    default:
      return undefined;
  }
}

import type { Asked, Reading } from '../../core/model/asked';
import { vendors } from '../../core/model/vendor';
import { aService, aState } from '../../core/fixtures.test-support';
import { decideAsked } from '../../core/outside/decide-asked';
import { readAsked } from '../../core/outside/read-asked';
import { toArguments } from '../../core/outside/read-command';
import { ASKED_MAX, COMPOSED_MAX } from '../../core/outside/texts';
import { readRequest } from '../../main/outside/ask-server';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const links = [
  'foyer://open/My%20chat/%23general',
  'foyer://compose/Chat/general?text=Hello%0D%0Aworld',
  'foyer://add?server=https%3A%2F%2Fchat.example.org',
  'foyer://mute/Chat?for=1h30m',
  'foyer://focus?for=tomorrow',
  'rocketchat://room?host=chat.example.org&path=channel/general&token=t',
  'mattermost://chat.example.org/team/channels/town-square',
  'zulip://login?realm=https://chat.example.org',
  'element://vector/webapp/#/room/#room:example.org',
];
const parts = [
  '%',
  '%2f',
  '..',
  '//',
  '\\',
  '?',
  '#',
  '&text=',
  '" --off "',
  '\0',
  'javascript:',
  '@',
  'for=',
];
const lines = [
  ['foyer', 'mute', 'Chat', '--for', '1h'],
  ['foyer', '--user-data-dir=/x', 'compose', 'Chat', '--', 'text'],
  ['foyer', 'foyer://open/x', 'mute', 'Chat'],
  ['status', '--json'],
];
const state = aState([
  aService('chat', { name: 'Chat', recipeId: 'mattermost', url: 'https://chat.example.org/team' }),
  aService('rooms', { name: 'Rooms', recipeId: 'element', url: 'https://app.example.org/' }),
]);

function checkReading({ kind, from, ...rest }: Reading): Asked | undefined {
  expectPlain(rest, { text: ASKED_MAX, list: 8, isWellFormed: true });
  if (kind === 'unread' || !('asked' in rest)) return undefined;
  const { asked } = rest;
  if (asked.verb === 'compose') expectThat(asked.text.length <= COMPOSED_MAX, 'too much to write');
  expectThat(from === 'command' || asked.verb !== 'status', 'a link asked for the status');
  return asked;
}

function checkLink(link: string): void {
  const reading = readAsked([link], vendors);
  const asked = checkReading(reading);
  if (asked === undefined || reading.from === 'command') return;
  const decision = decideAsked(state, asked, 'link');
  if (decision.kind !== 'do') return;
  expectThat(decision.copies === undefined, 'a link put something on the clipboard');
  for (const action of decision.actions) {
    const isGoing = ['service-activated', 'channel-open-requested', 'page-address-requested'].includes(
      action.kind,
    );
    expectThat(isGoing, `a link did ${action.kind}`);
    if (action.kind === 'page-address-requested')
      expectThat(
        /^https:\/\/(?:chat|app)\.example\.org\//.test(action.url),
        `led to ${action.url.slice(0, 80)}`,
      );
  }
}

function checkLine(value: unknown): void {
  const argv = Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
  const args = toArguments(argv);
  const reading = readAsked(args, vendors);
  checkReading(reading);
  const hasLink = argv.slice(1).some((text) => /^(?:foyer|rocketchat|mattermost|zulip|element):/i.test(text));
  expectThat(!hasLink || reading.from === 'link', 'a command beside a link was heard');
}

/** What comes from outside: links, command lines, and what is said on the socket. */
export const outsideTargets: readonly FuzzTarget[] = [
  targetOf('links to Foyer', textsLike(links, parts), checkLink),
  targetOf('command lines', valuesLike(lines), checkLine),
  targetOf(
    'requests on the socket',
    textsLike(['{"args":["open","Chat"]}', '{"args":[]}'], ['"', ']', '\\u0000']),
    (line) => {
      const args = readRequest(line);
      expectThat(args === undefined || args.every((one) => typeof one === 'string'), 'no arguments');
    },
  ),
];

import { describe, expect, it } from 'vitest';
import * as fc from 'fast-check';
import type { Asked, Reading } from '../model/asked';
import { vendors, type Vendor } from '../model/vendor';
import { readAsked } from './read-asked';
import { toArguments } from './read-command';
import { ASKED_MAX, COMPOSED_MAX } from './texts';

const asked = (args: readonly string[], wanted: readonly Vendor[] = vendors): Asked | string => {
  const reading = readAsked(args, wanted);
  return reading.kind === 'asked' ? reading.asked : reading.reason;
};

it.each<[string, Asked | string]>([
  ['', { verb: 'show' }],
  ['open', { verb: 'show' }],
  ['open Chat', { verb: 'open', service: 'Chat', channel: undefined }],
  ['open Chat #general', { verb: 'open', service: 'Chat', channel: '#general' }],
  ['open Chat general more', 'malformed'],
  ['add chat.example.org', { verb: 'add', address: 'chat.example.org' }],
  ['add', 'malformed'],
  ['compose Chat Hello', { verb: 'compose', service: 'Chat', channel: undefined, text: 'Hello' }],
  ['compose Chat general Hello', { verb: 'compose', service: 'Chat', channel: 'general', text: 'Hello' }],
  ['compose Chat -- --off', { verb: 'compose', service: 'Chat', channel: undefined, text: '--off' }],
  ['compose Chat', 'malformed'],
  ['mute Chat', { verb: 'mute', service: 'Chat', channel: undefined, until: { kind: 'always' } }],
  [
    'mute Chat general --for=1h30m',
    { verb: 'mute', service: 'Chat', channel: 'general', until: { kind: 'minutes', minutes: 90 } },
  ],
  [
    'mute Chat --for 20',
    { verb: 'mute', service: 'Chat', channel: undefined, until: { kind: 'minutes', minutes: 20 } },
  ],
  ['mute Chat --off', { verb: 'mute', service: 'Chat', channel: undefined, until: { kind: 'end' } }],
  ['mute Chat --for never', 'malformed'],
  ['mute Chat --for 8d', 'malformed'],
  ['mute Chat --for 999h', 'malformed'],
  ['mute Chat --for', 'malformed'],
  ['mute', 'malformed'],
  ['focus', { verb: 'focus', until: { kind: 'always' } }],
  ['focus --for tomorrow --lang=de', { verb: 'focus', until: { kind: 'tomorrow' } }],
  ['focus on', 'malformed'],
  ['status', { verb: 'status', isJson: false }],
  ['status --json', { verb: 'status', isJson: true }],
  ['help', 'malformed'],
  ['send Chat Hello', 'unknown-verb'],
])('D61 reads the command: %s', (line, expected) => {
  expect(asked(line.split(' ').filter((word) => word !== ''))).toEqual(expected);
});

it.each<[string, Asked | string]>([
  ['foyer:', { verb: 'show' }],
  ['foyer://', { verb: 'show' }],
  ['FOYER://OPEN/Chat', { verb: 'open', service: 'Chat', channel: undefined }],
  ['foyer:open/My%20chat/%23general', { verb: 'open', service: 'My chat', channel: '#general' }],
  ['foyer://open/a/b/c', 'malformed'],
  ['foyer://open/%zz', 'malformed'],
  ['foyer://add?server=https%3A%2F%2Fchat.example.org', { verb: 'add', address: 'https://chat.example.org' }],
  ['foyer://add', 'malformed'],
  [
    'foyer://compose/Chat/general?text=Hello%0D%0Aworld',
    { verb: 'compose', service: 'Chat', channel: 'general', text: 'Hello world' },
  ],
  ['foyer://compose/Chat?text=', { verb: 'open', service: 'Chat', channel: undefined }],
  [
    'foyer://mute/Chat?for=1h',
    { verb: 'mute', service: 'Chat', channel: undefined, until: { kind: 'minutes', minutes: 60 } },
  ],
  ['foyer://focus?for=off', { verb: 'focus', until: { kind: 'end' } }],
  ['foyer://focus/now', 'malformed'],
  ['foyer://status', 'not-by-link'],
  ['foyer://quit', 'malformed'],
  [`foyer://open/${'a'.repeat(ASKED_MAX)}`, 'too-long'],
])('D61 reads the link: %s', (link, expected) => {
  expect(asked([link])).toEqual(expected);
});

it('D61 a text to write is one line and no longer than it may be', () => {
  expect(asked(['compose', 'Chat', 'x'.repeat(3000)])).toMatchObject({ text: 'x'.repeat(COMPOSED_MAX) });
  expect(asked(['compose', 'Chat', `x${'y'.repeat(ASKED_MAX)}`])).toBe('too-long');
});

const rocketchat = 'https://open.rocket.chat/';
it.each<[string, Partial<Asked> | string]>([
  [
    'rocketchat://room?host=open.rocket.chat&path=channel/general',
    { server: rocketchat, path: '/channel/general', channel: 'general' },
  ],
  [
    'rocketchat://room?host=https://open.rocket.chat&path=/group/x?msg=1&token=t',
    { path: '/group/x', channel: 'x' },
  ],
  ['rocketchat://invite?host=open.rocket.chat&path=invite/Ab3', { path: '/invite/Ab3', channel: undefined }],
  ['rocketchat://auth?host=open.rocket.chat&token=T&userId=U', { server: rocketchat, path: undefined }],
  ['rocketchat://room?host=open.rocket.chat&path=../logout', { path: undefined }],
  ['rocketchat://room?path=channel/general', 'malformed'],
  ['rocketchat://room?host=javascript:alert(1)', 'malformed'],
  [
    'mattermost://chat.example.org/team/channels/town-square',
    { server: 'https://chat.example.org/', path: '/team/channels/town-square', channel: 'town-square' },
  ],
  ['mattermost://chat.example.org/team/messages/@ann', { path: '/team/messages/@ann', channel: undefined }],
  ['mattermost://chat.example.org/api/v4/users/logout', { path: undefined }],
  ['mattermost://', 'malformed'],
  [
    'zulip://chat.example.org/#narrow/channel/7-general/topic/x',
    { path: '#narrow/channel/7-general/topic/x' },
  ],
  [
    'zulip://login?realm=https://chat.example.org&otp_encrypted_api_key=x',
    { server: 'https://chat.example.org/', path: undefined },
  ],
  [
    'element://vector/webapp/#/room/#room:example.org?via=a',
    { server: undefined, path: '#/room/#room:example.org', channel: '#room:example.org' },
  ],
  ['element://vector/webapp/?loginToken=T', { server: undefined, path: undefined }],
])('D63 reads a link for another app: %s', (link, expected) => {
  const reading = asked([link]);
  if (typeof expected === 'string') expect(reading).toBe(expected);
  else expect(reading).toMatchObject({ verb: 'open-page', ...expected });
  expect(asked([link], [])).toBe('not-wanted');
  expect(JSON.stringify(reading)).not.toMatch(/token|"T"/i);
});

describe('D62 a command line', () => {
  it.each([
    [['foyer'], []],
    [['foyer', '--hidden', '--lang=de'], []],
    [
      ['electron', '-r', 'x.js', '/opt/app', '--user-data-dir=/x', 'mute', 'Chat'],
      ['mute', 'Chat'],
    ],
    [['mute', 'open'], ['open']],
    [['foyer', 'mute', 'Chat', 'foyer://open/x'], ['foyer://open/x']],
    [['foyer', 'foyer://open/x', 'mute', 'Chat'], ['foyer://open/x']],
    [['foyer', 'zulip://x y', 'mute', 'Chat'], ['zulip://x y']],
  ])('%j is heard as %j', (argv, expected) => {
    expect(toArguments(argv)).toEqual(expected);
  });

  it('D62 is never heard as a command where a link is in it', () => {
    const word = fc.constantFrom('mute', 'focus', 'Chat', '--for', '1h', 'status', '--json', '-r');
    const line = fc.tuple(
      fc.array(word),
      fc.constantFrom('foyer:x', 'FOYER://open/a', 'zulip:y" mute'),
      fc.array(word),
    );
    fc.assert(
      fc.property(line, ([before, link, after]) => {
        const reading: Reading = readAsked(toArguments(['foyer', ...before, link, ...after]), vendors);
        expect(reading.from).toBe('link');
      }),
    );
  });
});

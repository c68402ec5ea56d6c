import { isDeepStrictEqual } from 'node:util';
import { toValues } from '../../core/ipc/credential-messages';
import { toIconUrl } from '../../core/ipc/message-fields';
import { messageLimits } from '../../core/ipc/service-limits';
import { parseServiceMessage } from '../../core/ipc/service-messages';
import { toChannels, toOwnNames } from '../../core/ipc/to-channels';
import { toHint } from '../../core/decide/attribute';
import { parseTitleUnread } from '../../core/model/unread';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { jsonLike, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

export const aRawChannel = {
  id: 'c1',
  name: 'general',
  kind: 'public',
  unread: 3,
  mentions: 1,
  muted: false,
  favourite: true,
  lastActivityMs: 1_795_000_000_000,
  tag: 'c1-tag',
  notifiesMentionsOnly: true,
};
const show = {
  kind: 'notification-show',
  pageId: 'a:1',
  title: 'Ann in #general',
  body: 'Lunch?',
  icon: 'https://chat.example.org/ann.png',
  tag: 't1',
  silent: false,
  requireInteraction: true,
  renotify: false,
  timestampMs: 1_795_000_000_000,
  lang: 'de',
  dir: 'rtl',
  origin: 'worker',
  actions: [{ action: 'reply', title: 'Reply' }],
  hint: {
    channelId: 'c1',
    sender: 'Ann',
    mention: 'personal',
    isThreadReply: true,
    messageId: 'm1',
    isServerId: true,
  },
  scope: 'https://chat.example.org/',
  state: '[["u"]]',
};
const talk = [
  show,
  { kind: 'notification-close', pageId: 'a:1' },
  { kind: 'badge', badge: { kind: 'count', count: 3 } },
  { kind: 'badge', badge: { kind: 'flag' } },
  { kind: 'notification-list', requestId: 'r1', scope: 'https://chat.example.org/' },
  { kind: 'worker-ready' },
  { kind: 'worker-focus', url: 'https://chat.example.org/' },
  { kind: 'worker-open', url: 'https://chat.example.org/x' },
  { kind: 'worker-done', requestId: 'r1' },
  { kind: 'capture', tracks: 2 },
  { kind: 'devices', cameras: ['Lid'], microphones: ['Headset'] },
  { kind: 'capture', tracks: 2, cameras: 1, screens: 1, asks: 1, shares: 1 },
  { kind: 'unsent', what: 'text' },
  { kind: 'flood', dropped: 12 },
];
const told = [
  {
    kind: 'channels',
    channels: [aRawChannel, { ...aRawChannel, id: 'c2', kind: 'direct' }],
    ownNames: ['ann'],
    canOpen: true,
    canMarkRead: true,
    mutes: ['all', 'none'],
  },
  { kind: 'signed-in', isSignedIn: true, server: { name: 'Chat', version: '8.1' } },
  { kind: 'connection', connection: 'live' },
  { kind: 'channel-shown', channelId: 'c1' },
  { kind: 'adapter-failed', reason: 'a room without id' },
];
const secret = [{ kind: 'credentials', requestId: 'r1', values: { token: 't', userId: 'u' } }];

// Schemas count characters, of which one may have two units.
const limits = { text: 2 * messageLimits.state, list: messageLimits.channels };

/** Whatever a page says is refused with a reason, or is a message within the limits that says the same when it is said again. */
function checkMessage(value: unknown): void {
  const parsed = parseServiceMessage(value);
  if (!parsed.ok) return expectThat(typeof parsed.reason === 'string', 'no reason');
  expectPlain(parsed.message, limits);
  const again = parseServiceMessage(parsed.message);
  expectThat(
    again.ok && isDeepStrictEqual(again.message, parsed.message),
    'another message at the second reading',
  );
  if (parsed.message.kind !== 'notification-show') return;
  const { title, body, tag, hint } = parsed.message;
  expectPlain([title, tag, hint?.sender], { text: messageLimits.tag, list: 3, isWellFormed: true });
  expectPlain(body, { text: messageLimits.body, list: 0, isWellFormed: true });
  toHint({ tag, hint }, []);
}

function checkChannels(value: unknown): void {
  const channels = toChannels(value);
  expectPlain(channels, { text: messageLimits.tag, list: messageLimits.channels, isWellFormed: false });
  for (const { id, name, unread, mentions } of channels) {
    expectThat(id !== '' && id.length <= messageLimits.channelId, 'no id');
    expectThat(name.length <= messageLimits.channelName, 'a name too long');
    expectThat(Number.isInteger(unread) && Number.isInteger(mentions) && unread >= 0, 'no count');
  }
  expectThat(new Set(channels.map(({ id }) => id)).size === channels.length, 'an id twice');
  expectThat(isDeepStrictEqual(toChannels(channels), channels), 'other channels at the second reading');
}

/** What pages of services say to main. */
export const messageTargets: readonly FuzzTarget[] = [
  targetOf('service messages', valuesLike(talk), checkMessage),
  targetOf('service messages as text', jsonLike([...talk, ...told]), checkMessage),
  targetOf('channel messages', valuesLike(told), checkMessage),
  targetOf(
    'channels',
    valuesLike([[aRawChannel, { ...aRawChannel, id: 'c2' }], [aRawChannel]]),
    checkChannels,
  ),
  targetOf('credential messages', valuesLike(secret), checkMessage),
  targetOf('credential values', valuesLike([{ token: 't', userId: 'u', deviceId: 'd' }]), (value) => {
    const values = toValues(value);
    expectPlain(values, { text: messageLimits.credential, list: messageLimits.credentials });
    if (values !== undefined) expectThat(isDeepStrictEqual(toValues(values), values), 'other values');
  }),
  targetOf('own names', valuesLike([['Ann', 'ann', 'deploy']]), (value) =>
    expectPlain(toOwnNames(value), { text: 80, list: messageLimits.ownNames, isWellFormed: true }),
  ),
  targetOf(
    'icons of notifications',
    textsLike(['https://a.example/x.png', 'data:image/png;base64,AAAA']),
    (text) => {
      const url = toIconUrl(text);
      expectThat(
        url === undefined || (/^(?:https?:\/\/|data:image\/)/i.test(url) && url.length <= 65_536),
        'no icon',
      );
    },
  ),
  targetOf(
    'titles of pages',
    textsLike(['(3) Chat', '[2] Chat', '(•) Chat | general', 'Chat [9+]']),
    (title) => {
      const { direct } = parseTitleUnread(title);
      expectThat(
        direct === 'unknown' || (Number.isInteger(direct) && direct >= 0 && direct <= 9999),
        'no count',
      );
    },
  ),
];

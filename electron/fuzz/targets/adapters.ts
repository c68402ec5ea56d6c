import { toChannels } from '../../core/ipc/to-channels';
import { fittingChannels } from '../../preload/fitting-channels';
import { adapterOf } from '../../recipes/adapters';
import { recorded as converse } from '../../recipes/converse/recorded.test-support';
import { readLevel, withLevel, isPinned } from '../../recipes/converse/notify-setting';
import { fitsGlob } from '../../recipes/element/glob';
import { recorded as element } from '../../recipes/element/recorded.test-support';
import { toRaw as mattermost } from '../../recipes/mattermost/recorded.test-support';
import { recorded as rocketchat } from '../../recipes/rocketchat/recorded.test-support';
import { recorded as thelounge } from '../../recipes/thelounge/recorded.test-support';
import { messageText } from '../../recipes/zulip/message-text';
import { recorded as zulip } from '../../recipes/zulip/recorded.test-support';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { toJson, valuesLike } from '../mutate-value';
import { targetOf, type FuzzTarget } from '../target';

const limits = { text: 400_000, list: 5000 };
/** People and rooms of the samples: no reason for a failure may name them. */
const NAMES = /alice|bob|carol|general|leads|lunch|deploy|riverside/i;

/** Runs what may throw, and sees that it threw what it says: a short reason of ours, and no word of the page's. */
function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    expectThat(error instanceof Error && error.constructor === Error, `threw ${String(error)}`);
    const { message } = error as Error;
    expectThat(message.length < 100 && !NAMES.test(message), `says ${message}`);
    return undefined;
  }
}

/** Whatever a page hands over, its adapter reads it or says why not, and what it tells is what main takes. */
function checkAdapter(recipeId: string, raw: unknown): void {
  const adapter = adapterOf(recipeId);
  if (adapter === undefined) throw new Error(`no adapter of ${recipeId}`);
  // A page hands over JSON.
  const text = toJson(raw);
  const given: unknown = text === 'undefined' ? undefined : JSON.parse(text);
  const report = attempt(() => adapter.read(given));
  if (report !== undefined) {
    const channels = report.channels && fittingChannels(report.channels);
    expectPlain({ ...report, channels }, limits);
    const kept = toChannels(channels);
    expectPlain(kept, { text: 512, list: 2000 });
    for (const { id } of kept.slice(0, 1)) {
      for (const wish of [
        { kind: 'open', channelId: id, messageId: '61' },
        { kind: 'read', channelId: id },
        { kind: 'mute', channelId: id, level: 'mentions' },
      ] as const)
        expectPlain(
          attempt(() => adapter.toOrder?.(wish, given)),
          limits,
        );
    }
  }
  const said = { title: 'carol says', body: 'Lunch?', tag: 'chan-2' };
  expectPlain(
    attempt(() => adapter.hint?.(said, given)),
    limits,
  );
}

/** What is known comes as text within the text. */
const ofMattermost = [JSON.parse(mattermost().known) as object];
const checkMattermost = (known: unknown): void =>
  checkAdapter('mattermost', {
    isSignedIn: true,
    isLive: true,
    path: '/engineering/channels/x',
    known: toJson(known),
  });

const notify = [
  '<notify xmlns="urn:xmpp:notification-settings:1"><never/></notify>',
  '<pinned xmlns="urn:xmpp:bookmarks-pinning:0"/>',
];

/** What pages hand over to the adapters of their recipes. */
export const adapterTargets: readonly FuzzTarget[] = [
  targetOf('adapter of Converse', valuesLike([converse]), (raw) => checkAdapter('converse', raw)),
  targetOf('adapter of Element', valuesLike([element]), (raw) => checkAdapter('element', raw)),
  targetOf('adapter of Mattermost', valuesLike(ofMattermost), checkMattermost),
  targetOf('adapter of Mattermost around', valuesLike([mattermost()]), (raw) =>
    checkAdapter('mattermost', raw),
  ),
  targetOf('adapter of Rocket.Chat', valuesLike([rocketchat]), (raw) => checkAdapter('rocketchat', raw)),
  targetOf('adapter of The Lounge', valuesLike([thelounge]), (raw) => checkAdapter('thelounge', raw)),
  targetOf('adapter of Zulip', valuesLike([zulip]), (raw) => checkAdapter('zulip', raw)),
  targetOf('settings of XMPP', textsLike(notify, ['<never/>', '</notify>', '<on-mention/>']), (extension) => {
    readLevel([extension]);
    isPinned([extension]);
    for (const level of ['all', 'mentions', 'none'] as const)
      expectThat(readLevel(withLevel([extension], level)) === level, `not ${level}`);
  }),
  targetOf(
    'patterns of Matrix',
    textsLike(['*lunch?', 'deploy*now', '**', 'a*b*c*d'], ['*', '?']),
    (pattern) => {
      // Rules are the person's own; a server takes 64 kB of an event.
      fitsGlob(pattern.slice(0, 1000), `${'lunch '.repeat(400)}${pattern.slice(0, 4000)}`, true);
    },
  ),
  targetOf(
    'messages of Zulip',
    textsLike(
      [
        '<p>hello <em>you</em></p>',
        '<blockquote><p>x</p></blockquote><p>y</p>',
        '<div class="spoiler-block"><a href="x">y</a></div>',
        '<span class="katex"><math><annotation>x</annotation></math></span>',
      ],
      ['<', '>', '</p>', '&#', '"'],
    ),
    (html) => {
      expectPlain(messageText(html), { text: 60_000, list: 0 });
    },
  ),
];

import * as fc from 'fast-check';
import { clipTold } from '../../main/listeners/clip-told';
import { listen as listenToElement } from '../../recipes/element/listener';
import { readSync } from '../../recipes/element/listener-batch';
import { readSliding } from '../../recipes/element/listener-sliding';
import * as matrix from '../../recipes/element/listener.test-support';
import type { Listen, ListenAnswer, ListenEnd, ListenRequest, ListenerTold } from '../../recipes/listening';
import {
  fakePort as aMattermost,
  live as liveMattermost,
} from '../../recipes/mattermost/listener.test-support';
import { own } from '../../recipes/raw';
import {
  fakePort as aRocketChat,
  live as liveRocketChat,
} from '../../recipes/rocketchat/listener.test-support';
import { listen as listenToLounge } from '../../recipes/thelounge/listener';
import * as lounge from '../../recipes/thelounge/listener.test-support';
import { readPackets } from '../../recipes/thelounge/packets';
import { listen as listenToZulip } from '../../recipes/zulip/listener';
import { between, inTopic, messageEvent, registered } from '../../recipes/zulip/registered.test-support';
import { expectPlain, expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { jsonLike, toJson, valuesLike } from '../mutate-value';
import { lineTargetOf, targetOf, type FuzzTarget } from '../target';
import { createHeldPort } from './held-port';
import * as frames from './frames';
import { matrix as matrixSync, sliding } from './matrix-frames';

/** Frames that come over one line before the next is opened. */
const PER_LINE = 40;
const REASON = /^[\w .,:'’/-]{1,120}$/;

/** What was told is what main takes, and no end says a word of a message. */
function checkTold(told: readonly ListenerTold[], ends: readonly (readonly [ListenEnd, string])[]): void {
  for (const one of told) {
    const clipped = clipTold(one);
    expectPlain(clipped, { text: 2048, list: 2000 });
    if (one.kind === 'channels') expectThat(one.channels.length <= 5000, 'too many channels');
  }
  for (const [, reason] of ends)
    expectThat(REASON.test(reason) && !frames.SAID.test(reason), `ends with ${reason.slice(0, 80)}`);
}

/** A message of Mattermost's is JSON within JSON. */
const ofMattermost = valuesLike(frames.mattermost).map((frame) => {
  const data = own(frame, 'data');
  if (typeof data !== 'object' || data === null) return toJson(frame);
  const texts = Object.entries(data).map(([name, value]) =>
    typeof value === 'object' && value !== null ? [name, toJson(value)] : [name, value],
  );
  return toJson({ ...(frame as object), data: Object.fromEntries(texts) as unknown });
});

/** Lets a listener that asks again and again hear these answers. */
async function hearAnswers(
  listen: Listen,
  start: { readonly url: string; readonly credentials: Parameters<Listen>[0]['credentials'] },
  first: (request: ListenRequest) => ListenAnswer | undefined,
  answers: readonly string[],
): Promise<void> {
  const left = [...answers];
  const isPoll = ({ url }: ListenRequest): boolean => /[?&](?:since|last_event_id)=/.test(url);
  const held = createHeldPort((request) => {
    if (!isPoll(request)) return first(request);
    const text = left.shift();
    return text === undefined ? undefined : { status: 200, headers: {}, text };
  });
  const stop = listen({ ...start, resume: undefined }, held.port);
  for (let before = -1; before !== left.length && held.ends.length === 0;) {
    before = left.length;
    await held.settle();
    await held.settle();
  }
  stop();
  checkTold(held.told, held.ends);
}

const zulipStart = {
  url: 'https://zulip.example/',
  credentials: { cookies: { sessionid: 's', csrftoken: 'c' }, values: {} },
};
const zulipFirst = ({ url }: ListenRequest): ListenAnswer => {
  const body = url.includes('/json/register')
    ? { result: 'success', ...registered, queue_id: 'q', last_event_id: -1, max_message_id: 44 }
    : { result: 'success', messages: [], found_newest: true };
  return { status: 200, headers: {}, text: JSON.stringify(body) };
};
const events = [
  messageEvent(between(50, [8, 9], { content: '<p>secret lunch</p>' }), 'mentioned'),
  messageEvent(inTopic(51, 3, 'Releases')),
  ...frames.zulip,
].map((event, id) => ({ result: 'success', events: [{ id, ...event }] }));

const matrixStart = { url: 'https://element.test/', credentials: { cookies: {}, values: matrix.values } };
const syncs = [
  matrix.joined(matrix.part([matrix.said('secret lunch')], 1, { state: { events: matrix.state } })),
  matrix.first(),
  matrixSync,
];
const matrixFirst = (request: ListenRequest): ListenAnswer =>
  matrix.aServer([])(request) ?? matrix.answer(matrix.first());

async function hearLounge(texts: readonly string[]): Promise<void> {
  const held = createHeldPort(() => undefined);
  const credentials = { cookies: {}, values: lounge.values };
  const stop = listenToLounge({ url: 'https://irc.example/', credentials, resume: undefined }, held.port);
  const hear = held.sockets[0]?.hear;
  hear?.onText('0{"sid":"s","pingInterval":25000,"pingTimeout":60000}');
  for (const said of [
    ['auth:start', 7],
    ['auth:success'],
    ['init', { active: -1, networks: lounge.networks }],
  ])
    hear?.onText(`42${JSON.stringify(said)}`);
  for (const text of texts) hear?.onText(text);
  await Promise.resolve();
  stop();
  checkTold(held.told, held.ends);
}

/** What servers say to the listeners of asleep services. */
export const listenerTargets: readonly FuzzTarget[] = [
  lineTargetOf('listener of Mattermost', ofMattermost, PER_LINE, async (texts) => {
    const port = await liveMattermost(aMattermost());
    for (const text of texts) port.say(text);
    port.pass(100);
    await port.settle();
    checkTold(port.told, port.ends);
  }),
  lineTargetOf('listener of Rocket.Chat', jsonLike(frames.rocketchat), PER_LINE, async (texts) => {
    const port = await liveRocketChat(aRocketChat());
    for (const text of texts) port.say(text);
    port.pass(100);
    await port.settle();
    checkTold(port.told, port.ends);
  }),
  lineTargetOf(
    'listener of The Lounge',
    jsonLike(frames.lounge).map((text) => `42${text}`),
    PER_LINE,
    hearLounge,
  ),
  lineTargetOf('listener of Zulip', jsonLike(events), PER_LINE, (texts) =>
    hearAnswers(listenToZulip, zulipStart, zulipFirst, texts),
  ),
  lineTargetOf('listener of Matrix', jsonLike(syncs), PER_LINE, (texts) =>
    hearAnswers(listenToElement, matrixStart, matrixFirst, texts),
  ),
  lineTargetOf(
    'first answers of Mattermost',
    fc.tuple(fc.nat(20), jsonLike(frames.mattermostRest)),
    4,
    async (given) => {
      const paths = frames.mattermostPaths;
      const answers = given.map(([at, text]) => [paths[at % paths.length] ?? '', { text }] as const);
      const port = await liveMattermost(aMattermost(Object.fromEntries(answers)));
      await port.settle();
      checkTold(port.told, port.ends);
    },
  ),
  targetOf(
    'packets of Socket.IO',
    textsLike(
      ['42["msg",{"chan":2}]', '0{"sid":"s","pingInterval":25000}', '2', '40', '42["a"]\u{1e}2'],
      ['\u{1e}', '42', '[', '"'],
    ),
    (text) => {
      for (const packet of readPackets(text))
        if (packet.kind === 'open') expectThat(packet.quietMs > 0, 'no patience');
    },
  ),
  targetOf('answers of sync', valuesLike(syncs), (value) => void readSync(value)),
  targetOf(
    'answers of sliding sync',
    valuesLike([sliding]),
    (value) => void readSliding(value, matrix.ALICE),
  ),
  targetOf('what listeners tell', valuesLike(frames.told), (value) => {
    const told = (typeof value === 'object' && value !== null ? value : {}) as ListenerTold;
    if (told.kind === 'channels-changed' && told.gone !== undefined && !Array.isArray(told.gone)) return;
    const clipped = clipTold(told);
    expectPlain(clipped, { text: 2048, list: 2000 });
  }),
];

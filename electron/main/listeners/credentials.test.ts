import { describe, expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import type { ServiceEvent } from '../../core/ipc/service-messages';
import type { ListeningManifest } from '../../recipes/listening';
import type { MessageSender } from '../ipc/service-channel';
import { ANSWER_PATIENCE_MS, createCredentialDesk } from './credentials';

const whole: ListeningManifest = { cookies: ['SESSION', 'CSRF?'], stored: { token: 'Meteor.loginToken' } };
const values = { token: 't0k3n' };

function setUp(manifest: ListeningManifest | undefined = whole) {
  const asked: Extract<ServiceEvent, { kind: 'credentials-wanted' }>[] = [];
  const refused: string[] = [];
  const timers: { readonly delayMs: number; readonly run: () => void }[] = [];
  const page = {
    id: 1,
    url: 'https://a.test/chat',
    mainFrame: { processId: 4, routingId: 7 },
    getURL: () => page.url,
    send: (_channel: string, event: ServiceEvent): void => {
      if (event.kind === 'credentials-wanted') asked.push(event);
    },
  };
  const cookies = [
    { name: 'SESSION', value: 'near' },
    { name: 'SESSION', value: 'far' },
    { name: 'other', value: 'x' },
  ];
  const there = { hasPage: true, cookies };
  const desk = createCredentialDesk({
    serviceOf: (id) => (id === 'a' || id === 'b' ? aService(id, { url: `https://${id}.test/` }) : undefined),
    listeningOf: () => manifest,
    pageOf: (id) => (id === 'a' && there.hasPage ? page : undefined),
    isOwnSite: (id, url) => url.startsWith(`https://${id}.test/`),
    cookiesOf: ({ url }) => ({ get: async (filter) => (filter.url === url ? there.cookies : []) }),
    newId: () => `q${asked.length}`,
    after: (delayMs, run) => {
      const timer = { delayMs, run };
      timers.push(timer);
      return () => void timers.splice(timers.indexOf(timer), 1);
    },
    refuse: (id, reason) => void refused.push(`${id} ${reason}`),
  });
  const sender = (changes: Partial<MessageSender> = {}): MessageSender => ({
    key: 'frame:1:4:7',
    from: 'frame',
    senderId: 1,
    processId: 4,
    frameRoutingId: 7,
    frameUrl: 'https://a.test/chat',
    origin: 'https://a.test',
    reply: () => true,
    ...changes,
  });
  const answer = (given: object = {}, by: Partial<MessageSender> = {}, serviceId = 'a'): void =>
    desk.hear(serviceId, { kind: 'credentials', requestId: 'q0', values, ...given }, sender(by));
  return { desk, asked, refused, timers, page, there, answer };
}

describe('createCredentialDesk', () => {
  it('J20 takes what the page tells and the cookies of its start page, the closest of one name', async () => {
    const { desk, asked, answer, timers } = setUp();
    const taken = desk.take('a');
    expect(asked).toEqual([
      { kind: 'credentials-wanted', requestId: 'q0', stored: { token: 'Meteor.loginToken' } },
    ]);
    answer();
    expect(await taken).toEqual({ cookies: { SESSION: 'near' }, values });
    expect(timers).toEqual([]);
  });

  it('J20 has none where the page tells none, or less than is needed', async () => {
    for (const given of [{ values: undefined }, { values: {} }, { values: { toString: 'x' } }]) {
      const { desk, answer } = setUp();
      const taken = desk.take('a');
      answer(given);
      expect(await taken).toBeUndefined();
    }
    const more = setUp({ takesMore: true });
    const taken = more.desk.take('a');
    more.answer({ values: {} });
    expect(await taken).toBeUndefined();
  });

  it('J20 has none where a cookie is missing, or cannot be read', async () => {
    const { desk, answer, there } = setUp();
    there.cookies = [];
    const taken = desk.take('a');
    answer();
    expect(await taken).toBeUndefined();
  });

  it('J20 has none of a service that is not there, has no page, or cannot be listened to', async () => {
    expect(await setUp().desk.take('gone')).toBeUndefined();
    expect(await setUp().desk.take('b')).toBeUndefined();
    expect(await setUp(undefined).desk.takeCookies('a')).toBeUndefined();
  });

  it('J21 asks no page that is elsewhere', async () => {
    const { desk, asked, page } = setUp();
    page.url = 'https://sign-in.test/';
    expect(await desk.take('a')).toBeUndefined();
    expect(asked).toEqual([]);
  });

  it('J22 waits 5 s and then refuses the answer', async () => {
    const { desk, answer, timers, refused } = setUp();
    const taken = desk.take('a');
    expect(timers.map(({ delayMs }) => delayMs)).toEqual([ANSWER_PATIENCE_MS]);
    timers[0]?.run();
    expect(await taken).toBeUndefined();
    answer();
    expect(refused).toEqual(['a not-asked']);
  });

  it.each([
    ['of a number that was not asked', { requestId: 'q9' }, {}, 'a'],
    ['of another service', {}, {}, 'b'],
    ['of a window', {}, { senderId: 2 }, 'a'],
    ['of a sub-frame', {}, { frameRoutingId: 8 }, 'a'],
    ['of a frame of another process', {}, { processId: 5 }, 'a'],
    ['of a worker', {}, { from: 'worker' as const }, 'a'],
    ['of a page that has gone elsewhere', {}, { frameUrl: 'https://b.test/' }, 'a'],
  ])('J22 refuses an answer %s, and the right one counts all the same', async (_, given, by, serviceId) => {
    const { desk, answer, refused } = setUp();
    const taken = desk.take('a');
    answer({ values: { token: 'forged' }, ...given }, by, serviceId);
    expect(refused).toEqual([`${serviceId} not-asked`]);
    answer();
    expect(await taken).toMatchObject({ values });
    answer({ values: { token: 'late' } });
    expect(refused).toHaveLength(2);
  });

  it('J25 takes cookies without a page where they are all that is needed', async () => {
    const { desk, there, asked } = setUp({ cookies: ['SESSION'] });
    there.hasPage = false;
    expect(await desk.takeCookies('a')).toEqual({ cookies: { SESSION: 'near' }, values: {} });
    expect(await desk.take('a')).toEqual({ cookies: { SESSION: 'near' }, values: {} });
    expect(asked).toEqual([]);
    expect(await setUp().desk.takeCookies('a')).toBeUndefined();
    expect(await setUp({ takesMore: true }).desk.takeCookies('a')).toBeUndefined();
  });

  it('J22 leaves questions unanswered when it ends', async () => {
    const { desk } = setUp();
    const taken = desk.take('a');
    desk.stop();
    expect(await taken).toBeUndefined();
  });
});

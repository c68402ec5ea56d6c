import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { InboxPage } from '../../../core/model/inbox';
import { anEntry } from '../inbox.test-support';
import { fill, keysOf, openGood, pageOf, useFolder } from './engine.test-support';

const folder = useFolder();
const NOON = Date.UTC(2026, 10, 25, 12);

it('I11 pages go from the newest to the oldest and meet without gap or overlap, whatever comes meanwhile', async () => {
  const engine = openGood(folder.path);
  fill(
    engine,
    Array.from({ length: 25 }, () => ({})),
  );
  const keys: string[] = [];
  let beforeId: number | null = null;
  for (let page = 0; page === 0 || beforeId !== null; page += 1) {
    const found: InboxPage = await engine.answer<'page'>({
      kind: 'page',
      filter: {},
      beforeId,
      limit: 10,
    });
    keys.push(...found.entries.map(({ key }) => key));
    engine.write([{ kind: 'entry', entry: anEntry(`late ${page}`) }]);
    beforeId = found.nextId;
  }
  expect(keys).toEqual(Array.from({ length: 25 }, (_, index) => String(25 - index)));
});

it('I11 gives an entry as it was put in, and ids are not used again', async () => {
  const engine = openGood(folder.path);
  const entry = anEntry('whole', {
    channelId: null,
    channelName: null,
    sender: null,
    channelKind: 'unknown',
    from: { scope: { kind: 'everywhere' }, isTemporary: true },
    trail: [{ step: 'mention', value: 'direct' }],
    decision: 'show-silently',
    reason: 'sound-off',
    isRead: true,
  });
  engine.write([{ kind: 'entry', entry }]);
  const [found] = await pageOf(engine, {});
  expect(found).toEqual({ ...entry, id: 1, sessionId: 1 });
  expect(await engine.answer<'entry'>({ kind: 'entry', id: 1 })).toEqual(found);
  await engine.answer<'remove'>({ kind: 'remove', selection: {} });
  fill(engine, [{}]);
  expect((await pageOf(engine, {})).map(({ id }) => id)).toEqual([2]);
  expect(await engine.answer<'entry'>({ kind: 'entry', id: 1 })).toBeUndefined();
});

const textCases: readonly (readonly [typed: string, body: string, isFound: boolean])[] = [
  ['lun', 'Lunch at noon?', true],
  ['NOON lunch', 'Lunch at noon?', true],
  ['unch', 'Lunch at noon?', false],
  ['lunch dinner', 'Lunch at noon?', false],
  ['cafe', 'Im Café', true],
  ['Im Café', 'im cafe', true],
  ['Ａｄａ', 'see ada', true],
  ['会議', '明日の会議は十時', true],
  ['会十', '明日の会議は十時', false],
  ['かいぎ', 'あしたのかいぎ', true],
  ['회의', '회의는 열 시', true],
  ['ประชุม', 'พรุ่งนี้ประชุม', true],
  ['नमस्ते', 'नमस्ते दुनिया', true],
  ['встр', 'Встреча завтра', true],
  ['🎉', 'done🎉', true],
  ['done', 'done🎉', true],
  ['foo-bar', 'a foo-bar b', true],
  ['"noon', 'Lunch at noon?', true],
  ['noon*', 'Lunch at noon?', true],
  ['noon AND', 'Lunch at noon?', false],
  ['title:noon', 'Lunch at noon?', false],
  ['...', 'Lunch ...', false],
  ['   ', 'Lunch', true],
];

it.each(textCases)('I13 "%s" in "%s": %s', async (text, body, isFound) => {
  const engine = openGood(folder.path);
  fill(engine, [{ body, title: '', sender: null, channelName: null }]);
  expect(await keysOf(engine, { text })).toEqual(isFound ? ['1'] : []);
});

it('I13 looks in title, sender and channel name, and never in our own facets', async () => {
  const engine = openGood(folder.path);
  fill(engine, [{ title: 'Tidings', sender: 'Zoë', channelName: 'Büro', mention: 'personal' }]);
  expect(await keysOf(engine, { text: 'tidings zoe bur' })).toEqual(['1']);
  expect(await keysOf(engine, { text: 'me' })).toEqual([]);
  expect(await keysOf(engine, { text: 'dshow' })).toEqual([]);
});

it('I13 any text can be typed, and any text be kept', async () => {
  const engine = openGood(folder.path);
  const anyText = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 60 }),
    fc.stringMatching(/^["*^:(){}+\-\\,.\0 ANDORNEARtitle]{0,40}$/),
    fc.array(fc.integer({ min: 0, max: 0xffff })).map((codes) => String.fromCharCode(...codes)),
  );
  let index = 0;
  await fc.assert(
    fc.asyncProperty(anyText, anyText, async (text, body) => {
      index += 1;
      engine.write([{ kind: 'entry', entry: anEntry(`any ${index}`, { body, title: text, sender: text }) }]);
      const found = await pageOf(engine, { text, sender: text, serviceId: text, channelId: body });
      expect(found).toEqual([]);
      await pageOf(engine, { text: body });
    }),
    { numRuns: 300 },
  );
  expect(await engine.answer<'count'>({ kind: 'count', filter: {} })).toBe(index);
});

it('I13 the words of a text find it', async () => {
  const engine = openGood(folder.path);
  const word = fc.string({
    unit: fc.constantFrom(...'a b c ä é ß ж λ 中 あ 한 ก १ 5'.split(' ')),
    minLength: 1,
    maxLength: 6,
  });
  let index = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(word, { minLength: 1, maxLength: 8 }), fc.nat(), async (words, at) => {
      index += 1;
      const key = `words ${index}`;
      engine.write([{ kind: 'entry', entry: anEntry(key, { body: words.join(' '), title: key }) }]);
      const typed = `${words[at % words.length] ?? ''} ${key}`;
      expect(await keysOf(engine, { text: typed })).toContain(key);
    }),
    { numRuns: 150 },
  );
});

it('I15 counts by service and channel, names as they were last, the latest first', async () => {
  const engine = openGood(folder.path);
  fill(engine, [
    { channelId: 'a', channelName: 'Old', atMs: NOON },
    { channelId: 'b', channelName: 'Other', atMs: NOON + 5 },
    { channelId: 'a', channelName: 'New', channelKind: 'private', atMs: NOON + 3, isRead: true },
    { channelId: null, channelName: null, channelKind: 'unknown', atMs: NOON + 4 },
  ]);
  expect(await engine.answer<'channels'>({ kind: 'channels', filter: { serviceId: 'work' } })).toEqual([
    {
      serviceId: 'work',
      channelId: null,
      channelName: null,
      channelKind: 'unknown',
      count: 1,
      unread: 1,
      lastMs: NOON + 4,
    },
    {
      serviceId: 'work',
      channelId: 'a',
      channelName: 'New',
      channelKind: 'private',
      count: 2,
      unread: 1,
      lastMs: NOON + 3,
    },
    {
      serviceId: 'work',
      channelId: 'b',
      channelName: 'Other',
      channelKind: 'public',
      count: 1,
      unread: 1,
      lastMs: NOON + 5,
    },
  ]);
});

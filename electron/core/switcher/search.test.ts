import { describe, expect, it } from 'vitest';
import { aService, anEntry, found, marked, searchIn } from './switcher.test-support';

const shelf = [
  ...aService('Rocket.Chat', 'rocketchat', 'general', 'genesis', 'dev-general', 'Jürgen', 'regenerate'),
  ...aService('Work', 'Mattermost', 'general', 'kubernetes', 'dev-frontend', 'translations', '2024'),
  ...aService('日本', 'Slack', '開発チーム', 'お知らせ'),
  ...aService('مكتب', 'Zulip', 'مَرْكَز الدعم', '공지사항', 'разработка'),
];

describe('searchSwitcher', () => {
  it.each([
    ['by its name', 'kubernetes', ['Work › kubernetes']],
    ['by name and place', 'work front', ['Work › dev-frontend']],
    ['in any order', 'front work dev', ['Work › dev-frontend']],
    ['by its recipe', 'mattermost kub', ['Work › kubernetes']],
    ['not where a word is missing', 'work kubernetes slack', []],
    ['nothing like it', 'zzzz', []],
    ['by a part', 'nslat', ['Work › translations']],
  ])('Y1 finds %s', (_, query, expected) => {
    expect(found(shelf, query)).toEqual(expected);
  });

  it.each([
    ['jurgen', 'Rocket.Chat › Jürgen'],
    ['JÜRGEN', 'Rocket.Chat › Jürgen'],
    ['発', '日本 › 開発チーム'],
    ['ちーむ', '日本 › 開発チーム'],
    ['お知', '日本 › お知らせ'],
    ['مركز', 'مكتب › مَرْكَز الدعم'],
    ['공지', 'مكتب › 공지사항'],
    ['РАЗРАБ', 'مكتب › разработка'],
  ])('Y2 %s finds %s', (query, expected) => {
    expect(found(shelf, query)[0]).toBe(expected);
  });

  it('Y4 the name whole, its start, start of a word, place, terms, initials, inside, place otherwise, mistyped', () => {
    const order = [
      anEntry('gene'),
      anEntry('genes'),
      anEntry('a-gene'),
      anEntry('gx', { where: 'Gene', terms: [] }),
      anEntry('g-en-x-e'),
      anEntry('oxygene'),
      anEntry('bone', { where: 'Hygene' }),
      anEntry('gnee'),
    ];
    // Of those that have the word in their place alone, one comes after what has it inside its name.
    expect(found(order.toReversed(), 'gene')).toEqual([
      'gene',
      'genes',
      'a-gene',
      'g-en-x-e',
      'oxygene',
      'Gene › gx',
      'Hygene › bone',
      'gnee',
    ]);
  });

  it.each([
    ['rgen', 'Rocket.Chat › general'],
    ['rcgen', 'Rocket.Chat › general'],
    ['rocgen', 'Rocket.Chat › general'],
    ['rcdg', 'Rocket.Chat › dev-general'],
    ['df', 'Work › dev-frontend'],
    ['wdf', 'Work › dev-frontend'],
    ['日チ', '日本 › 開発チーム'],
  ])('Y5 %s finds %s', (query, expected) => {
    expect(found(shelf, query)[0]).toBe(expected);
  });

  it('Y5 are in order, without letters left out', () => {
    expect(found([anEntry('front-genesis')], 'fgs')).toEqual([]);
    expect(found([anEntry('general', { where: 'Rocket.Chat' })], 'gr')).toEqual([]);
    expect(found([anEntry('general', { where: 'Rocket.Chat' })], 'rcx')).toEqual([]);
  });

  it.each([
    ['a letter missing', 'genral', 'general'],
    ['a letter too many', 'genneral', 'general'],
    ['a wrong letter', 'genaral', 'general'],
    ['two in each other’s place', 'geenral', 'general'],
    ['the first letter', 'heneral', 'general'],
    ['the first two', 'egneral', 'general'],
    ['while typing', 'genre', 'general'],
    ['two in a long word', 'kuebrnetse', 'kubernetes'],
    ['two more', 'trnslatoins', 'translations'],
    ['in a later word', 'fornt', 'dev-frontend'],
  ])('Y6 forgives %s', (_, query, expected) => {
    expect(searchIn(shelf, query).map(({ entry }) => entry.name)).toContain(expected);
  });

  it.each([
    ['two in a short word', 'gxnexal'],
    ['one in three letters', 'dvx'],
    ['a number', '2023'],
    ['three in a long word', 'kxbxrnxtes'],
  ])('Y6 does not forgive %s', (_, query) => {
    expect(found(shelf, query)).toEqual([]);
  });

  it('Y6 forgives in a place, and has one mistake before two', () => {
    expect(found(shelf, 'matermost kub')).toEqual(['Work › kubernetes']);
    expect(found([anEntry('translxtixns'), anEntry('translxtions')], 'translations')).toEqual([
      'translxtions',
      'translxtixns',
    ]);
  });

  it('Y7 has a service before what is in it, and both after what is called so', () => {
    expect(found(shelf, 'work')[0]).toBe('Work');
    expect(found([...shelf, anEntry('homework', { where: 'Home' })], 'work').slice(0, 3)).toEqual([
      'Work',
      'Home › homework',
      'Work › 2024',
    ]);
    expect(found(shelf, 'slack')[0]).toBe('日本');
    const focus = anEntry('Focus for 1 hour', { kind: 'command', terms: ['do not disturb'] });
    expect(found([anEntry('xdisturb'), focus], 'disturb')).toEqual(['Focus for 1 hour', 'xdisturb']);
  });

  it('Y8 counts the worst word, then all; words together count as one', () => {
    const rooms = [
      anEntry('ops-web'),
      anEntry('webops'),
      anEntry('web-tops'),
      anEntry('web ops'),
      anEntry('web-ops-eu'),
    ];
    expect(found(rooms, 'web ops')).toEqual(['web ops', 'webops', 'web-ops-eu', 'ops-web', 'web-tops']);
    expect(found(shelf, 'rocket chat')[0]).toBe('Rocket.Chat');
    expect(found(shelf, 'work gen')[0]).toBe('Work › general');
  });

  it('Y9 orders equals by what is unread, name, service and key', () => {
    const equals = [
      anEntry('gen-b', { where: 'Z' }),
      anEntry('gen-b', { where: 'A' }),
      anEntry('gen-a'),
      anEntry('gen-c', { unread: 1 }),
      anEntry('gen-d', { unread: 1, mentions: 1 }),
      anEntry('gen-e', { unread: 1, isDirect: true }),
      anEntry('gen-0', { unread: 9, isDirect: true, muted: true }),
    ];
    const order = ['gen-e', 'gen-d', 'gen-c', 'gen-0', 'gen-a', 'A › gen-b', 'Z › gen-b'];
    expect(found(equals, 'gen')).toEqual(order);
    expect(found(equals.toReversed(), 'gen')).toEqual(order);
  });

  it('Y9 has a name typed whole before all others', () => {
    const names = ['general', 'general-talk', 'a general', 'GENERAL info', 'g eneral', 'gen-eral'];
    for (const name of names)
      expect(
        found(
          names.map((one) => anEntry(one)),
          name,
        )[0],
      ).toBe(name);
  });

  it.each([
    ['@', ['Mara', 'Ops & Mara', 'Mara K']],
    ['#', ['mara-room']],
    ['>', ['Mute Mara']],
    ['@ mara k', ['Mara K']],
    ['mara #', ['mara-room']],
    ['mute >', ['Mute Mara']],
  ])('Y11 %s', (query, expected) => {
    const all = [
      anEntry('Mara', { isDirect: true, channelKind: 'direct' }),
      anEntry('Ops & Mara', { channelKind: 'group' }),
      anEntry('Mara K', { kind: 'person' }),
      anEntry('mara-room'),
      anEntry('Mute Mara', { kind: 'command' }),
      anEntry('Mara', { kind: 'service' }),
      anEntry('Mara: hello', { kind: 'entry', isDirect: true }),
    ];
    expect(found(all, query).toSorted()).toEqual(expected.toSorted());
  });

  it.each([
    [
      'work:',
      [
        'Work',
        'Work › 2024',
        'Work › dev-frontend',
        'Work › general',
        'Work › kubernetes',
        'Work › translations',
      ],
    ],
    ['wo: general', ['Work › general']],
    ['matterm:gen', ['Work › general']],
    ['rocketchat: jur', ['Rocket.Chat › Jürgen']],
    ['"rocket.chat": jur', ['Rocket.Chat › Jürgen']],
    ['日本: 開', ['日本 › 開発チーム']],
  ])('Y12 %s', (query, expected) => {
    expect(found(shelf, query).toSorted()).toEqual(expected.toSorted());
  });

  it('Y12 takes it for a word where no service is called so', () => {
    expect(found([...shelf, anEntry('Re: invoice')], 're: invoice')).toContain('Re: invoice');
    expect(found(shelf, 'ork: general')).toEqual(['Work › general']);
    expect(found([anEntry('12:30 lunch')], '12:30')).toEqual(['12:30 lunch']);
    expect(found([anEntry('Focus', { kind: 'command', terms: ['quiet'] })], 'quiet: focus')).toEqual([
      'Focus',
    ]);
  });

  it.each([
    ['gen', 'Rocket.Chat', 'dev-general', 'Rocket.Chat', 'dev-[gen]eral'],
    ['rgen', 'Rocket.Chat', 'general', '[R]ocket.Chat', '[gen]eral'],
    ['roc gen', 'Rocket.Chat', 'general', '[Roc]ket.Chat', '[gen]eral'],
    ['strasse', 'Work', 'Große Straße!', 'Work', 'Große [Straße]!'],
    ['stras', 'Work', 'Straße', 'Work', '[Straß]e'],
    ['re', 'Work', 're\u0301union', 'Work', '[re\u0301]union'],
    ['devops', 'Work', 'dev-ops', 'Work', '[dev-ops]'],
    ['dev ops', 'Work', 'ops of dev', 'Work', '[ops] of [dev]'],
    ['ab', 'Work', '𝐀𝐁c', 'Work', '[𝐀𝐁]c'],
    ['が', 'Work', 'ｶﾞｲﾄﾞ', 'Work', '[ｶﾞ]ｲﾄﾞ'],
    ['김', 'Work', '김민수', 'Work', '[김]민수'],
    ['기', 'Work', '김민수', 'Work', '[김]민수'],
    ['genreal', 'Work', 'dev-general', 'Work', 'dev-[general]'],
    ['مركز', 'Work', 'مَرْكَز الدعم', 'Work', '[مَرْكَز] الدعم'],
    ['wrok', 'Work', 'x', '[Work]', 'x'],
    ['terms', 'Work', 'x', 'Work', 'x'],
  ])('Y13 marks %s in %s › %s', (query, where, name, whereMarked, nameMarked) => {
    const row = searchIn([anEntry(name, { where, terms: ['terms'] })], query)[0]!;
    expect([marked(where, row.whereMarks), marked(name, row.nameMarks)]).toEqual([whereMarked, nameMarked]);
  });
});

import * as fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { recipeById } from '../../recipes/index';
import type { ChannelPattern } from '../model/channel';
import { aChannel } from '../fixtures.test-support';
import type { MessageHint } from '../ipc/channel-messages';
import { attribute, matchesPattern, suggestPatterns, toHint, type AttributionFacts } from './attribute';

const lounge = recipeById('thelounge')?.notificationForms ?? [];
const facts = (changes: Partial<AttributionFacts> = {}): AttributionFacts => ({
  serviceId: 'a',
  forms: lounge,
  patterns: [],
  ownNames: [],
  ...changes,
});
const said = (title: string, body = '', tag = '') => ({ title, body, tag });
const pattern = (changes: Partial<ChannelPattern> = {}): ChannelPattern => ({
  channelId: 'pattern:1',
  serviceId: 'a',
  name: 'Random',
  kind: 'public',
  on: 'title',
  how: 'contains',
  text: '#random',
  ...changes,
});

describe('attribute', () => {
  it.each<[string, string, string, object | undefined, string | undefined]>([
    [
      'thelounge',
      'carol (#private) says:',
      'a room',
      { id: 'name:#private', name: '#private', kind: 'public' },
      'carol',
    ],
    ['thelounge', 'carol says:', 'a query', { id: 'with:carol', name: 'carol', kind: 'direct' }, 'carol'],
    ['thelounge', 'New channel invite:', 'none', undefined, undefined],
    [
      'zulip',
      'Ann (#design > logo)',
      'a stream',
      { id: 'name:design', name: 'design', kind: 'public' },
      'Ann',
    ],
    ['zulip', 'Ann (to you)', 'a direct message', { id: 'with:Ann', name: 'Ann', kind: 'direct' }, 'Ann'],
    [
      'zulip',
      'Ann (to you and Bo)',
      'a group',
      { id: 'name:to you and Bo', name: 'to you and Bo', kind: 'group' },
      'Ann',
    ],
    [
      'mattermost',
      'Town Square',
      'a channel',
      { id: 'name:Town Square', name: 'Town Square', kind: 'unknown' },
      undefined,
    ],
    ['mattermost', 'Direct Message', 'nobody knows whom', undefined, undefined],
    ['element', 'Ann (Kitchen)', 'a room', { id: 'name:Kitchen', name: 'Kitchen', kind: 'unknown' }, 'Ann'],
    ['discord', 'ann (#art, Studio)', 'a channel', { id: 'name:#art', name: '#art', kind: 'public' }, 'ann'],
    [
      'slack',
      'New message in #general',
      'a channel',
      { id: 'name:#general', name: '#general', kind: 'public' },
      undefined,
    ],
    [
      'slack',
      'New message from Ann',
      'a direct message',
      { id: 'with:Ann', name: 'Ann', kind: 'direct' },
      'Ann',
    ],
    ['website', 'carol (#private) says:', 'nothing', undefined, undefined],
  ])('N22 reads the wording of %s: %s', (recipeId, title, _, channel, sender) => {
    const forms = recipeById(recipeId)?.notificationForms ?? [];
    expect(attribute(said(title), facts({ forms }))).toMatchObject({ channel, sender });
  });

  it('N22 asks the adapter first, then the patterns, then the wording', () => {
    const patterns = [pattern({ serviceId: 'b' }), pattern()];
    const title = 'carol (#random) says:';
    expect(attribute(said(title), facts()).channel?.id).toBe('name:#random');
    expect(attribute(said(title), facts({ patterns })).channel).toEqual({
      id: 'pattern:1',
      name: 'Random',
      kind: 'public',
    });
    const channel = { id: 'r1', name: 'random', kind: 'private' } as const;
    const known = { channel, sender: 'Carol D.', mention: 'group', isThreadReply: true } as const;
    expect(attribute(said(title), facts({ patterns }), known)).toMatchObject(known);
  });

  it.each<[string, readonly string[], string]>([
    ['alice: look here', ['alice'], 'personal'],
    ['@Alice, please', ['alice'], 'personal'],
    ['malice', ['alice'], 'none'],
    ['@all lunch', ['alice'], 'group'],
    ['@here lunch', [], 'group'],
    ['mail@all.example', ['alice'], 'none'],
    ['hello', [], 'unknown'],
    ['alice and @channel', ['alice'], 'personal'],
  ])('N25 %s, for one called %j: %s', (body, ownNames, mention) => {
    expect(attribute(said('x', body), facts({ ownNames })).mention).toBe(mention);
  });
});

describe('what an adapter knows', () => {
  const known = [
    aChannel('n/#dev', { name: '#Dev', tag: 'chan-2', notifiesMentionsOnly: true }),
    aChannel('n/ann', { name: 'ann', kind: 'direct', tag: 'chan-3', notifiesMentionsOnly: true }),
    aChannel('m/#twice', { name: '#twice' }),
    aChannel('n/#twice', { name: '#twice' }),
    aChannel('n/#all', { name: '#all', tag: 'chan-5' }),
  ];
  const forms = [{ title: /^(?<sender>\S+) \((?<channel>[^)]+)\) says:$/u, kind: 'unknown' }] as const;
  const message = (title: string, tag: string, hint?: MessageHint) =>
    attribute({ ...said(title), tag }, { ...facts({ forms }), named: known }, toHint({ tag, hint }, known));

  it('C10 finds the channel by its word, by the tag, by the name where there is one of it', () => {
    expect(message('x', 'chan-2').channel).toEqual({ id: 'n/#dev', name: '#Dev', kind: 'public' });
    expect(message('x', 'chan-2', { channelId: 'n/ann' }).channel?.id).toBe('n/ann');
    expect(message('x', 'chan-2', { channelId: 'of another' }).channel?.id).toBe('n/#dev');
    expect(message('bob (#dev) says:', '').channel?.id).toBe('n/#dev');
    expect(message('bob (#twice) says:', '').channel?.id).toBe('name:#twice');
    expect(message('x', 'chan-9').channel).toBeUndefined();
  });

  it('C10 what is notified only for a mention is meant for the person', () => {
    expect(message('x', 'chan-2').mention).toBe('personal');
    expect(message('x', 'chan-2', { mention: 'group' }).mention).toBe('group');
    expect(message('x', 'chan-3').mention).toBe('unknown');
    expect(message('x', 'chan-5').mention).toBe('unknown');
    expect(message('bob (#dev) says:', 'chan-2')).toMatchObject({ sender: 'bob', isThreadReply: false });
  });
});

describe('matchesPattern', () => {
  it.each<[Partial<ChannelPattern>, string, string, boolean]>([
    [{ how: 'contains', text: '#dev' }, 'ann in #dev', '', true],
    [{ how: 'contains', text: '#dev' }, 'ann in #dev: hi', '', true],
    [{ how: 'contains', text: '#dev' }, 'ann in #development', '', false],
    [{ how: 'contains', text: '#dev' }, 'ann in #dev-ops', '', false],
    [{ how: 'contains', text: '#dev' }, 'in #development and #dev', '', true],
    [{ how: 'contains', text: 'dev' }, 'dev', '', true],
    [{ how: 'contains', text: 'dev' }, 'xdev', '', false],
    [{ how: 'starts', text: 'Ann' }, 'Anna', '', true],
    [{ how: 'ends', text: '(dev)' }, 'ann (dev)', '', true],
    [{ how: 'is', text: 'Dev' }, 'dev', '', false],
    [{ on: 'tag', how: 'is', text: 'room-7' }, 'x', 'room-7', true],
  ])('N23 %j fits title %j and tag %j: %s', (changes, title, tag, expected) => {
    expect(matchesPattern(pattern(changes), { title, tag })).toBe(expected);
  });
});

describe('suggestPatterns', () => {
  it('N24 suggests the name, what is in brackets, the title, the tag', () => {
    expect(suggestPatterns({ title: 'ann in #dev (Studio)', tag: 't1' })).toMatchObject([
      { name: '#dev', how: 'contains', text: '#dev' },
      { name: 'Studio', how: 'ends', text: '(Studio)' },
      { name: 'ann in #dev (Studio)', how: 'is' },
      { on: 'tag', how: 'is', text: 't1' },
    ]);
    expect(suggestPatterns({ title: '', tag: '' })).toEqual([]);
  });

  it('N24 whatever the page says, each suggestion fits what it was made of', () => {
    const text = fc.oneof(fc.string(), fc.constantFrom('#a', '(b)', 'x #y-z (#y-z) ', '#ä (ü)'));
    fc.assert(
      fc.property(
        fc.array(text).map((parts) => parts.join(' ')),
        text,
        (title, tag) => {
          for (const suggestion of suggestPatterns({ title, tag }))
            expect(matchesPattern(suggestion, { title: title.slice(0, 512), tag })).toBe(true);
        },
      ),
    );
  });
});

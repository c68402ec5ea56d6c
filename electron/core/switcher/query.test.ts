import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseQuery, QUERY_MAX, toQueryText, WORDS_MAX } from './query';

const plain = { kind: undefined, service: undefined };

describe('parseQuery', () => {
  it.each([
    ['nothing', '', { ...plain, words: [] }],
    ['signs that mean nothing', ' - ! ', { ...plain, words: [] }],
    ['words', 'Dev  Ops', { ...plain, words: ['dev', 'ops'] }],
    ['signs within a word', 'rocket.chat', { ...plain, words: ['rocketchat'] }],
    ['people', '@mara', { kind: 'direct', service: undefined, words: ['mara'] }],
    ['channels', '#general', { kind: 'channel', service: undefined, words: ['general'] }],
    ['commands', '> focus', { kind: 'command', service: undefined, words: ['focus'] }],
    ['a sign alone', '@', { kind: 'direct', service: undefined, words: [] }],
    ['a sign at a later word', 'mara @', { kind: 'direct', service: undefined, words: ['mara'] }],
    ['the first of several signs', '@mara #x', { kind: 'direct', service: undefined, words: ['mara', 'x'] }],
    ['wide signs', '＠mara', { kind: 'direct', service: undefined, words: ['mara'] }],
    ['a sign within a word', 'mara@home c#', { ...plain, words: ['marahome', 'c'] }],
  ])('Y11 %s', (_, text, expected) => {
    expect(parseQuery(text)).toMatchObject(expected);
  });

  it.each([
    ['a service', 'mm: general', { service: 'mm', words: ['general'], kind: undefined }],
    ['without a space', 'mm:general', { service: 'mm', words: ['general'], kind: undefined }],
    ['after the words', 'general mm:', { service: 'mm', words: ['general'], kind: undefined }],
    ['alone', 'Mattermost:', { service: 'mattermost', words: [], kind: undefined }],
    ['in quotes', '"My team": general', { service: 'myteam', words: ['general'], kind: undefined }],
    ['with a sign', 'mm: @mara', { service: 'mm', words: ['mara'], kind: 'direct' }],
    ['a sign before it', '@mm: mara', { service: 'mm', words: ['mara'], kind: 'direct' }],
    ['a wide colon', 'mm：general', { service: 'mm', words: ['general'], kind: undefined }],
    ['the first of several', 'a: b: c', { service: 'a', words: ['b', 'c'], kind: undefined }],
    ['a colon alone', ': x', { service: undefined, words: ['x'], kind: undefined }],
    ['quotes for words', '"dev ops" x', { service: undefined, words: ['devops', 'x'], kind: undefined }],
    ['a quote not closed', '"dev ops', { service: undefined, words: ['devops'], kind: undefined }],
    ['a service as a word', 're: x', { service: 're', words: ['x'], allWords: ['re', 'x'] }],
  ])('Y12 %s', (_, text, expected) => {
    expect(parseQuery(text)).toMatchObject(expected);
  });

  it('Y18 understands anything, within limits', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => {
        const query = parseQuery(text);
        expect(query.allWords.length).toBeLessThanOrEqual(WORDS_MAX);
        expect(query.words.every((word) => word !== '' && !/\s/u.test(word))).toBe(true);
      }),
    );
    expect(parseQuery('a '.repeat(10_000)).words).toHaveLength(WORDS_MAX);
    expect(parseQuery('a'.repeat(10_000)).words[0]).toHaveLength(QUERY_MAX);
  });

  it.each([
    ['Ge', 'ge'],
    ['  dev   OPS ', 'dev ops'],
    ['mm: @José', '@mm:jose'],
    ['@', '@'],
    ['', ''],
  ])('Y15 what was picked is learnt under one way of writing: %s', (text, expected) => {
    expect(toQueryText(parseQuery(text))).toBe(expected);
  });
});

import { describe, expect, it } from 'vitest';
import type { RuleScope, RuleValues } from '../../../electron/core/model/rule';
import { depthOf, isOwn, parentOf, toOwnLevel, withField, withPreset } from './rule-values';

const service: RuleScope = { kind: 'service', serviceId: 's' };
const publics: RuleScope = { kind: 'channel-kind', serviceId: 's', channelKind: 'public' };
const random: RuleScope = {
  kind: 'channel',
  serviceId: 's',
  channelId: 'r',
  name: '#random',
  channelKind: 'public',
};
const words = { senders: ['Mara'], keywords: [] };

describe('what a scope has been given', () => {
  it.each<[RuleValues, string]>([
    [{}, 'inherited'],
    [{ sound: false, letThrough: words }, 'inherited'],
    [{ preset: 'only-me' }, 'only-me'],
    [{ preset: 'only-me', preview: 'sender' }, 'only-me'],
    [{ notify: 'none' }, 'custom'],
    [{ preset: 'only-me', badge: 'all' }, 'custom'],
  ])('H23 %j is %s', (own, level) => expect(toOwnLevel(own)).toBe(level));

  it('H23 takes a preset in the place of what it stands for, beside sound, preview and lists', () => {
    const own: RuleValues = { notify: 'none', badge: 'all', sound: false, preview: 'sender', keepOut: words };
    const beside: RuleValues = { sound: false, preview: 'sender', keepOut: words };
    expect(withPreset(own, 'what-matters')).toEqual({ ...beside, preset: 'what-matters' });
    expect(withPreset(own, undefined)).toEqual(beside);
  });
});

describe('one value', () => {
  it('H23 is set beside all others', () => {
    expect(withField({ scope: random, own: { preset: 'nothing' } }, 'badge', 'all')).toEqual({
      preset: 'nothing',
      badge: 'all',
    });
    expect(withField({ scope: random, own: {} }, 'sound', false)).toEqual({ sound: false });
  });

  it('H23 is given back alone where it was set alone', () => {
    expect(withField({ scope: random, own: { notify: 'none', sound: false } }, 'notify', undefined)).toEqual({
      sound: false,
    });
  });

  it('H23 is given back out of a preset, whose other values stay, where the kind of channel is known', () => {
    const own: RuleValues = { preset: 'what-matters', sound: false };
    expect(withField({ scope: random, own }, 'notify', undefined)).toEqual({
      groupMentions: 'plain',
      badge: 'mentions',
      sound: false,
    });
    expect(withField({ scope: publics, own: { preset: 'nothing' } }, 'badge', undefined)).toEqual({
      notify: 'none',
      groupMentions: 'none',
    });
  });

  it('H23 takes the whole preset with it where that means different things for different channels', () => {
    const own: RuleValues = { preset: 'what-matters', preview: 'sender' };
    expect(withField({ scope: service, own }, 'notify', undefined)).toEqual({ preview: 'sender' });
    expect(withField({ scope: { kind: 'everywhere' }, own }, 'preview', undefined)).toEqual({
      preset: 'what-matters',
    });
  });
});

it('H23 is set where the lasting rule of this very scope says it, else it comes from elsewhere', () => {
  expect(isOwn(random, { scope: random, isTemporary: false })).toBe(true);
  expect(isOwn(random, { scope: { ...random, name: 'once called so' }, isTemporary: false })).toBe(true);
  expect(isOwn(random, { scope: random, isTemporary: true })).toBe(false);
  expect(isOwn(random, { scope: publics, isTemporary: false })).toBe(false);
  expect(isOwn(random, undefined)).toBe(false);
});

it('H23 stands under what it inherits from', () => {
  expect([parentOf(random), parentOf(publics), parentOf(service), parentOf({ kind: 'everywhere' })]).toEqual([
    publics,
    service,
    { kind: 'everywhere' },
    undefined,
  ]);
  expect([random, publics, service].map((scope) => depthOf(scope))).toEqual([2, 1, 0]);
});

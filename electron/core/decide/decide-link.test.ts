import { describe, expect, it } from 'vitest';
import { aService } from '../fixtures.test-support';
import type { LinkAnswer, LinkRule } from '../model/link-rule';
import { decideLink, decideOwnLink, type LinkFacts } from './decide-link';

const services = [
  aService('chat', { url: 'https://chat.example.org/' }),
  aService('wiki', { url: 'https://wiki.example.org/home' }),
  aService('shop', { url: 'https://host.test/shop' }),
  aService('desk', { url: 'https://host.test/desk/' }),
  aService('off', { url: 'https://off.test/', enabled: false }),
];
const rule = (pattern: string, answer: LinkAnswer, serviceId: string | null = null): LinkRule => ({
  serviceId,
  pattern,
  answer,
});
const decide = (address: string, changes: Partial<LinkFacts> = {}) =>
  decideLink(address, { serviceId: 'chat', services, rules: [], isBusy: () => false, ...changes });
const [here, outside, service] = [{ kind: 'here' }, { kind: 'outside' }, { kind: 'service' }] as const;
const elsewhere = { kind: 'outside', browser: undefined, reason: 'other-site' };

describe('decideLink', () => {
  it.each([
    ['https://news.test/', elsewhere],
    ['https://off.test/', elsewhere],
    ['http://wiki.example.org/', elsewhere],
    ['https://a.wiki.example.org/', elsewhere],
    ['https://wiki.example.org/page', { kind: 'service', serviceId: 'wiki', reason: 'its-own' }],
    ['https://host.test/shop/1', { kind: 'service', serviceId: 'shop', reason: 'its-own' }],
    ['https://host.test/desk', { kind: 'service', serviceId: 'desk', reason: 'its-own' }],
    ['https://host.test/desktop', { kind: 'service', serviceId: 'shop', reason: 'its-own' }],
  ])('B60 B62 without rules %s: %j', (address, decision) => {
    expect(decide(address)).toEqual(decision);
  });

  it.each<[string, readonly LinkRule[], object]>([
    ['a rule', [rule('news.test', here)], { kind: 'here' }],
    ['one of another service', [rule('news.test', here, 'wiki')], elsewhere],
    [
      'the service’s before all’s',
      [rule('news.test', here), rule('test', outside, 'chat'), rule('news.test', outside, 'chat')],
      { ...elsewhere, reason: 'rule' },
    ],
    ['the more exact host', [rule('news.test', here), rule('a.news.test', outside)], { kind: 'here' }],
    ['the longer path', [rule('news.test/a', here), rule('news.test', outside)], { kind: 'here' }],
    [
      'a browser',
      [rule('news.test', { kind: 'browser', browser: 'firefox' })],
      { kind: 'outside', browser: 'firefox', reason: 'rule' },
    ],
    ['a service, where there is none', [rule('news.test', service)], { ...elsewhere, reason: 'rule' }],
  ])('B60 %s', (_what, rules, decision) => {
    expect(decide('https://news.test/a/b', { rules })).toEqual(decision);
  });

  it('B60 a rule comes before the service that a link belongs to', () => {
    const address = 'https://wiki.example.org/page';
    expect(decide(address, { rules: [rule('example.org', outside)] })).toMatchObject({ reason: 'rule' });
    expect(decide(address, { rules: [rule('example.org', service)] })).toEqual({
      kind: 'service',
      serviceId: 'wiki',
      reason: 'rule',
    });
  });

  it('B62 leaves a page alone in which something was begun', () => {
    expect(decide('https://wiki.example.org/page', { isBusy: (id) => id === 'wiki' })).toEqual({
      kind: 'outside',
      browser: undefined,
      reason: 'busy',
      ownerId: 'wiki',
    });
  });

  it('B68 goes to the browser of the service it stands in', () => {
    const own = [aService('chat', { browser: 'vivaldi' }), aService('wiki', { browser: 'edge' })];
    expect(decide('https://news.test/', { services: own })).toMatchObject({ browser: 'vivaldi' });
    const rules = [rule('news.test', { kind: 'browser', browser: 'brave' })];
    expect(decide('https://news.test/', { services: own, rules })).toMatchObject({ browser: 'brave' });
  });
});

describe('decideOwnLink', () => {
  const own = (rules: readonly LinkRule[], address = 'https://chat.example.org/files/1') =>
    decideOwnLink(address, { serviceId: 'chat', services, rules, isBusy: () => false });

  it('B64 stays but by a rule of that very service', () => {
    expect(own([])).toBeUndefined();
    expect(own([rule('example.org', outside)])).toBeUndefined();
    expect(own([rule('example.org', here, 'chat')])).toBeUndefined();
    expect(own([rule('chat.example.org/files', outside, 'chat')])).toEqual({
      kind: 'outside',
      browser: undefined,
      reason: 'rule',
    });
    expect(own([rule('example.org', outside, 'chat')], 'blob:https://chat.example.org/1')).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { aService, aState } from '../fixtures.test-support';
import type { LinkRule } from '../model/link-rule';
import type { Action } from './actions';
import { reduce } from './reduce';
import { toAsked } from './select-links';

const start = aState([aService('a', { name: 'Ann' }), aService('b')]);
const after = (...actions: Action[]) => actions.reduce(reduce, start);
const followed = (pattern: string, way: 'outside' | 'service' = 'outside'): Action => ({
  kind: 'link-followed',
  pattern,
  way,
  ofService: way === 'service' ? 'a' : undefined,
});
const rule: LinkRule = { serviceId: null, pattern: 'a.test', answer: { kind: 'here' } };
const set = (changes: Partial<LinkRule> = {}): Action => ({
  kind: 'link-rule-set',
  rule: { ...rule, ...changes },
});
const kinds = (...actions: Action[]) => after(...actions).session.notices.map(({ kind }) => kind);

describe('reduceLinks', () => {
  it('B66 asks once for a place, of the last link, and no more after three without an answer', () => {
    expect(after(followed('a.test', 'service')).session.notices).toMatchObject([
      { kind: 'link-followed', pattern: 'a.test', way: 'service', name: 'Ann' },
    ]);
    const two = after(followed('a.test'), followed('b.test'));
    expect(two.session.notices).toMatchObject([{ pattern: 'b.test' }]);
    expect(reduce(two, followed('a.test'))).toBe(two);
    const three = reduce(two, followed('c.test'));
    expect(reduce(three, followed('d.test'))).toBe(three);
    const answered = reduce(three, set());
    expect(reduce(answered, followed('d.test')).session.notices).toHaveLength(2);
  });

  it('B66 says what was learnt in the place of the question, and undoes it', () => {
    const learnt = after(followed('a.test'), set());
    expect(learnt.persisted.linkRules).toEqual([rule]);
    expect(learnt.session.notices).toMatchObject([{ kind: 'link-ruled', answer: { kind: 'here' } }]);
    const undone = reduce(learnt, { kind: 'link-rules-undone' });
    expect(undone.persisted.linkRules).toEqual([]);
    expect(undone.session.notices).toEqual([]);
    expect(reduce(undone, { kind: 'link-rules-undone' })).toBe(undone);
  });

  it('B61 B69 has one rule for a pattern and a service, changes it in its place, and takes it back', () => {
    const outside = { kind: 'outside' } as const;
    const three = after(set(), set({ pattern: 'b.test' }), set({ serviceId: 'a' }), set({ answer: outside }));
    expect(three.persisted.linkRules).toEqual([
      { ...rule, answer: outside },
      { ...rule, pattern: 'b.test' },
      { ...rule, serviceId: 'a' },
    ]);
    const removed = reduce(three, { kind: 'link-rule-removed', rule: { serviceId: 'a', pattern: 'a.test' } });
    expect(removed.persisted.linkRules).toHaveLength(2);
    expect(removed.session.notices).toMatchObject([{ kind: 'link-ruled', answer: null }]);
    expect(reduce(removed, { kind: 'link-rules-undone' }).persisted.linkRules).toHaveLength(3);
    expect(kinds(set(), set())).toEqual(['link-ruled']);
  });

  it('B65 rules go with their service for good, and do not come back by undoing', () => {
    const both = after(set(), set({ serviceId: 'a' }), { kind: 'service-removed', serviceId: 'a' });
    expect(both.persisted.linkRules).toHaveLength(2);
    const gone = reduce(both, { kind: 'service-removal-final', serviceId: 'a' });
    expect(gone.persisted.linkRules).toEqual([rule]);
    const changed = reduce(
      reduce(both, { kind: 'link-rule-removed', rule: { serviceId: 'a', pattern: 'a.test' } }),
      { kind: 'service-removal-final', serviceId: 'a' },
    );
    expect(reduce(changed, { kind: 'link-rules-undone' }).persisted.linkRules).toEqual([rule]);
  });

  it('B66 says of a link that was to open here where it went, once it went; B68 keeps the browser of a service', () => {
    const address = 'https://www.c.test/x';
    expect(after({ kind: 'link-here-requested', serviceId: 'a', address })).toBe(start);
    const ways = ([true, false] as const).map((isHere) => {
      const asked = toAsked(address, isHere);
      return asked && after(asked).session.notices;
    });
    expect(ways).toMatchObject([
      [{ pattern: 'c.test', way: 'here' }],
      [{ pattern: 'c.test', way: 'outside' }],
    ]);
    expect(toAsked('mailto:mira@c.test', true)).toBeUndefined();
    const chosen = after({ kind: 'service-browser-set', serviceId: 'a', browser: 'firefox' });
    expect(chosen.persisted.services[0]?.browser).toBe('firefox');
  });
});

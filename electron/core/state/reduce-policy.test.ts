import { describe, expect, it } from 'vitest';
import { aMessage, aNotification, aState, requested } from '../fixtures.test-support';
import type { ChannelKind, ChannelPattern } from '../model/channel';
import type { PageNotification } from '../model/notification';
import { PATTERNS_MAX } from '../model/persisted';
import { RULES_MAX, type RuleScope } from '../model/rule';
import type { Action } from './actions';
import { reduce } from './reduce';
import { after, generalScope, service, services, start } from './policy-start.test-support';

const general = { id: 'g', name: '#general', kind: 'public' } as const;
const inGeneral = (id: string, kind: ChannelKind = 'public', changes: Partial<PageNotification> = {}) =>
  aNotification(id, {
    message: aMessage({ channel: { ...general, kind }, mention: 'none', sender: 'Mara' }),
    ...changes,
  });

const aPattern = (channelId: string): ChannelPattern => ({
  channelId,
  serviceId: 'a',
  name: 'Dev',
  kind: 'public',
  on: 'title',
  how: 'is',
  text: 'Dev',
});

describe('rules', () => {
  it('R1 has one rule of each scope, and none without values', () => {
    const set = (values: object): Action => ({ kind: 'rule-set', scope: service, values });
    const state = after(set({ notify: 'all' }), set({ notify: 'none', sound: undefined }));
    expect(state.persisted.rules).toEqual([{ scope: service, values: { notify: 'none' } }]);
    const lists = { letThrough: { senders: [], keywords: [] } };
    expect(reduce(state, set(lists)).persisted.rules).toEqual([]);
    expect(
      reduce(state, { kind: 'rules-set', rules: [{ scope: service, values: {} }] }).persisted.rules,
    ).toEqual([]);
  });

  it('R1 makes no rules of services that are not there, and drops those of one that is gone for good', () => {
    const other: RuleScope = { kind: 'service', serviceId: 'x' };
    expect(after({ kind: 'rule-set', scope: other, values: { notify: 'none' } })).toBe(start);
    const removed = after(
      { kind: 'rule-set', scope: service, values: { notify: 'none' } },
      { kind: 'service-removed', serviceId: 'a' },
    );
    expect(removed.persisted.rules).toHaveLength(1);
    const final = reduce(removed, { kind: 'service-removal-final', serviceId: 'a' });
    expect(final.persisted.rules).toEqual([]);
    const undone = reduce(removed, { kind: 'service-removal-undone', serviceId: 'a' });
    expect(reduce(undone, { kind: 'service-removal-final', serviceId: 'a' }).persisted.rules).toHaveLength(1);
  });

  it('R1 takes all rules of a scope away or puts one in their place, should there be several', () => {
    const twice = (['all', 'none'] as const).map((notify) => ({ scope: service, values: { notify } }));
    const state = aState(services, { rules: [...twice, { scope: generalScope, values: { sound: false } }] });
    const set = (values: object) =>
      reduce(state, { kind: 'rule-set', scope: service, values }).persisted.rules;
    expect(set({})).toMatchObject([{ scope: generalScope }]);
    expect(set({ notify: 'mentions' })).toMatchObject([
      { scope: service, values: { notify: 'mentions' } },
      { scope: generalScope },
    ]);
  });

  it('R1 makes no new one where there is no room, and keeps what the person set before', () => {
    const scopeOf = (index: number): RuleScope => ({ ...generalScope, channelId: `c${index}` });
    const rules = Array.from({ length: RULES_MAX }, (_, index) => ({
      scope: scopeOf(index),
      values: { sound: false },
    }));
    const lasting = { startedAtMs: 0, untilMs: 9, end: 'duration' } as const;
    const patterns = Array.from({ length: PATTERNS_MAX }, (_, index) => aPattern(`pattern:${index}`));
    const temporaryRules = rules.map((rule) => ({ ...rule, ...lasting }));
    const full = aState(services, { rules, temporaryRules, patterns });
    const values = { sound: true };
    const refused: readonly Action[] = [
      { kind: 'rule-set', scope: service, values },
      { kind: 'rules-set', rules: [{ scope: service, values }] },
      { kind: 'temporary-rule-set', rule: { scope: service, values, ...lasting } },
      { kind: 'pattern-added', pattern: aPattern('pattern:new') },
    ];
    for (const action of refused) expect(reduce(full, action)).toBe(full);
    const changed = reduce(full, { kind: 'rule-set', scope: scopeOf(0), values }).persisted.rules;
    expect([changed.length, changed[0]?.values]).toEqual([RULES_MAX, values]);
  });

  it('R8 a pattern takes the rules of its channel along', () => {
    const scope: RuleScope = { ...generalScope, channelId: 'pattern:1' };
    const state = after(
      {
        kind: 'pattern-added',
        pattern: aPattern('pattern:1'),
      },
      { kind: 'rule-set', scope, values: { notify: 'none' } },
      { kind: 'pattern-removed', serviceId: 'a', channelId: 'pattern:1' },
    );
    expect([state.persisted.patterns, state.persisted.rules]).toEqual([[], []]);
  });

  it('N26 mutes the conversation of a notification, for good or for an hour', () => {
    const act = (action: 'mute' | 'mute-hour'): Action => ({
      kind: 'notification-acted',
      notificationId: '1',
      action,
      nowMs: 1000,
    });
    const muted = after(requested(inGeneral('1')), act('mute'));
    expect(muted.session.notifications).toEqual([]);
    expect(muted.persisted.rules).toEqual([{ scope: generalScope, values: { preset: 'nothing' } }]);
    const forAnHour = after(requested(inGeneral('1')), act('mute-hour'));
    expect(forAnHour.persisted.temporaryRules).toMatchObject([{ scope: generalScope, untilMs: 3_601_000 }]);
    const unknown = after(requested(aNotification('1')), act('mute'));
    expect(unknown.persisted.rules).toMatchObject([{ scope: service }]);
    expect(after(act('mute'))).toBe(start);
  });

  it('N20 shows no more on the desktop than the rule lets it', () => {
    const shown = (preview: 'full' | 'sender' | 'nothing') =>
      after(
        { kind: 'rule-set', scope: service, values: { preview } },
        requested(inGeneral('1', 'public', { iconUrl: 'https://a.test/mara.png' })),
      ).session.notifications[0];
    expect(shown('full')).toMatchObject({ title: 'Title 1', body: 'Body' });
    expect(shown('sender')).toMatchObject({ title: 'Mara', body: '', iconUrl: 'https://a.test/mara.png' });
    expect(shown('nothing')).toMatchObject({ title: '', body: '', iconUrl: undefined, isVeiled: true });
  });

  it('N18 drops what is before the eyes, as the title of the page says', () => {
    const look = (title: string): Action[] => [
      {
        kind: 'window-changed',
        window: { content: { x: 0, y: 0, width: 9, height: 9 }, visible: true, focused: true },
      },
      { kind: 'view-loaded', serviceId: 'a' },
      { kind: 'title-changed', serviceId: 'a', title },
    ];
    const count = (title: string) =>
      after(...look(title), requested(inGeneral('1'))).session.notifications.length;
    expect(count('#general — The Lounge')).toBe(0);
    expect(count('(2) #general — The Lounge')).toBe(0);
    expect(count('#general-talk — The Lounge')).toBe(1);
    expect(count('#random — The Lounge')).toBe(1);
    expect(count('#general plans')).toBe(1);
    expect(count('2024 #general')).toBe(1);
    const crashed: Action = { kind: 'view-crashed', serviceId: 'a', reason: 'oom', nowMs: 0, jitter: 0 };
    const gone = after(...look('#general — The Lounge'), crashed, requested(inGeneral('1')));
    expect(gone.session.notifications).toHaveLength(1);
  });
});

describe('busy channels', () => {
  const many = (count: number, kind: ChannelKind = 'public', everyMs = 1000): readonly Action[] =>
    Array.from({ length: count }, (_, index) => requested(inGeneral(`n${index}`, kind), index * everyMs));

  it('N27 offers once to hear less of a channel in which much is going on', () => {
    expect(after(...many(3)).session.busyHint).toBeUndefined();
    const busy = after(...many(4));
    expect(busy.session.busyHint).toEqual({
      serviceId: 'a',
      channelId: 'g',
      name: '#general',
      channelKind: 'public',
      count: 4,
    });
    const kept = reduce(busy, { kind: 'busy-hint-answered', answer: 'keep' });
    expect(many(9).reduce(reduce, kept).session.busyHint).toBeUndefined();
    expect(kept.persisted.rules).toEqual([]);
  });

  it.each<[string, readonly Action[]]>([
    ['in direct conversations', many(9, 'direct')],
    ['when it comes in slowly', many(9, 'public', 1_300_000)],
    [
      'where the person wants no offers',
      [{ kind: 'settings-changed', settings: { busyPerHour: null } }, ...many(9)],
    ],
    [
      'where it is muted',
      [{ kind: 'rule-set', scope: generalScope, values: { preset: 'nothing' } }, ...many(9)],
    ],
    [
      'where the channel has its own rule',
      [{ kind: 'rule-set', scope: generalScope, values: { notify: 'all' } }, ...many(9)],
    ],
  ])('N27 offers nothing %s', (_, actions) => {
    expect(after(...actions).session.busyHint).toBeUndefined();
  });

  it('N27 makes the rule that was chosen', () => {
    const answered = (answer: 'only-me' | 'what-matters') =>
      after(...many(4), { kind: 'busy-hint-answered', answer }).persisted.rules;
    expect(answered('only-me')).toEqual([{ scope: generalScope, values: { preset: 'only-me' } }]);
    expect(answered('what-matters')).toEqual([{ scope: service, values: { preset: 'what-matters' } }]);
  });
});

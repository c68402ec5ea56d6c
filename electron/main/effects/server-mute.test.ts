import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../../core/fixtures.test-support';
import type { Channel } from '../../core/model/channel';
import type { Level, Rule, RuleValues } from '../../core/model/rule';
import type { MuteThere } from '../../core/model/service';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { SETTLE_MS, startServerMute } from './server-mute';

const ruleFor = (channelId: string, values: RuleValues): Rule => ({
  scope: { kind: 'channel', serviceId: 'a', channelId, name: channelId, channelKind: 'public' },
  values,
});

function setUp(muteThere: MuteThere, mutes: readonly Level[] = ['all', 'mentions', 'none']) {
  const store = createAppStore(aState([aService('a', { muteThere })]), (error) => {
    throw error;
  });
  const clock = createTestClock();
  const asked: string[] = [];
  store.onAction('channel-mute-requested', ({ channelId, level }) => asked.push(`${channelId} ${level}`));
  const stop = startServerMute(store, clock);
  const tell = (...channels: readonly Channel[]): void =>
    store.dispatch({
      kind: 'channels-reported',
      serviceId: 'a',
      channels,
      abilities: { canOpen: true, canMarkRead: false, mutes, ownNames: [] },
    });
  const set = (channelId: string, values: RuleValues): void =>
    store.dispatch({ kind: 'rule-set', ...ruleFor(channelId, values) });
  const notices = () => store.getState().session.notices;
  tell(aChannel('g'), aChannel('h'), aChannel('m', { muted: true }));
  return { store, clock, asked, tell, set, notices, stop };
}

describe('startServerMute', () => {
  it('C17 asks once, does nothing there until it is answered, and then knows', () => {
    const { store, asked, set, notices } = setUp('ask');
    set('g', { notify: 'none' });
    expect(asked).toEqual([]);
    expect(notices()).toMatchObject([
      { kind: 'mute-there', channel: 'g', changes: [{ channelId: 'g', level: 'none' }] },
    ]);
    store.dispatch({ kind: 'service-mute-there-set', serviceId: 'a', muteThere: 'there' });
    expect(asked).toEqual(['g none']);
    expect(notices()).toEqual([]);
    expect(store.getState().persisted.services[0]?.muteThere).toBe('there');
  });

  it('C17 here only stays here, for this and the next', () => {
    const { store, asked, set, notices } = setUp('ask');
    set('g', { notify: 'none' });
    store.dispatch({ kind: 'service-mute-there-set', serviceId: 'a', muteThere: 'here' });
    set('h', { notify: 'none' });
    expect([asked, notices()]).toEqual([[], []]);
  });

  it.each<[string, RuleValues, readonly string[]]>([
    ['g', { notify: 'none' }, ['g none']],
    ['g', { preset: 'nothing' }, ['g none']],
    ['g', { preset: 'only-me' }, ['g mentions']],
    ['g', { sound: false }, []],
    ['g', { notify: 'all' }, []],
    ['m', { notify: 'none' }, []],
    ['m', { notify: 'all' }, ['m all']],
    ['elsewhere', { notify: 'none' }, []],
  ])('C17 %s with %j is taken there as %j', (channelId, values, expected) => {
    const { asked, set } = setUp('there');
    set(channelId, values);
    expect(asked).toEqual(expected);
  });

  it('C17 a rule that goes unmutes there what it had muted', () => {
    const { asked, set, tell, clock } = setUp('there');
    set('g', { notify: 'none' });
    tell(aChannel('g', { muted: true }));
    clock.pass(1_000);
    set('g', {});
    expect(asked).toEqual(['g none', 'g all']);
  });

  it('C17 levels the server does not know, rules for a while and imports stay here', () => {
    const { store, asked, set } = setUp('there', ['all', 'none']);
    set('g', { notify: 'mentions' });
    const { scope, values } = ruleFor('h', { notify: 'none' });
    const rule = { scope, values, startedAtMs: 0, untilMs: 9, end: 'moment' } as const;
    store.dispatch({ kind: 'temporary-rule-set', rule });
    const { focus, temporaryRules, patterns } = store.getState().persisted;
    store.dispatch({ kind: 'policy-imported', rules: [{ scope, values }], temporaryRules, patterns, focus });
    store.dispatch({ kind: 'rule-set', scope: { kind: 'service', serviceId: 'a' }, values });
    expect(asked).toEqual([]);
  });

  it('C17 many go one after the other, and the last wish for a channel counts', () => {
    const { store, clock, asked, tell, set } = setUp('there');
    const ids = Array.from({ length: 8 }, (_, index) => `c${index}`);
    tell(...ids.map((id) => aChannel(id)));
    store.dispatch({ kind: 'rules-set', rules: ids.map((id) => ruleFor(id, { notify: 'none' })) });
    set('c7', { notify: 'mentions' });
    expect(asked).toEqual(['c0 none']);
    clock.pass(1_000);
    expect(asked).toHaveLength(5);
    clock.pass(1_000);
    expect(asked.slice(5)).toEqual(['c5 none', 'c6 none', 'c7 mentions']);
  });

  it('C17 what is taken back before it was done is taken back there', () => {
    const { store, clock, asked, tell, set, notices } = setUp('there');
    set('g', { notify: 'none' });
    set('g', {});
    clock.pass(1_000);
    expect(asked).toEqual(['g none', 'g all']);
    tell(aChannel('g', { muted: true }));
    tell(aChannel('g'), aChannel('h'));
    clock.pass(SETTLE_MS);
    expect(notices()).toEqual([]);
    store.dispatch({ kind: 'rules-set', rules: ['g', 'h'].map((id) => ruleFor(id, { notify: 'none' })) });
    store.dispatch({ kind: 'service-mute-there-set', serviceId: 'a', muteThere: 'here' });
    clock.pass(1_000);
    expect(asked.slice(2)).toEqual(['g none']);
    for (const muteThere of ['here', 'there'] as const)
      store.dispatch({ kind: 'service-mute-there-set', serviceId: 'a', muteThere });
    set('h', {});
    set('h', { notify: 'none' });
    expect(asked.slice(3)).toEqual(['h none']);
  });

  it('C17 the question speaks of all that is still wanted, and goes with the last of it', () => {
    const { store, asked, clock, set, notices } = setUp('ask');
    set('g', { notify: 'none' });
    set('h', { notify: 'mentions' });
    expect(notices()).toMatchObject([{ channel: 'g', changes: [{ level: 'none' }, { level: 'mentions' }] }]);
    set('g', {});
    expect(notices()).toMatchObject([{ channel: 'h', changes: [{ channelId: 'h' }] }]);
    set('g', { notify: 'none' });
    store.dispatch({ kind: 'service-mute-there-set', serviceId: 'a', muteThere: 'there' });
    clock.pass(1_000);
    expect(asked).toEqual(['h mentions', 'g none']);
    const { set: setAgain, notices: left } = setUp('ask');
    setAgain('g', { notify: 'none' });
    setAgain('g', {});
    expect(left()).toEqual([]);
  });

  it('C18 each wish has its time', () => {
    const { clock, set, notices } = setUp('there');
    set('g', { notify: 'none' });
    clock.pass(SETTLE_MS - 1);
    set('g', { notify: 'mentions' });
    set('g', { notify: 'none' });
    clock.pass(SETTLE_MS - 1_000);
    expect(notices()).toEqual([]);
  });

  it('C18 what is not done in time is said', () => {
    const { clock, set, notices, stop } = setUp('there');
    set('g', { notify: 'none' });
    clock.pass(SETTLE_MS);
    expect(notices()).toMatchObject([{ kind: 'mute-refused', channel: 'g' }]);
    set('h', { notify: 'none' });
    stop();
    expect(clock.waiting()).toBe(0);
  });
});

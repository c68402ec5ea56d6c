import { describe, expect, it } from 'vitest';
import { decideNotification } from '../decide/decide-notification';
import { resolveValue } from '../decide/resolve-values';
import { ladderOf } from '../decide/rule-book';
import { aChannel, aMessage } from '../fixtures.test-support';
import type { Level } from '../model/rule';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { after, generalScope } from './policy-start.test-support';
import { selectPolicy } from './select-policy';
import { selectRuleBook, selectServiceSession } from './selectors';

const abilities = {
  canOpen: true,
  canMarkRead: false,
  mutes: ['all', 'mentions', 'none'],
  ownNames: [],
} as const;
const told = (muted: boolean): Action => ({
  kind: 'channels-reported',
  serviceId: 'a',
  channels: [aChannel('g', { name: '#general', muted })],
  abilities,
});
/** What an adapter says before it knows what is muted. */
const blind: Action = { kind: 'channels-reported', serviceId: 'a', channels: [aChannel('g')] };
const wants = (level: Level): Action => ({
  kind: 'rule-set',
  scope: generalScope,
  values: { notify: level },
});
const asks = (level: Level): Action => ({
  kind: 'channel-mute-requested',
  serviceId: 'a',
  channelId: 'g',
  level,
});
const settled: Action = { kind: 'channel-mute-settled', serviceId: 'a', channelId: 'g' };
const gone: Action = { kind: 'view-closed', serviceId: 'a' };

/** What is notified of the channel, and who says so. */
function notify(state: AppState): string {
  const subject = { serviceId: 'a', channel: { id: 'g', kind: 'public' as const }, isThreadReply: false };
  const { value, from } = resolveValue(ladderOf(selectRuleBook(state), subject, 0), 'notify', 'public');
  return `${value} by ${from === undefined ? 'nobody' : (from.by ?? 'rule')}`;
}

describe('what servers have muted', () => {
  it.each<[string, readonly Action[]]>([
    ['mentions by server', [told(true)]],
    ['mentions by server', [told(true), gone]],
    ['mentions by server', [told(false), told(true), gone]],
    ['all by nobody', [told(true), told(false)]],
    ['all by nobody', [told(false)]],
  ])('C15 %s, without a rule of the channel (%#)', (expected, actions) => {
    expect(notify(after(...actions))).toBe(expected);
  });

  it('C15 what still comes of a muted channel is shown where it means the person', () => {
    const decide = (mention: 'personal' | 'none') => {
      const message = aMessage({ channel: { id: 'g', name: '#general', kind: 'public' }, mention });
      const how = { asksSilence: false, isOnScreen: false, isOverRate: false };
      return decideNotification(selectPolicy(after(told(true))), { message, ...how }, 0);
    };
    expect(decide('personal')).toMatchObject({ kind: 'show', reason: 'mention' });
    expect(decide('none')).toMatchObject({
      kind: 'drop',
      reason: 'not-a-mention',
      from: { by: 'server', scope: { kind: 'channel', channelId: 'g' } },
    });
  });

  it.each<[string, readonly Action[]]>([
    ['all by rule', [told(true), wants('all')]],
    ['all by rule', [wants('all'), told(true)]],
    ['mentions by server', [told(false), wants('all'), told(true)]],
    ['all by rule', [told(false), wants('all'), told(true), wants('all')]],
    ['mentions by server', [told(false), wants('all'), gone, told(true)]],
    ['none by rule', [told(false), wants('none')]],
    ['none by rule', [told(true), wants('none')]],
    ['all by nobody', [told(true), wants('none'), told(false)]],
    ['none by rule', [told(true), wants('none'), told(false), wants('none')]],
    ['none by rule', [told(false), wants('none'), told(true)]],
    ['none by rule', [told(false), wants('none'), asks('none'), settled, told(true)]],
    ['all by rule', [wants('all'), told(false), told(true), wants('all'), blind, told(true)]],
    ['all by rule', [told(true), wants('all'), gone, blind, told(true)]],
    ['mentions by server', [wants('all'), told(false), told(true)]],
  ])('C16 %s, whoever was later (%#)', (expected, actions) => {
    expect(notify(after(...actions))).toBe(expected);
  });

  it('C16 of a rule that mutes no more the rest still holds', () => {
    const scope = generalScope;
    const state = after(
      told(false),
      { kind: 'rule-set', scope, values: { notify: 'none', sound: false } },
      told(true),
      told(false),
    );
    const subject = { serviceId: 'a', channel: { id: 'g', kind: 'public' as const }, isThreadReply: false };
    expect(resolveValue(ladderOf(selectRuleBook(state), subject, 0), 'sound', 'public').value).toBe(false);
    expect(state.persisted.rules).toEqual([{ scope, values: { notify: 'none', sound: false } }]);
  });

  it.each<[string, readonly Action[]]>([
    ['none by rule', [told(false), wants('none'), asks('none'), told(true)]],
    ['none by rule', [told(false), wants('none'), asks('none'), told(false), told(true)]],
    ['none by rule', [told(false), wants('none'), asks('none'), told(false), settled]],
    ['mentions by rule', [told(false), wants('mentions'), asks('mentions'), told(true)]],
    ['all by nobody', [told(false), wants('none'), asks('none'), told(true), told(false)]],
  ])('C16 %s, for what Foyer asked is not the server’s doing (%#)', (expected, actions) => {
    expect(notify(after(...actions))).toBe(expected);
  });

  it('C18 says what the server did not do', () => {
    const state = after(told(false), wants('none'), asks('none'), told(false), settled);
    expect(state.session.notices).toMatchObject([{ kind: 'mute-refused', name: 'a', channel: '#general' }]);
    expect(selectServiceSession(state, 'a').askedMutes).toEqual([]);
    const done = after(told(false), wants('none'), asks('none'), told(true), settled);
    expect(done.session.notices).toEqual([]);
  });

  it('C15 keeps no more than is needed, and nothing of a service that is gone', () => {
    expect(after(told(false), told(true), told(false)).persisted.serverMutes).toEqual([]);
    const left = after(
      told(true),
      { kind: 'service-removed', serviceId: 'a' },
      { kind: 'service-removal-final', serviceId: 'a' },
    );
    expect(left.persisted.serverMutes).toEqual([]);
  });
});

import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../fixtures.test-support';
import type { Action } from './actions';
import type { AppState } from './app-state';
import { reduce } from './reduce';
import { selectOpenChannel, selectServiceSession, selectServiceUnread } from './selectors';

const service = aService('a');
const after = (...actions: readonly Action[]): AppState => actions.reduce(reduce, aState([service]));
const abilities = { canOpen: true, canMarkRead: true, mutes: ['all', 'none'], ownNames: ['alice'] } as const;
const told: Action = {
  kind: 'channels-reported',
  serviceId: 'a',
  channels: [aChannel('r', { unread: 3, mentions: 2 })],
  abilities,
};
const page: Action = {
  kind: 'unread-reported',
  serviceId: 'a',
  source: 'badge',
  unread: { direct: 9, indirect: false },
};
const failed: Action = { kind: 'adapter-failed', serviceId: 'a', reason: 'no model' };
const signedIn = (isSignedIn: boolean): Action => ({
  kind: 'sign-in-reported',
  serviceId: 'a',
  isSignedIn,
  server: { name: 'Chat', version: '1' },
});
const unread = (...actions: readonly Action[]) => selectServiceUnread(after(...actions), service);
const session = (...actions: readonly Action[]) => selectServiceSession(after(...actions), 'a');

describe('what adapters say', () => {
  it.each<[string, Action]>([
    ['another document', { kind: 'view-document-replaced', serviceId: 'a' }],
    ['a crash', { kind: 'view-crashed', serviceId: 'a', reason: 'oom', nowMs: 0, jitter: 0 }],
    ['a page that is closed', { kind: 'view-closed', serviceId: 'a' }],
    ['a page that stayed up and says nothing', { kind: 'view-stayed-up', serviceId: 'a' }],
  ])('C5 channels and counts outlast %s', (_, action) => {
    expect(unread(told, action)).toEqual({ direct: 2, indirect: true });
    expect(unread(told, action, page)).toEqual({ direct: 2, indirect: true });
  });

  it('C5 only the present page’s adapter speaks', () => {
    expect(session(told).adapter).toEqual({ kind: 'speaking', ...abilities });
    expect(session(told, { kind: 'view-document-replaced', serviceId: 'a' }).adapter.kind).toBe('silent');
  });

  it('C5 cleared data and a service turned off take the channels along', () => {
    const clear: Action = { kind: 'data-clearing-requested', serviceId: 'a', what: 'everything' };
    const off: Action = { kind: 'service-enabled-set', serviceId: 'a', enabled: false };
    for (const action of [clear, off])
      expect(session(told, signedIn(true), action)).toMatchObject({ channels: undefined, server: undefined });
  });

  it('C4 signing out takes channels and counts along, and is not reading', () => {
    expect(session(told, signedIn(true))).toMatchObject({
      server: { version: '1' },
      channels: [{ id: 'r' }],
    });
    expect(session(told, page, signedIn(false))).toMatchObject({
      adapter: { kind: 'signed-out' },
      channels: undefined,
    });
    expect(unread(told, page, signedIn(false))).toEqual({ direct: 'unknown', indirect: false });
    expect(session(signedIn(false), signedIn(true), told).adapter.kind).toBe('speaking');
  });

  it('C6 of an adapter that failed the page’s own count is used, until it speaks again', () => {
    expect(unread(told, page, failed)).toEqual({ direct: 9, indirect: false });
    expect(session(told, failed).adapter).toEqual({ kind: 'failed', reason: 'no model' });
    expect(unread(told, page, failed, told)).toEqual({ direct: 2, indirect: true });
  });

  it('C3 what is muted on the server counts only its mentions', () => {
    const muted: Action = {
      ...told,
      channels: [aChannel('m', { kind: 'direct', unread: 5, mentions: 0, muted: true })],
    };
    expect(unread(muted)).toEqual({ direct: 0, indirect: false });
  });

  it('C8 a channel that is asked for brings its service up', () => {
    const { persisted } = reduce(aState([aService('b'), service]), {
      kind: 'channel-open-requested',
      serviceId: 'a',
      channelId: 'r',
    });
    expect(persisted.activeServiceId).toBe('a');
  });

  it('C13 rules made by wording become those of the channel, before and after it is known', () => {
    const scope = (channelId: string) =>
      ({ kind: 'channel', serviceId: 'a', channelId, name: '#Dev', channelKind: 'unknown' }) as const;
    const mute = (channelId: string): Action => ({
      kind: 'rule-set',
      scope: scope(channelId),
      values: { preset: 'nothing' },
    });
    const pause: Action = {
      kind: 'temporary-rule-set',
      rule: { scope: scope('name:#Dev'), values: {}, startedAtMs: 0, untilMs: 9, end: 'duration' },
    };
    const known: Action = { ...told, channels: [aChannel('n/#dev', { name: '#dev' })] };
    const ids = (...actions: readonly Action[]): unknown => {
      const { rules, temporaryRules } = after(...actions).persisted;
      return [...rules, ...temporaryRules].map((rule) => (rule.scope as { channelId?: string }).channelId);
    };
    expect(ids(mute('name:#Dev'), pause, known)).toEqual(['n/#dev', 'n/#dev']);
    expect(ids(known, mute('name:#Dev'), pause)).toEqual(['n/#dev', 'n/#dev']);
    expect(ids(mute('n/#dev'), mute('name:#Dev'), known)).toEqual(['n/#dev', 'name:#Dev']);
    const two: Action = {
      ...told,
      channels: [aChannel('x', { name: '#dev' }), aChannel('y', { name: '#dev' })],
    };
    expect(ids(mute('name:#Dev'), two)).toEqual(['name:#Dev']);
    const lasting: Action = { kind: 'temporary-rule-ended', scope: scope('name:#Dev') };
    expect(ids(known, pause, lasting)).toEqual([]);
  });

  it.each<[string, Action]>([
    ['another document', { kind: 'view-document-replaced', serviceId: 'a' }],
    ['a crash', { kind: 'view-crashed', serviceId: 'a', reason: 'oom', nowMs: 0, jitter: 0 }],
    ['a page that is closed', { kind: 'view-closed', serviceId: 'a' }],
    ['cleared data', { kind: 'data-clearing-requested', serviceId: 'a', what: 'everything' }],
    ['signing out', signedIn(false)],
    ['a failure', failed],
    ['the channel that is gone', { ...told, channels: [aChannel('s')] }],
    ['a page that shows none', { kind: 'channel-shown', serviceId: 'a', channelId: undefined }],
    ['a service that is turned off', { kind: 'service-enabled-set', serviceId: 'a', enabled: false }],
  ])('C21 which channel is open is known until %s', (_, action) => {
    const shown: Action = { kind: 'channel-shown', serviceId: 'a', channelId: 'r' };
    expect(session(told, shown, told).openChannelId).toBe('r');
    expect(selectOpenChannel(after(told, shown), 'a')?.name).toBe('r');
    expect(session(told, shown, action).openChannelId).toBeUndefined();
    expect(selectOpenChannel(after(told, shown, action), 'a')).toBeUndefined();
    expect(session(shown, told).openChannelId).toBeUndefined();
  });
});

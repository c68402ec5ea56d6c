import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../fixtures.test-support';
import type { Asked } from '../model/asked';
import type { AppState } from '../state/app-state';
import { withServiceSession } from '../state/change';
import { reduce } from '../state/reduce';
import { decideAsked } from './decide-asked';
import { toStatus, toStatusLines } from './to-status';

const team = aService('team', {
  name: 'Team chat',
  recipeId: 'mattermost',
  url: 'https://chat.example.org/team',
});
const other = aService('tea', { name: 'Tea', recipeId: 'rocketchat', url: 'https://tea.example.org/home' });
const off = aService('off', { name: 'Sleepy', enabled: false });
const general = aChannel('c1', { name: 'General' });
const start = withServiceSession(aState([team, other, off]), 'team', {
  channels: [general, aChannel('c2', { name: 'Genoa' })],
});

const open = (service: string, channel?: string): Asked => ({ verb: 'open', service, channel });
const decide = (asked: Asked, asker: 'link' | 'command' | 'person' = 'link', state: AppState = start) =>
  decideAsked(state, asked, asker);
const actionsOf = (asked: Asked, asker: 'link' | 'command' | 'person' = 'command', state = start) => {
  const decision = decide(asked, asker, state);
  return decision.kind === 'do' ? decision.actions : decision;
};

describe('who is meant', () => {
  it.each([
    ['team', undefined, { kind: 'service-activated', serviceId: 'team' }],
    ['TEAM CHAT', undefined, { kind: 'service-activated', serviceId: 'team' }],
    ['Team', undefined, { kind: 'service-activated', serviceId: 'team' }],
    ['tea', undefined, { kind: 'service-activated', serviceId: 'tea' }],
    ['team', '#general', { kind: 'channel-open-requested', serviceId: 'team', channelId: 'c1' }],
    ['team', 'c2', { kind: 'channel-open-requested', serviceId: 'team', channelId: 'c2' }],
    ['tea', 'unheard of', { kind: 'service-activated', serviceId: 'tea' }],
  ])('D64 D70 %s %s is found', (service, channel, expected) => {
    expect(actionsOf(open(service, channel), 'link')).toEqual([expected]);
  });

  it.each([
    [open('nobody'), 'no-service', 'nobody'],
    [open('te'), 'two-services', 'te'],
    [open('Sleepy'), 'off', 'Sleepy'],
    [open('team', 'gen'), 'no-channel', 'gen'],
    [
      { verb: 'mute', service: 'tea', channel: 'unheard of', until: { kind: 'always' } } as const,
      'no-channel',
      'unheard of',
    ],
  ])('D64 %j is refused: %s', (asked, reason, name) => {
    expect(decide(asked, 'command')).toEqual({ kind: 'refused', reason, name });
  });
});

const changing: readonly Asked[] = [
  { verb: 'add', address: 'chat.example.org' },
  { verb: 'compose', service: 'team', channel: 'general', text: 'Hello' },
  { verb: 'mute', service: 'team', channel: undefined, until: { kind: 'tomorrow' } },
  { verb: 'focus', until: { kind: 'end' } },
];

describe('what a link may', () => {
  it.each(changing)('D71 $verb asks first, and once at a time', (asked) => {
    const decision = decide(asked, 'link');
    expect(decision).toMatchObject({ kind: 'ask', question: { asked } });
    if (decision.kind !== 'ask') throw new Error('it did not ask');
    const asking = reduce(start, { kind: 'outside-asked', question: { id: 'q', ...decision.question } });
    expect(decide(asked, 'link', asking)).toMatchObject({ kind: 'refused', reason: 'busy' });
    expect(decide(asked, 'command', asking).kind).toBe('do');
  });

  it('D72 a command is done at once; a text is for the clipboard', () => {
    expect(actionsOf({ verb: 'add', address: 'chat.example.org' })).toEqual([
      { kind: 'add-service-asked', address: 'chat.example.org' },
    ]);
    expect(
      decide({ verb: 'compose', service: 'team', channel: 'general', text: 'Hello' }, 'command'),
    ).toEqual({
      kind: 'do',
      actions: [{ kind: 'channel-open-requested', serviceId: 'team', channelId: 'c1' }],
      copies: 'Hello',
      showsWindow: true,
    });
  });

  it('D72 mutes for a while, for good, and no longer', () => {
    const scope = {
      kind: 'channel',
      serviceId: 'team',
      channelId: 'c1',
      name: 'General',
      channelKind: 'public',
    } as const;
    const mute = (until: Extract<Asked, { verb: 'mute' }>['until']): Asked => ({
      verb: 'mute',
      service: 'team',
      channel: 'General',
      until,
    });
    const hour = { kind: 'minutes', minutes: 60 } as const;
    expect(actionsOf(mute(hour))).toEqual([
      { kind: 'pause-requested', scope, values: { preset: 'nothing' }, until: hour },
    ]);
    const muted = reduce(start, { kind: 'rule-set', scope, values: { sound: false, preset: 'nothing' } });
    expect(actionsOf(mute({ kind: 'end' }), 'command', muted)).toEqual([
      { kind: 'rule-set', scope, values: { sound: false } },
    ]);
    expect(actionsOf(mute({ kind: 'always' }))).toEqual([
      { kind: 'rule-set', scope, values: { preset: 'nothing' } },
    ]);
    expect(actionsOf(mute({ kind: 'end' }))).toEqual([]);
  });

  it('D72 begins and ends focus', () => {
    expect(actionsOf({ verb: 'focus', until: { kind: 'always' } })).toEqual([
      { kind: 'focus-requested', until: null, isPause: false },
    ]);
    expect(actionsOf({ verb: 'focus', until: { kind: 'end' } })).toEqual([{ kind: 'focus-end-requested' }]);
  });
});

describe('a link for another app', () => {
  const page = (changes: Partial<Extract<Asked, { verb: 'open-page' }>>): Asked => ({
    verb: 'open-page',
    vendor: 'mattermost',
    server: 'https://chat.example.org/',
    path: '/team/pl/abc',
    channel: undefined,
    ...changes,
  });
  const go = { kind: 'service-activated', serviceId: 'team' };

  it('D70 opens a known channel, else the page, at the origin of the service', () => {
    expect(actionsOf(page({ channel: 'General' }), 'link')).toEqual([
      { kind: 'channel-open-requested', serviceId: 'team', channelId: 'c1' },
    ]);
    expect(actionsOf(page({}), 'link')).toEqual([
      go,
      { kind: 'page-address-requested', serviceId: 'team', url: 'https://chat.example.org/team/pl/abc' },
    ]);
    expect(actionsOf(page({ path: '//evil.example/x' }), 'link')).toEqual([go]);
    expect(actionsOf(page({ path: undefined }), 'link')).toEqual([go]);
  });

  it('D70 leaves a page alone in which something was begun', () => {
    const busy = withServiceSession(start, 'team', { busy: ['draft'] });
    expect(actionsOf(page({}), 'link', busy)).toEqual([go]);
  });

  it('D70 D71 offers to add a server that is not there', () => {
    expect(decide(page({ server: 'https://new.example.org/' }), 'link')).toMatchObject({
      kind: 'ask',
      question: { asked: { verb: 'add', address: 'https://new.example.org/' } },
    });
    expect(decide(page({ vendor: 'element', server: undefined }), 'link')).toMatchObject({
      reason: 'no-service',
    });
  });
});

describe('locked', () => {
  const locked: AppState = {
    ...start,
    session: {
      ...start.session,
      lock: { ...start.session.lock, kind: 'locked' } as AppState['session']['lock'],
    },
  };

  it.each([...changing, open('team')])('D73 nothing is done: $verb', (asked) => {
    expect(decide(asked, 'command', locked)).toMatchObject({ kind: 'refused', reason: 'locked' });
  });

  it('D73 D81 nothing is said but that it is locked', () => {
    expect(toStatus(locked)).toMatchObject({ isLocked: true, services: [], focus: null });
    expect(decide({ verb: 'show' }, 'link', locked)).toMatchObject({ kind: 'do', actions: [] });
  });
});

it('D81 says what is unread and how each service stands', () => {
  const counted = withServiceSession(start, 'team', {
    channels: [aChannel('c1', { unread: 3, mentions: 2 })],
    load: { kind: 'ready' },
  });
  const status = toStatus(counted);
  expect(status.unread).toEqual({ forYou: 2, hasOther: true });
  expect(status.services).toEqual([
    {
      id: 'team',
      name: 'Team chat',
      kind: 'mattermost',
      isOn: true,
      isShown: true,
      state: 'ready',
      unread: { forYou: 2, hasOther: true },
    },
    {
      id: 'tea',
      name: 'Tea',
      kind: 'rocketchat',
      isOn: true,
      isShown: false,
      state: 'waiting',
      unread: { forYou: null, hasOther: false },
    },
    {
      id: 'off',
      name: 'Sleepy',
      kind: 'website',
      isOn: false,
      isShown: false,
      state: 'off',
      unread: { forYou: null, hasOther: false },
    },
  ]);
  expect(toStatusLines(status)).toBe('2\tFoyer\n2\tTeam chat\n0\tTea\n');
});

import { describe, expect, it } from 'vitest';
import { aChannel, aNotification, aService, aState } from '../fixtures.test-support';
import type { AppState } from '../state/app-state';
import { createLabels } from './labels';
import { codeOf, numbersOf, oneOf } from './plain-facts';
import { toDiagnostics, type DiagnosticsFacts } from './to-diagnostics';

const facts: DiagnosticsFacts = {
  app: { version: '0.1.0' },
  system: { platform: 'linux' },
  processes: [{ type: 'Browser', megabytes: 120, cpuPercent: 1 }],
  log: [],
  recipeIds: ['website', 'zulip'],
  nowMs: 10_000,
  startedAtMs: 0,
  random: () => 0.5,
};
const MARKER = 'mArKeR';

/** The same state in which every text, and every name of a member that is a name of somebody's, holds the marker. */
function marked(value: unknown, depth = 0): unknown {
  if (typeof value === 'string') return `${value}${MARKER}`;
  if (typeof value !== 'object' || value === null || depth > 20) return value;
  if (Array.isArray(value)) return value.map((one) => marked(one, depth + 1));
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, marked(one, depth + 1)]));
}

/** Words of a closed set stay what they are: types allow no others, and what comes from outside is parsed. */
const CLOSED = new Set([
  ...['kind', 'theme', 'contrast', 'announce', 'barSize', 'badgeOf', 'language', 'muteThere', 'sleepMode'],
  ...['listen', 'permission', 'decision', 'page', 'systemDnd', 'busy', 'saving'],
]);
function markedOpen(value: unknown, name = ''): unknown {
  if (typeof value === 'string') return CLOSED.has(name) ? value : marked(value);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((one) => markedOpen(one, name));
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, markedOpen(one, key)]));
}

const service = aService('a', { name: 'Secret', url: 'https://secret.example/team', ownNames: ['mira'] });
function talkingState(): AppState {
  const state = aState([service, aService('b', { url: 'https://secret.example/other', recipeId: 'zulip' })]);
  const failed = {
    kind: 'failed',
    failure: { kind: 'refused', code: 'ERR_FAILED', host: 'secret.example' },
    attempt: 2,
    retryAtMs: 5,
  } as const;
  const own = state.session.services['a'];
  if (own === undefined) throw new Error('no session');
  const talking = {
    ...own,
    load: failed,
    title: 'secret title',
    refusedCount: 7,
    refusedReason: 'window: secret',
    channels: [aChannel('secret-room')],
    adapter: { kind: 'failed', reason: 'secret reason' } as const,
    server: { name: 'Secret', version: '7.1.2-secret' },
    connection: { kind: 'lost', sinceMs: 4000 } as const,
    listening: { kind: 'lost', reason: 'secret', sinceMs: 1 } as const,
  };
  const session = {
    ...state.session,
    services: { ...state.session.services, a: talking },
    notifications: [aNotification('n1')],
  };
  return { ...state, session };
}

describe('what a person can send', () => {
  it('W222 says of services their kinds, states and counts, by labels; two of one server have one for it', () => {
    const log = [{ atMs: 4000, text: 'refused: window: scheme x3 of a', error: undefined }];
    const told = toDiagnostics(talkingState(), { ...facts, log });
    expect(told.services.map((one) => one.host)).toEqual(['host-1', 'host-1']);
    expect(told.services[0]).toMatchObject({
      service: 'service-1',
      recipe: 'website',
      load: 'failed',
      failure: { kind: 'refused', code: 'ERR_FAILED' },
      refused: 7,
      refusedLast: 'window',
      channels: 1,
      adapter: 'failed',
      serverVersion: '7.1.2',
      connection: { kind: 'lost', forS: 6 },
    });
    expect(told.log).toEqual([
      { beforeS: 6, text: 'refused: window: scheme x3 of service-1', error: undefined },
    ]);
    expect(JSON.stringify(told)).not.toMatch(/secret|mira/i);
  });

  it('W223 whatever texts there are in the state, none is in it', () => {
    const state = markedOpen(talkingState()) as AppState;
    const withServices = {
      ...state,
      session: {
        ...state.session,
        services: Object.fromEntries(
          Object.entries(state.session.services).map(([id, one]) => [`${id}${MARKER}`, one]),
        ),
      },
    };
    expect(JSON.stringify(withServices)).toContain(MARKER);
    expect(JSON.stringify(toDiagnostics(withServices, facts))).not.toContain(MARKER);
  });

  it('W224 labels are the same within one, and tell nothing of the order', () => {
    const turns = [0.9, 0.1, 0.5];
    const label = createLabels('service', ['a', 'b', 'c', 'a'], () => turns.shift() ?? 0);
    expect(['a', 'b', 'c', 'a', 'x'].map(label)).toEqual([
      'service-3',
      'service-1',
      'service-2',
      'service-3',
      'service-gone',
    ]);
  });

  it('W223 lets through words it knows, numbers and codes, and nothing else', () => {
    expect([numbersOf('v7.10.2-mira'), numbersOf('mira 7'), numbersOf(undefined)]).toEqual([
      '7.10.2',
      undefined,
      undefined,
    ]);
    expect([codeOf('ERR_NAME_NOT_RESOLVED'), codeOf('HTTP 502'), codeOf('mira.example')]).toEqual([
      'ERR_NAME_NOT_RESOLVED',
      'HTTP 502',
      'other',
    ]);
    expect([oneOf(['a'], 'a'), oneOf(['a'], 'mira'), oneOf(['a'], undefined)]).toEqual([
      'a',
      'other',
      undefined,
    ]);
  });
});

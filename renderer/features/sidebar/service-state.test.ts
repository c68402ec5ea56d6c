import { describe, expect, it } from 'vitest';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { aService } from '../../../e2e/support/shell-fixtures';
import { NOISY_FROM, toBadgeText, toServiceLook } from './service-state';

const calm = { active: false, asks: false, online: true, isApart: false };
const look = (changes: Partial<ServiceProjection>, options: Partial<typeof calm> = {}) =>
  toServiceLook(aService('a', changes), { ...calm, ...options });
const kinds = (changes: Partial<ServiceProjection>, options: Partial<typeof calm> = {}) =>
  look(changes, options).words.map((word) => word.kind);

const failed = {
  kind: 'failed',
  failure: { kind: 'refused', code: 'ERR_CONNECTION_REFUSED', host: 'h' },
  attempt: 1,
  retryAtMs: 5,
} as const;
const crashed = { kind: 'crashed', reason: 'oom', attempt: 1, retryAtMs: 5 } as const;

describe('toServiceLook', () => {
  it('H8 shows nothing of a service that is well and read', () => {
    const { words, badge, ring, sign, dimmed } = look({});
    expect({ words, badge, ring, sign, dimmed }).toEqual({
      words: [],
      badge: undefined,
      ring: undefined,
      sign: undefined,
      dimmed: false,
    });
  });

  it.each([
    [{ direct: 3, indirect: true }, { kind: 'number', count: 3 }, ['unread']],
    [{ direct: 100, indirect: false }, { kind: 'number', count: 100 }, ['unread']],
    [{ direct: 0, indirect: true }, { kind: 'dot' }, ['unreadSome']],
    [{ direct: 'unknown', indirect: true }, { kind: 'dot' }, ['unreadSome']],
    [{ direct: 'unknown', indirect: false }, undefined, []],
  ] as const)('H8 says what is unread: %j', (unread, badge, words) => {
    expect(look({ unread }).badge).toEqual(badge);
    expect(kinds({ unread })).toEqual(words);
  });

  it('V38 says who sees the screen before all else, then who uses camera and microphone', () => {
    const share = { id: 's', kind: 'screen', name: 'Screen 1' } as const;
    const changes = { shares: [share], camera: true, microphone: true };
    expect(kinds(changes, { asks: true })).toEqual(['sharing', 'camera', 'microphone', 'asks']);
    expect(look(changes, { asks: true }).sign).toBe('sharing');
    expect(look({ camera: true, microphone: true, level: 'none' }).sign).toBe('camera');
    expect(look({ microphone: true }).sign).toBe('microphone');
  });

  it('V81 says of a service that it is in its own window, by a sign of its own beside all others, and that it sleeps there', () => {
    const apart = { isApart: true };
    expect(kinds({ level: 'none' }, apart)).toEqual(['muted', 'apart']);
    expect(look({ level: 'none' }, apart)).toMatchObject({ sign: 'muted', mark: 'apart' });
    const asleep = { load: { kind: 'asleep', sinceMs: 0 } } as const;
    expect(kinds(asleep, apart)).toEqual(['asleep', 'apart']);
    expect(look(asleep, apart).mark).toBe('asleep');
  });

  it('H8 says every state that holds at once, what is unread first', () => {
    const changes = {
      unread: { direct: 2, indirect: false },
      level: 'none' as const,
      refusedCount: NOISY_FROM,
    };
    expect(kinds(changes, { active: true, asks: true })).toEqual([
      'unread',
      'asks',
      'noisy',
      'muted',
      'active',
    ]);
    expect(look(changes, { asks: true }).sign).toBe('asks');
    expect(look(changes).sign).toBe('noisy');
    expect(look({ level: 'none' as const }).sign).toBe('muted');
  });

  it('H8 is grey where it may not call, and in a ring where it waits for the end of focus', () => {
    const unread = { direct: 2, indirect: false };
    expect(look({ unread }).badgeLook).toBe('loud');
    expect(look({ unread, level: 'mentions' }).badgeLook).toBe('loud');
    expect(look({ unread, level: 'none', inFocus: true }).badgeLook).toBe('quiet');
    expect(look({ unread, inFocus: true }).badgeLook).toBe('held');
    expect(kinds({ unread, inFocus: true })).toEqual(['unread', 'held']);
  });

  it('H8 says of a service that is quiet for a while until when, and no longer that it is off', () => {
    const { words, sign, badgeLook } = look({ level: 'none', quietUntilMs: 5 });
    expect({ words, sign, badgeLook }).toEqual({
      words: [{ kind: 'quiet', untilMs: 5 }],
      sign: 'quiet',
      badgeLook: 'quiet',
    });
  });

  it('H8 tells a service that cannot be reached from one that stopped', () => {
    expect(look({ load: failed, attempt: 1 })).toMatchObject({ ring: 'broken', sign: 'unreachable' });
    expect(look({ load: crashed, attempt: 1 })).toMatchObject({ ring: undefined, sign: 'stopped' });
    expect(kinds({ load: failed, attempt: 1 }, { online: false })).toEqual(['offline']);
    expect(kinds({ load: { kind: 'loading' }, attempt: 2 })).toEqual(['retrying']);
    expect(look({ load: { kind: 'loading' } })).toMatchObject({ ring: 'loading', sign: undefined });
  });

  it('H8 shows no trouble of a service that is turned off', () => {
    expect(look({ enabled: false, load: failed, attempt: 1 })).toMatchObject({
      dimmed: true,
      ring: undefined,
      sign: undefined,
    });
  });
});

describe('a service that sleeps', () => {
  const load = { kind: 'asleep', sinceMs: 0 } as const;

  it('Z60 is calm, and says so after what is unread, with the time of its counts where nobody hears it', () => {
    expect(look({ load })).toMatchObject({ asleep: true, sign: undefined, ring: undefined });
    expect(look({ load, unread: { direct: 2, indirect: false }, countsFromMs: 5 }).words).toEqual([
      { kind: 'unread', count: 2 },
      { kind: 'asleep' },
      { kind: 'countsFrom', sinceMs: 5 },
    ]);
    expect(look({ load, level: 'none' })).toMatchObject({ asleep: true, sign: 'muted' });
  });

  it('Z60 looks the same while it is looked at behind, but not when that fails', () => {
    const loading = { load: { kind: 'loading' }, isLookedAt: true, countsFromMs: 5 } as const;
    expect(look(loading)).toMatchObject({ asleep: true, ring: undefined });
    expect(kinds(loading)).toEqual(['asleep', 'countsFrom']);
    expect(look({ load: failed, attempt: 1 })).toMatchObject({ asleep: false, sign: 'unreachable' });
  });

  it('Z60 is to be opened where its server refused', () => {
    expect(kinds({ load, adapter: 'signed-out' })).toEqual(['openToSignIn', 'asleep']);
    expect(look({ load, adapter: 'signed-out' }).sign).toBe('signedOut');
  });

  it('Z60 is not asleep but off when it is turned off', () => {
    expect(look({ load, enabled: false })).toMatchObject({ asleep: false, dimmed: true });
  });
});

describe('toBadgeText', () => {
  it.each([
    [1, 'en', '1'],
    [99, 'en', '99'],
    [100, 'en', '99+'],
    [9999, 'de', '99+'],
    [9999, 'ar-EG', '٩٩+'],
  ])('H8 L3 %i in %s', (count, locale, text) => expect(toBadgeText(count, locale)).toBe(text));

  it('C19 says that a page is without its server, or reaches it slowly', () => {
    expect(kinds({ connection: { kind: 'lost', sinceMs: 1 } })).toEqual(['lost']);
    expect(look({ connection: { kind: 'lost', sinceMs: 1 } }).sign).toBe('lost');
    expect(kinds({ connection: { kind: 'polling', sinceMs: 1 } })).toEqual(['polling']);
    expect(look({ connection: { kind: 'polling', sinceMs: 1 } }).sign).toBe(undefined);
    expect(kinds({ connection: { kind: 'lost', sinceMs: 1 }, enabled: false })).toEqual(['disabled']);
  });

  it('C4 C6 says that nobody is signed in, and that channels are not known, unless it is off', () => {
    expect(kinds({ adapter: 'signed-out' })).toEqual(['signedOut']);
    expect(look({ adapter: 'failed', refusedCount: NOISY_FROM }).sign).toBe('adapterFailed');
    expect(kinds({ adapter: 'failed', enabled: false })).toEqual(['disabled']);
  });
});

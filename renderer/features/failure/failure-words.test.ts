import { describe, expect, it } from 'vitest';
import { aService } from '../../../e2e/support/shell-fixtures';
import { toFailureWords } from './failure-words';

const failed = {
  kind: 'failed',
  failure: { kind: 'timeout', code: 'ERR_TIMED_OUT', host: 'chat.example.org' },
  attempt: 3,
  retryAtMs: 77,
} as const;
const crashed = { kind: 'crashed', reason: 'oom', attempt: 1, retryAtMs: 77 } as const;

describe('toFailureWords', () => {
  it('V4 says what failed and when it is tried again', () => {
    expect(toFailureWords(aService('a', { load: failed, attempt: 3 }), failed, true)).toEqual({
      kind: 'timeout',
      host: 'chat.example.org',
      code: 'ERR_TIMED_OUT',
      attempt: 3,
      retry: 77,
    });
  });

  it('V4 says the same while it tries again', () => {
    const trying = aService('a', { load: { kind: 'loading' }, attempt: 3 });
    expect(toFailureWords(trying, failed, true)).toMatchObject({ kind: 'timeout', retry: 'now' });
    expect(toFailureWords(trying, undefined, true)).toMatchObject({ kind: 'unknown', retry: 'now' });
  });

  it('V4 says offline, and counts down to nothing, when there is no network', () => {
    const words = toFailureWords(aService('a', { load: failed, attempt: 3 }), failed, false);
    expect(words).toMatchObject({ kind: 'offline', retry: undefined });
  });

  it.each([
    [{ load: crashed, attempt: 1 }, 'crashed'],
    [{ load: { kind: 'hung', attempt: 0 } }, 'hung'],
    [{ enabled: false, load: failed, attempt: 3 }, 'disabled'],
    [{ load: { kind: 'waiting' } }, 'opening'],
  ] as const)('V4 %j is %s', (changes, kind) => {
    expect(toFailureWords(aService('a', changes), undefined, true).kind).toBe(kind);
  });
});

import { describe, expect, it } from 'vitest';
import { memberName, roomName, type Member } from './listener-names';

const members = new Map<string, Member>(
  [
    ['@alice:x', 'Alice'],
    ['@bob:x', 'Bob'],
    ['@carol:x', 'Carol'],
    ['@robert:x', 'Bo b'],
    ['@dan:x', ''],
    ['@eve:x', '@bob:x'],
    ['@fay:x', '\u202EFay'],
  ].map(([userId = '', displayName = '']) => [userId, { userId, displayName, membership: 'join' }]),
);

describe('memberName', () => {
  it.each([
    ['@alice:x', 'Alice'],
    ['@bob:x', 'Bob (@bob:x)'],
    ['@dan:x', '@dan:x'],
    ['@eve:x', '@bob:x (@eve:x)'],
    ['@fay:x', 'Fay (@fay:x)'],
    ['@gone:x', '@gone:x'],
  ])('J122 %s is %s', (userId, name) => {
    expect(memberName(userId, members)).toBe(name);
  });
});

describe('roomName', () => {
  const name = (changes: Partial<Parameters<typeof roomName>[0]>): string =>
    roomName({ name: '', alias: '', heroes: [], otherCount: 0, members, userId: '@alice:x', ...changes });

  it.each([
    [{ name: 'General', alias: '#general:x' }, 'General'],
    [{ alias: '#general:x' }, '#general:x'],
    [{ heroes: ['@carol:x'], otherCount: 1 }, 'Carol'],
    [{ heroes: ['@alice:x', '@carol:x'], otherCount: 1 }, 'Carol'],
    [{ heroes: ['@carol:x', '@dan:x'], otherCount: 2 }, 'Carol and @dan:x'],
    [{ heroes: ['@carol:x', '@dan:x', '@bob:x'], otherCount: 3 }, 'Carol and 2 others'],
    [{ heroes: ['@carol:x', '@dan:x', '@bob:x'], otherCount: 2 }, 'Carol and 1 other'],
    [{ heroes: ['@carol:x'], otherCount: 0 }, 'Empty room (was Carol)'],
    [{ heroes: [] }, 'Empty room'],
  ])('J120 of %j it is %s', (changes, expected) => {
    expect(name(changes)).toBe(expected);
  });

  it('J120 without heroes those who are there name it', () => {
    const two = new Map([...members].slice(0, 3));
    expect(name({ heroes: undefined, members: two, otherCount: 2 })).toBe('Bob and Carol');
  });
});

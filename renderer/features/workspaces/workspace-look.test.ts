import { describe, expect, it } from 'vitest';
import { servicesOnBar } from '../../../electron/core/decide/on-bar';
import { aService } from '../../../e2e/support/shell-fixtures';
import { toLetters, toUnreadLook, unreadElsewhere } from './workspace-look';

const services = [
  aService('a'),
  aService('b', { unread: { direct: 2, indirect: true } }),
  aService('c', { unread: { direct: 'unknown', indirect: true }, inFocus: true }),
];
const workspaces = [{ id: 'work', name: 'Work', serviceIds: ['b', 'gone', 'a'], staysQuiet: false }];

describe('the bar', () => {
  it('O6 has the services of the workspace that is up, in its order, else all', () => {
    const ids = (activeWorkspaceId: string | null) =>
      servicesOnBar({ services, workspaces, activeWorkspaceId }).map(({ id }) => id);
    expect(ids('work')).toEqual(['b', 'a']);
    expect(ids(null)).toEqual(['a', 'b', 'c']);
  });

  it('O12 says what is unread elsewhere, and whether it waits', () => {
    const up = { services, workspaces, activeWorkspaceId: 'work' };
    expect(unreadElsewhere(up)).toEqual({ count: 0, isSome: true, isHeld: true });
    expect(unreadElsewhere({ ...up, activeWorkspaceId: null }).isSome).toBe(false);
    expect(toUnreadLook(services)).toEqual({ count: 2, isSome: true, isHeld: false });
  });

  it.each([
    ['Work', 'Wo'],
    ['Old friends', 'OF'],
    ['#1 team', '1T'],
    ['職場', '職場'],
    ['…', '…'],
  ])('O12 writes %s as %s', (name, letters) => expect(toLetters(name)).toBe(letters));
});

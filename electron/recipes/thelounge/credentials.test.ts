import { describe, expect, it } from 'vitest';
import { takeCredentials } from './credentials';

const taken = (stored: Readonly<Record<string, string>>) =>
  takeCredentials({ localStorage: { getItem: (key) => stored[key] ?? null } });

describe('what is taken of a page of The Lounge', () => {
  it('J107 is who is signed in, the token, and the settings of notifications', async () => {
    const settings = { desktopNotifications: true, userStyles: 'x'.repeat(10_000), highlights: 'a' };
    expect(
      await taken({ user: 'alice', token: 't', settings: JSON.stringify(settings), other: 'o' }),
    ).toEqual({
      user: 'alice',
      token: 't',
      settings: '{"desktopNotifications":true,"highlights":"a"}',
    });
    expect(await taken({ user: 'alice', token: 't' })).toEqual({ user: 'alice', token: 't', settings: '{}' });
    expect(await taken({ user: 'alice', token: 't', settings: '{' })).toMatchObject({ settings: '{}' });
  });

  it('J107 is nothing where nobody is signed in', async () => {
    expect(await taken({ user: 'alice', settings: '{}' })).toBeUndefined();
    expect(await taken({ token: 't' })).toBeUndefined();
  });
});

import { describe, expect, it } from 'vitest';
import { recipeById } from '../../recipes/index';
import type { RecipeManifest } from '../../recipes/types';
import { checkAddress, type ProbeResult } from './check-address';

const recipe = (id: string): RecipeManifest => {
  const found = recipeById(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const check = (id: string, address: string, result: ProbeResult) =>
  checkAddress(recipe(id), address, async () => result);
const ok: ProbeResult = { kind: 'answered', status: 200, title: 'Team' };

describe('checkAddress', () => {
  it('A5 gives the start page and its title', async () => {
    expect(await check('rocketchat', 'chat.example.org', ok)).toEqual({
      kind: 'ok',
      url: 'https://chat.example.org/',
      title: 'Team',
      insecure: false,
    });
  });

  it('A5 says when the way there is open to be read by others, but not for this computer', async () => {
    expect(await check('rocketchat', 'http://chat.example.org', ok)).toMatchObject({ insecure: true });
    expect(await check('rocketchat', 'http://localhost:3000', ok)).toMatchObject({ insecure: false });
  });

  it.each([
    ['ERR_NAME_NOT_RESOLVED', 'name-not-found'],
    ['ERR_CONNECTION_REFUSED', 'connection-refused'],
    ['ERR_CERT_AUTHORITY_INVALID', 'certificate'],
    ['ERR_TIMED_OUT', 'timeout'],
    ['ERR_INTERNET_DISCONNECTED', 'offline'],
    ['ERR_SOMETHING_ELSE', 'unreachable'],
  ])('A5 %s is told as %s', async (code, reason) => {
    expect(await check('mattermost', 'chat.example.org', { kind: 'failed', code })).toEqual({
      kind: 'refused',
      reason,
      detail: code,
    });
  });

  it('A5 takes a sign-in wall for an answer and a server in trouble for none', async () => {
    expect(await check('zulip', 'chat.example.org', { ...ok, status: 401 })).toMatchObject({ kind: 'ok' });
    expect(await check('zulip', 'chat.example.org', { ...ok, status: 502 })).toMatchObject({
      reason: 'server-error',
    });
  });

  it('A5 asks no server about a place that is fixed, or an address that cannot be', async () => {
    const never = () => Promise.reject(new Error('asked'));
    expect(await checkAddress(recipe('whatsapp'), '', never)).toMatchObject({ kind: 'ok' });
    expect(await checkAddress(recipe('website'), 'file:///etc/passwd', never)).toMatchObject({
      kind: 'refused',
    });
  });
});

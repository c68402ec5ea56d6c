import { describe, expect, it } from 'vitest';
import type { Discovery, Spot } from '../../core/model/discovery';
import { aRefused } from '../../core/trust.test-support';
import { recipeById } from '../../recipes/index';
import type { RecipeManifest } from '../../recipes/types';
import { checkAddress } from './check-address';

const recipe = (id: string): RecipeManifest => {
  const found = recipeById(id);
  if (found === undefined) throw new Error(id);
  return found;
};
const spot: Spot = { url: 'https://x/', at: 'x', ledFrom: undefined, isInsecure: false };
const website: Discovery = { kind: 'website', spot, title: 'Team', iconDataUrl: undefined };
const check = (id: string, address: string, found: Discovery) =>
  checkAddress(recipe(id), address, () => Promise.resolve(found));

describe('checkAddress', () => {
  it('A5 gives the start page and its title', async () => {
    expect(await check('rocketchat', 'chat.example.org', website)).toEqual({
      kind: 'ok',
      url: 'https://chat.example.org/',
      title: 'Team',
      insecure: false,
    });
  });

  it('A5 looks where A2 says, and says when the way there is open to be read by others', async () => {
    const asked: string[] = [];
    const open: Discovery = { ...website, spot: { ...spot, isInsecure: true } };
    const look = (text: string) => {
      asked.push(text);
      return Promise.resolve(open);
    };
    expect(await checkAddress(recipe('rocketchat'), 'localhost:3000/x', look)).toMatchObject({
      insecure: true,
    });
    expect(asked).toEqual(['http://localhost:3000/x']);
  });

  it.each<[string, Discovery]>([
    ['a chat of another kind', { ...website, kind: 'chat', recipeId: 'zulip', name: 'Team', version: '9' }],
    ['one that is too old', { kind: 'too-old', recipeId: 'zulip', spot, version: '1', least: '2' }],
    ['what wants a password first', { kind: 'gate', gate: { kind: 'password', realm: undefined }, spot }],
    ['a Matrix server', { kind: 'homeserver', recipeId: 'element', server: 'x', url: 'https://y/' }],
    ['a place that is the same for all', { kind: 'hosted', recipeId: 'slack', address: 'https://x/' }],
  ])('A5 takes %s for an answer', async (_, found) => {
    expect(await check('mattermost', 'chat.example.org', found)).toMatchObject({ kind: 'ok' });
  });

  it.each<[string, Discovery, string]>([
    ['no server', { kind: 'refused', reason: 'connection-refused', host: 'x' }, 'connection-refused'],
    ['a server in trouble', { kind: 'refused', reason: 'server-error', host: 'x' }, 'server-error'],
    [
      'no encryption where it was asked for',
      { kind: 'no-https', host: 'x', url: 'http://x/' },
      'unreachable',
    ],
  ])('A5 takes %s for none', async (_, found, reason) => {
    expect(await check('zulip', 'chat.example.org', found)).toEqual({ kind: 'refused', reason });
  });

  it('A5 a certificate that cannot be trusted comes along, so that it can be trusted from here', async () => {
    const refused = aRefused();
    expect(await check('zulip', 'chat.example.org', { kind: 'bad-certificate', spot, refused })).toEqual({
      kind: 'refused',
      reason: 'certificate',
      certificate: refused,
    });
  });

  it('A5 looks at no place that is fixed, and at no address that cannot be one', async () => {
    const never = () => Promise.reject(new Error('asked'));
    expect(await checkAddress(recipe('whatsapp'), '', never)).toMatchObject({ kind: 'ok' });
    expect(await checkAddress(recipe('website'), 'file:///etc/passwd', never)).toMatchObject({
      kind: 'refused',
    });
  });
});

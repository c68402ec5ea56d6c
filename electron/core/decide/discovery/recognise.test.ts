import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answered, answersBelow, answersOf } from './answers.test-support';
import { recogniseChat, recogniseHomeserver } from './recognise';

const BASE = 'https://example.org/chat/';
const TOP = 'https://example.org/';
const at = (base: string, files: Readonly<Record<string, string | object>>) =>
  recogniseChat(answersBelow(base, files), base);

describe('Rocket.Chat', () => {
  it.each([
    [{ version: '7.10', success: true }, '7.10'],
    [{ info: { version: '0.74.3' }, success: true }, '0.74.3'],
  ])('G7 is told by %j', (info, version) => {
    expect(at(BASE, { 'api/info': info })).toMatchObject({ recipeId: 'rocketchat', base: BASE, version });
  });

  it.each([{ version: '7.10' }, { success: true }, { version: 'x', success: true }, [], 'text', '<html>'])(
    'G7 is not told by %j',
    (info) => {
      expect(at(BASE, { 'api/info': info })).toBeUndefined();
    },
  );

  it('G7 is asked for its name as its version wants it', () => {
    const urlOf = (version: string) =>
      decodeURIComponent(at(BASE, { 'api/info': { version, success: true } })?.more[0]?.url ?? '');
    expect(urlOf('6.13')).toMatch(
      /^https:\/\/example\.org\/chat\/api\/v1\/settings\.public\?query=\{"_id":\{"\$in":\["Site_Name"/,
    );
    expect(urlOf('7.0')).toMatch(/settings\.public\?_id=Site_Name,/);
  });

  it('G6 is where redirects ended, if the path was kept', () => {
    const info = { version: '8.1', success: true };
    const moved = answersOf({ [`${BASE}api/info`]: answered('https://talk.example.org/api/info', info) });
    expect(recogniseChat(moved, BASE)?.base).toBe('https://talk.example.org/');
    const lost = answersOf({ [`${BASE}api/info`]: answered('https://talk.example.org/other', info) });
    expect(recogniseChat(lost, BASE)).toBeUndefined();
  });
});

describe('others', () => {
  it.each([
    ['mattermost', 'api/v4/system/ping', { status: 'OK' }],
    ['zulip', 'api/v1/server_settings', { zulip_version: '9.4', realm_name: 'Acme', realm_icon: '/a.png' }],
  ])('G7 %s is told by what it answers', (recipeId, path, said) => {
    expect(at(TOP, { [path]: said })).toMatchObject({ recipeId, base: TOP });
  });

  it('G7 a Mattermost in trouble is still one', () => {
    const url = `${TOP}api/v4/system/ping`;
    const answers = answersOf({ [url]: answered(url, { status: 'UNHEALTHY' }, { status: 500 }) });
    expect(recogniseChat(answers, TOP)?.recipeId).toBe('mattermost');
  });

  it('G7 Element is told by its settings and its page together', () => {
    const config = { brand: 'Acme', default_server_config: {} };
    const page = '<div id="matrixchat"></div>';
    expect(at(BASE, { 'config.json': config, '': page })).toMatchObject({
      recipeId: 'element',
      name: 'Acme',
    });
    expect(at(BASE, { 'config.json': config })).toBeUndefined();
    expect(at(BASE, { 'config.json': { brand: 'Other' }, '': page })).toBeUndefined();
  });

  it.each([
    ['thelounge', '<meta name="application-name" content="The Lounge" />', undefined],
    ['converse', '<script src="https://cdn.conversejs.org/11.0.1/dist/converse.min.js"></script>', '11.0.1'],
    ['converse', '<script>converse.initialize({})</script>', undefined],
    ['converse', '<converse-root class="conversejs"></converse-root>', undefined],
  ])('G7 %s is told by its page', (recipeId, page, version) => {
    expect(at(BASE, { '': page })).toMatchObject({ recipeId, base: BASE, version });
  });

  it('G7 a page that answers everything with itself is none of them', () => {
    const page = '<!doctype html><title>App</title>';
    const paths = ['', 'api/info', 'api/v4/system/ping', 'config.json', 'api/v1/server_settings'];
    expect(at(TOP, Object.fromEntries(paths.map((path) => [path, page])))).toBeUndefined();
  });

  it.each([
    ['.well-known/matrix/client', { 'm.homeserver': { base_url: 'https://m.example.org' } }, 'example.org'],
    ['_matrix/client/versions', { versions: ['v1.1'] }, 'example.org'],
    ['_matrix/client/versions', { versions: [] }, undefined],
    ['.well-known/matrix/client', { 'm.homeserver': 'x' }, undefined],
  ])('G10 a Matrix server by %s', (path, said, server) => {
    expect(recogniseHomeserver(answersBelow(TOP, { [path]: said }), TOP)).toBe(server);
  });
});

it('G7 never throws, whatever is answered', () => {
  const paths = [
    '',
    'api/info',
    'api/v4/system/ping',
    'config.json',
    'api/v1/server_settings',
    '.well-known/matrix/client',
  ];
  const body = fc.oneof(
    fc.string(),
    fc.json(),
    fc
      .dictionary(
        fc.constantFrom(
          'success',
          'version',
          'info',
          'status',
          'zulip_version',
          'realm_icon',
          'm.homeserver',
          'brand',
        ),
        fc.anything(),
      )
      .map((said) => JSON.stringify(said, (_key, value: unknown) => (typeof value === 'bigint' ? 0 : value))),
  );
  fc.assert(
    fc.property(fc.constantFrom(...paths), body, fc.constantFrom(200, 404, 500), (path, text, status) => {
      const answers = answersOf({ [TOP + path]: answered(TOP + path, text, { status }) });
      recogniseChat(answers, TOP);
      recogniseHomeserver(answers, TOP);
    }),
    { numRuns: 1000 },
  );
});

import { decideNavigation } from '../../core/decide/decide-navigation';
import { toPermissionOrigin } from '../../core/decide/decide-permission';
import { probesOf, toLook } from '../../core/decide/discovery/look';
import { readTyped } from '../../core/decide/discovery/read-typed';
import { ADDRESS_MAX, parseAddress, startUrlOf } from '../../core/model/address';
import { toFailureKind } from '../../core/model/failure';
import { toSafeFileName } from '../../core/decide/to-safe-file-name';
import { toHops } from '../../main/listeners/to-hops';
import { resolveInside } from '../../main/security/app-protocol';
import { hostedPlaces, recipes } from '../../recipes/index';
import { linkOf } from '../../recipes/links';
import { expectThat } from '../expect-plain';
import { textsLike } from '../mutate-text';
import { targetOf, type FuzzTarget } from '../target';

const addresses = [
  'chat.example.org',
  'https://chat.example.org/team/?a=b#c',
  'localhost:3000',
  '[::1]:8065',
  '192.168.0.7:80',
  'münchen.example',
  'acme.slack.com',
];
const invitations = [
  'Join us: https://chat.example.org/signup_user_complete/?id=x!',
  '#room:example.org',
  'https://matrix.to/#/%23room:example.org?via=a.org',
  'rocketchat://invite?host=open.rocket.chat&path=x',
  'mattermost://chat.example.org/t/p',
  'https://discord.gg/abc',
  '<https://join.slack.com/t/acme/shared_invite/zt>',
  'matrix:r/room:example.org',
];
const parts = [
  '://',
  '@',
  '%',
  '\\',
  '/',
  '?',
  '#',
  ':',
  '..',
  '[',
  ']',
  'http:',
  'javascript:',
  '\t',
  'xn--',
  '。',
  '０',
];

const isWeb = (url: string): boolean => /^https?:\/\/[^/@]+(?:\/|$)/.test(url) && url.length <= ADDRESS_MAX;

function checkAddress(text: string): void {
  for (const { start } of recipes) {
    const result = startUrlOf(start, text);
    if (result.kind === 'ok') expectThat(isWeb(result.url), `no start page: ${result.url.slice(0, 80)}`);
  }
  const parsed = parseAddress(text);
  if (parsed.kind === 'refused') return;
  const again = parseAddress(parsed.url);
  expectThat(again.kind === 'ok' && again.url === parsed.url, 'read otherwise the second time');
}

function checkTyped(text: string): void {
  const typed = readTyped(text, hostedPlaces);
  if (typed.kind !== 'address' && typed.kind !== 'matrix') return;
  expectThat(isWeb(typed.url), `no address: ${typed.url.slice(0, 80)}`);
  const { bases } = toLook(typed.url, false);
  expectThat(
    bases.length > 0 && bases.length <= 12 && bases.every((base) => base.endsWith('/')),
    'nowhere to look',
  );
  probesOf(toLook(typed.url, true));
}

const service = { url: 'https://chat.example.org/' };
const hosts = { hosts: ['chat.example.org'], signInHosts: ['sso.example.org'] };

function checkNavigation(address: string): void {
  for (const cause of ['navigate', 'redirect', 'new-tab', 'pop-up'] as const) {
    const { kind, reason } = decideNavigation(address, cause, 'https://elsewhere.example/', service, hosts);
    const protocol = URL.canParse(address) ? new URL(address).protocol : '';
    const isHttp = /^https?:$/.test(protocol);
    const isBlob = protocol === 'blob:' && kind === 'child-window';
    if (kind === 'in-view' || kind === 'child-window')
      expectThat(isHttp || reason === 'blank' || isBlob, `${kind}: ${address.slice(0, 60)}`);
    if (kind === 'open-outside') expectThat(isHttp || reason === 'mail', `outside: ${address.slice(0, 60)}`);
  }
  const origin = toPermissionOrigin(address);
  expectThat(origin === undefined || /^https?:\/\//.test(origin), 'no origin');
}

function checkFileName(name: string): void {
  const safe = toSafeFileName(name);
  expectThat(
    safe !== '' && safe.length <= 141 && !/[\p{Cc}/\\<>:"|?*]/u.test(safe),
    `no file name: ${safe.slice(0, 60)}`,
  );
  expectThat(
    !safe.startsWith('.') && !/[. ]$/.test(safe),
    `hidden, or no name on Windows: ${safe.slice(-60)}`,
  );
  expectThat(!/^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i.test(safe), 'a device');
  expectThat(toSafeFileName(safe) === safe, 'another name at the second reading');
}

function checkPath(path: string): void {
  const file = resolveInside('/opt/foyer/renderer', path);
  expectThat(
    file === undefined || (file.startsWith('/opt/foyer/renderer/') && !file.includes('/../')),
    'outside',
  );
}

/** Addresses that people type, that pages go to, and that servers answer from. */
export const addressTargets: readonly FuzzTarget[] = [
  targetOf('addresses', textsLike(addresses, parts), checkAddress),
  targetOf('links and invitations', textsLike([...invitations, ...addresses], parts), checkTyped),
  targetOf(
    'addresses of pages',
    textsLike(
      [
        'https://chat.example.org/x',
        'https://sso.example.org/oauth',
        'mailto:a@b.org',
        'blob:https://chat.example.org/1',
        'about:blank',
        'file:///x',
        'intent://x',
      ],
      parts,
    ),
    checkNavigation,
  ),
  targetOf(
    'names of downloads',
    textsLike(
      ['photo.jpg', '../../.bashrc', 'C:\\x\\con.txt', 'a.tar.gz', '.htaccess'],
      ['.', '/', '\\', ' '],
    ),
    checkFileName,
  ),
  targetOf(
    'paths of the shell',
    textsLike(['/index.html', '/assets/a.js', '/%2e%2e/x', '/..%2f..%2fx'], ['%2e', '%2f', '..', '%5c']),
    checkPath,
  ),
  targetOf(
    'ways through proxies',
    textsLike(
      ['PROXY proxy.example:3128; DIRECT', 'SOCKS5 [::1]:1080', 'HTTPS p'],
      ['constructor x', ';', ':'],
    ),
    (text) => {
      for (const { kind, host, port } of toHops(text)) {
        expectThat(['direct', 'http', 'https', 'socks4', 'socks5'].includes(kind), `a way by ${kind}`);
        expectThat(Number.isInteger(port) && port >= 0 && port <= 65_535, `port ${port}`);
        expectThat(typeof host === 'string', 'no host');
      }
    },
  ),
  targetOf('links to channels', textsLike(['!r:example.org', 'GENERAL', '../x', 'a b']), (channelId) => {
    for (const { id } of recipes) expectThat(URL.canParse(linkOf(id, service.url, channelId)), 'no link');
  }),
  targetOf(
    'names of failures',
    textsLike(['ERR_CERT_DATE_INVALID', 'HTTP 502']),
    (code) => void toFailureKind(code),
  ),
];

import { LOOPBACK } from './net.js';

export interface ProsodyPlace {
  readonly folder: string;
  readonly clientPort: number;
  readonly httpPort: number;
  readonly domain: string;
  readonly roomsDomain: string;
}

const MODULES = (
  'roster groups saslauth disco posix private blocklist bookmarks vcard4 vcard_legacy pep version ping time carbons ' +
  'mam csi_simple smacks offline http bosh websocket'
).split(' ');

/** The server's configuration: loopback only, no encryption, no other servers, rooms made by the first who joins. */
export function prosodyConfig(place: ProsodyPlace): string {
  const inFolder = (name: string) => JSON.stringify(`${place.folder}/${name}`);
  const list = (items: readonly string[]) => `{ ${items.map((item) => JSON.stringify(item)).join('; ')} }`;
  const settings: Record<string, string> = {
    pidfile: inFolder('prosody.pid'),
    data_path: inFolder('data'),
    certificates: inFolder('certs'),
    groups_file: inFolder('groups.txt'),
    log: `{ info = ${inFolder('prosody.log')} }`,
    run_as_root: 'true',
    interfaces: list([LOOPBACK]),
    c2s_ports: `{ ${place.clientPort} }`,
    http_ports: `{ ${place.httpPort} }`,
    http_interfaces: list([LOOPBACK]),
    http_default_host: JSON.stringify(place.domain),
    modules_enabled: list(MODULES),
    modules_disabled: list(['s2s', 'tls']),
    c2s_require_encryption: 'false',
    allow_unencrypted_plain_auth: 'true',
    consider_bosh_secure: 'true',
    consider_websocket_secure: 'true',
    authentication: JSON.stringify('internal_hashed'), // plain would make a new salt each time: kept sign-ins break
    storage: '{ accounts = "internal"; roster = "internal" }',
    default_storage: JSON.stringify('memory'),
  };
  for (const kind of [
    'c2s_direct_tls',
    'legacy_ssl',
    's2s',
    's2s_direct_tls',
    'component',
    'proxy65',
    'https',
  ]) {
    settings[`${kind}_ports`] = '{}';
  }
  return [
    ...Object.entries(settings).map(([key, value]) => `${key} = ${value}`),
    `VirtualHost ${JSON.stringify(place.domain)}`,
    `Component ${JSON.stringify(place.roomsDomain)} "muc"`,
    '  modules_enabled = { "muc_mam" }',
    '  restrict_room_creation = false; muc_room_locking = false',
    '  muc_room_default_public = true; muc_room_default_persistent = true',
    '',
  ].join('\n');
}

/** The file that makes an account exist. */
export function prosodyLogin(password: string): string {
  return `return { ["password"] = ${JSON.stringify(password)} };\n`;
}

import { generateKeyPairSync, randomBytes, sign, X509Certificate, type KeyObject } from 'node:crypto';
import { isIP } from 'node:net';
import {
  bits,
  boolean,
  context,
  implicit,
  integer,
  kind,
  moment,
  octets,
  sequence,
  set,
  text,
} from './der.js';

/** A key and what was certified of it, as `node:https` takes them. */
export interface Identity {
  readonly key: string;
  readonly cert: string;
  /** The SHA-256 of the certificate as people compare it: `AB CD …`. */
  readonly hex: string;
  /** The same as Chromium writes it. */
  readonly fingerprint: string;
  readonly name: string;
  readonly privateKey: KeyObject;
}

interface Wishes {
  /** What it is made for; the common name. */
  readonly name: string;
  /** Hosts it is valid for, names or addresses. */
  readonly hosts?: readonly string[];
  /** Who signs it; itself where left out. */
  readonly by?: Identity;
  readonly isAuthority?: boolean;
  /** For people rather than for servers. */
  readonly isPersons?: boolean;
  readonly validFromMs?: number;
  readonly validToMs?: number;
}

const DAY_MS = 86_400_000;
const EC_SHA256 = sequence(kind('1.2.840.10045.4.3.2'));
const nameOf = (name: string): Buffer => sequence(set(sequence(kind('2.5.4.3'), text(name))));
const extension = (id: string, isCritical: boolean, value: Uint8Array): Buffer =>
  sequence(kind(id), ...(isCritical ? [boolean(true)] : []), octets(value));

/** Makes a key and a certificate, good from yesterday for ninety days unless told otherwise. */
export function makeIdentity(wishes: Wishes): Identity {
  const { name, hosts = [], by, isAuthority = false, isPersons = false } = wishes;
  const now = Date.now();
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const names = hosts.map((host) =>
    isIP(host) === 4 ? implicit(7, Buffer.from(host.split('.').map(Number))) : implicit(2, Buffer.from(host)),
  );
  const extensions = [
    extension('2.5.29.19', true, sequence(...(isAuthority ? [boolean(true)] : []))),
    extension('2.5.29.37', false, sequence(kind(isPersons ? '1.3.6.1.5.5.7.3.2' : '1.3.6.1.5.5.7.3.1'))),
    ...(names.length === 0 ? [] : [extension('2.5.29.17', false, sequence(...names))]),
  ];
  const told = sequence(
    context(0, integer(Buffer.from([2]))),
    integer(Buffer.concat([Buffer.from([1]), randomBytes(8)])),
    EC_SHA256,
    nameOf(by?.name ?? name),
    sequence(moment(wishes.validFromMs ?? now - DAY_MS), moment(wishes.validToMs ?? now + 90 * DAY_MS)),
    nameOf(name),
    publicKey.export({ type: 'spki', format: 'der' }),
    context(3, sequence(...(isAuthority ? extensions.slice(0, 1) : extensions))),
  );
  const signature = sign('sha256', told, by?.privateKey ?? privateKey);
  const certificate = new X509Certificate(sequence(told, EC_SHA256, bits(signature)));
  const bytes = certificate.fingerprint256;
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: certificate.toString(),
    hex: bytes.replaceAll(':', ' '),
    fingerprint: `sha256/${Buffer.from(bytes.replaceAll(':', ''), 'hex').toString('base64')}`,
    name,
    privateKey,
  };
}

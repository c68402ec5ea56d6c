import { createHash, createHmac, randomBytes, X509Certificate } from 'node:crypto';
import type { Identity } from './certificates.js';
import { context, integer, kind, octets, sequence, set } from './der.js';

const DATA = '1.2.840.113549.1.7.1';
const BLOCK = 64;
const ROUNDS = 2_048;

/** Repeats bytes until they fill whole blocks. */
const filled = (bytes: Buffer): Buffer =>
  Buffer.alloc(Math.ceil(bytes.length / BLOCK) * BLOCK, bytes.length === 0 ? 0 : bytes);

/** The key that a password gives for checking a file, as PKCS #12 works it out (RFC 7292, B.2; SHA-1 needs one round of it). */
function toMacKey(password: string, salt: Buffer): Buffer {
  const words = Buffer.from(`${password}\0`, 'utf16le').swap16();
  const start = Buffer.concat([Buffer.alloc(BLOCK, 3), filled(salt), filled(words)]);
  return Array.from({ length: ROUNDS }).reduce<Buffer>(
    (bytes) => createHash('sha1').update(bytes).digest(),
    start,
  );
}

/** Puts a key and its certificate into one file, sealed by a password, as people carry them from one machine to another. */
export function toPfx(identity: Identity, password: string): Buffer {
  const certificate = new X509Certificate(identity.cert).raw;
  const keyId = createHash('sha1').update(certificate).digest();
  const attributes = set(sequence(kind('1.2.840.113549.1.9.21'), set(octets(keyId))));
  const keyBag = sequence(
    kind('1.2.840.113549.1.12.10.1.2'),
    context(
      0,
      identity.privateKey.export({
        type: 'pkcs8',
        format: 'der',
        cipher: 'aes-256-cbc',
        passphrase: password,
      }),
    ),
    attributes,
  );
  const certificateBag = sequence(
    kind('1.2.840.113549.1.12.10.1.3'),
    context(0, sequence(kind('1.2.840.113549.1.9.22.1'), context(0, octets(certificate)))),
    attributes,
  );
  const safe = (bag: Buffer): Buffer => sequence(kind(DATA), context(0, octets(sequence(bag))));
  const whole = sequence(safe(certificateBag), safe(keyBag));
  const salt = randomBytes(8);
  const mac = createHmac('sha1', toMacKey(password, salt)).update(whole).digest();
  return sequence(
    integer(Buffer.from([3])),
    sequence(kind(DATA), context(0, octets(whole))),
    sequence(
      sequence(sequence(kind('1.3.14.3.2.26'), Buffer.from([5, 0])), octets(mac)),
      octets(salt),
      integer(Buffer.from([ROUNDS >> 8, ROUNDS & 0xff])),
    ),
  );
}

import { toPngFromIco } from '../../main/icons/ico';
import { isPictureFit, PICTURE_PIXELS_MAX, readPictureSize } from '../../main/icons/picture-size';
import { isMadeFor } from '../../main/security/certificate-names';
import { expectThat } from '../expect-plain';
import { bytesLike } from '../mutate-bytes';
import { textsLike } from '../mutate-text';
import { targetOf, type FuzzTarget } from '../target';

const png = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==',
  'base64',
);
const jpeg = Buffer.from(
  'ffd8ffe000104a46494600010100000100010000ffdb0004000affc0001108002000200301220002110103110100ffd9',
  'hex',
);

/** An .ico of one picture of 2 by 2 pixels, and one with a PNG in it. */
const icoOf = (body: Buffer, side: number): Buffer => {
  const head = Buffer.from([0, 0, 1, 0, 1, 0, side, side, 0, 0, 1, 0, 32, 0, 0, 0, 0, 0, 22, 0, 0, 0]);
  head.writeUInt32LE(body.length, 14);
  return Buffer.concat([head, body]);
};
const bitmap = Buffer.alloc(40 + 2 * 2 * 4 + 8);
bitmap.writeUInt32LE(40, 0);
bitmap.writeInt32LE(2, 4);
bitmap.writeInt32LE(4, 8);
bitmap.writeUInt16LE(1, 12);
bitmap.writeUInt16LE(32, 14);

function checkIco(file: Buffer): void {
  const picture = toPngFromIco(file);
  if (picture?.kind !== 'pixels') return;
  const { bgra, width, height } = picture;
  expectThat(
    width <= 256 && height <= 256 && bgra.length === width * height * 4,
    'pixels that are not there',
  );
}

function checkSize(file: Buffer): void {
  const size = readPictureSize(file);
  if (size === undefined) return;
  expectThat(size.width >= 0 && size.height >= 0, 'no size');
  if (isPictureFit(file)) expectThat(size.width * size.height <= PICTURE_PIXELS_MAX, 'too large');
}

const der = Buffer.from(
  'MIIBFjCBvQIBATAKBggqhkjOPQQDAjAXMRUwEwYDVQQDDAxjaGF0LmV4YW1wbGUwHhcNMjYwMTAxMDAwMDAwWhcNMzYwMTAxMDAwMDAwWjAXMRUwEwYDVQQDDAxjaGF0LmV4YW1wbGU=',
  'base64',
);
const toPem = (bytes: Buffer): string =>
  `-----BEGIN CERTIFICATE-----\n${bytes.toString('base64')}\n-----END CERTIFICATE-----\n`;

/** Files of pages and certificates of servers. */
export const pictureTargets: readonly FuzzTarget[] = [
  targetOf('icons', bytesLike([icoOf(bitmap, 2), icoOf(png, 1)]), checkIco),
  targetOf('sizes of pictures', bytesLike([png, jpeg]), checkSize),
  targetOf('certificates', bytesLike([der]), (bytes) => void isMadeFor(toPem(bytes), 'chat.example')),
  targetOf('hosts of certificates', textsLike(['chat.example', '127.0.0.1', '::1', '*.example']), (host) => {
    expectThat(!isMadeFor(toPem(der), `${host}.invalid`), 'made for whatever');
  }),
];

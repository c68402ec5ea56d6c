import { toHexFingerprint } from '../../../electron/core/model/certificate-trust';

/** Pairs of hex digits on a line: four lines of them are easier to compare than one. */
const PAIRS_PER_LINE = 8;

/** Gives a fingerprint in lines of eight bytes each, as people read them to each other. */
export function toFingerprintLines(fingerprint: string): readonly string[] {
  const bytes = toHexFingerprint(fingerprint).split(':');
  return Array.from({ length: Math.ceil(bytes.length / PAIRS_PER_LINE) }, (_, line) =>
    bytes.slice(line * PAIRS_PER_LINE, (line + 1) * PAIRS_PER_LINE).join(' '),
  );
}

/** Gives a place as people say it: without the port that all of its kind have. */
export const toHostWords = (place: string): string => place.replace(/:443$/, '');

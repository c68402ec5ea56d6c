import type { OwnCertificate } from '../model/sign-in';
import { placeOf } from './decide-certificate';

/** What a server that wants a certificate of the person's own is given. */
export type OwnCertificateDecision =
  | { readonly kind: 'show'; readonly fingerprint: string }
  | { readonly kind: 'ask' }
  | { readonly kind: 'none' };

/** Gives host and port of who asks; Electron names them so, though it calls them an address. */
export const askerOf = (url: string): string | undefined => placeOf(url) ?? placeOf(`https://${url}`);

/** Decides what a server is shown: what the person chose for it, as long as the system has it; else they are asked. */
export function decideOwnCertificate(
  chosen: readonly OwnCertificate[],
  asked: Pick<OwnCertificate, 'serviceId' | 'place'>,
  fingerprints: readonly string[],
): OwnCertificateDecision {
  if (fingerprints.length === 0) return { kind: 'none' };
  const found = chosen.find((one) => one.serviceId === asked.serviceId && one.place === asked.place);
  return found !== undefined && fingerprints.includes(found.fingerprint)
    ? { kind: 'show', fingerprint: found.fingerprint }
    : { kind: 'ask' };
}

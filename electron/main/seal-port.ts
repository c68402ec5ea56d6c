import { fromJson } from '../core/model/from-json';

/** What seals with the system's key ring: `safeStorage`. Its parts throw where it cannot. */
export interface SealPort {
  /** Whether the system has something to seal with that others cannot open as well. */
  readonly canSeal: () => boolean;
  readonly seal: (text: string) => Buffer;
  readonly unseal: (sealed: Buffer) => string;
}

/** True where it can be sealed; a key ring that fails seals nothing. */
export function canSeal(port: Pick<SealPort, 'canSeal'>): boolean {
  try {
    return port.canSeal();
  } catch {
    return false;
  }
}

/** Seals a text, as base64; undefined where the system cannot. */
export function sealOrNot(text: string, port: SealPort): string | undefined {
  try {
    return port.canSeal() ? port.seal(text).toString('base64') : undefined;
  } catch {
    return undefined;
  }
}

/** Gives the JSON that was sealed; undefined for what another key ring sealed, or is none. */
export function unsealJson(sealed: string, port: Pick<SealPort, 'unseal'>): unknown {
  try {
    return fromJson(port.unseal(Buffer.from(sealed, 'base64')));
  } catch {
    return undefined;
  }
}

import * as z from 'zod/mini';
import { toValues } from '../../core/ipc/credential-messages';
import type { Credentials } from '../../recipes/listening';
import type { SealPort } from '../inbox/key';
import { safeParse } from '../../core/model/safe-parse';

const texts = z.pipe(
  z.unknown(),
  z.transform((value: unknown) => toValues(value) ?? {}),
);
const schema = z.object({ cookies: texts, values: texts });

/** True where a sign-in can be sealed, so that it is there when the app starts anew. */
export function canKeep(port: Pick<SealPort, 'canSeal'>): boolean {
  try {
    return port.canSeal();
  } catch {
    return false;
  }
}

/** Seals a sign-in to be kept, as base64; undefined where the system cannot seal: then it is kept nowhere. */
export function toSealed(port: SealPort, { cookies, values }: Credentials): string | undefined {
  try {
    return port.canSeal() ? port.seal(JSON.stringify({ cookies, values })).toString('base64') : undefined;
  } catch {
    return undefined;
  }
}

/** Opens it again; undefined for what another key ring sealed, or is no sign-in. */
export function fromSealed(port: SealPort, sealed: string): Credentials | undefined {
  try {
    if (!port.canSeal()) return undefined;
    const parsed = safeParse(schema, JSON.parse(port.unseal(Buffer.from(sealed, 'base64'))));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
}

import * as z from 'zod/mini';
import { toValues } from '../../core/ipc/credential-messages';
import type { Credentials } from '../../recipes/listening';
import { safeParse } from '../../core/model/safe-parse';
import { canSeal, sealOrNot, unsealJson, type SealPort } from '../seal-port';

const texts = z.pipe(
  z.unknown(),
  z.transform((value: unknown) => toValues(value) ?? {}),
);
const schema = z.object({ cookies: texts, values: texts });

/** Seals a sign-in to be kept, as base64; undefined where the system cannot seal: then it is kept nowhere. */
export const toSealed = (port: SealPort, { cookies, values }: Credentials): string | undefined =>
  sealOrNot(JSON.stringify({ cookies, values }), port);

/** Opens it again; undefined for what another key ring sealed, or is no sign-in. */
export function fromSealed(port: SealPort, sealed: string): Credentials | undefined {
  if (!canSeal(port)) return undefined;
  const parsed = safeParse(schema, unsealJson(sealed, port));
  return parsed.success ? parsed.data : undefined;
}

import { safeParse } from '../../core/model/safe-parse';
import { sealOrNot, unsealJson, type SealPort } from '../seal-port';
import { openSecretsSchema, type Book } from './book';
import { SYNC_KEY_BYTES } from './sealed-file';

/** What must not lie open: the key of the place, and the password of its server. */
export interface Secrets {
  readonly key: Buffer;
  readonly password: string;
}

/** Seals them where the system has something to seal with; else the book holds them, for this user alone. */
export function keepSecrets({ key, password }: Secrets, port: SealPort): Book['secrets'] {
  const open = { key: key.toString('base64'), password };
  const sealed = sealOrNot(JSON.stringify(open), port);
  return sealed === undefined ? open : { sealed };
}

/** Gives them; undefined where the key ring does not give them any more. */
export function readSecrets(secrets: Book['secrets'], port: SealPort): Secrets | undefined {
  const open = safeParse(openSecretsSchema, 'key' in secrets ? secrets : unsealJson(secrets.sealed, port));
  if (!open.success) return undefined;
  const key = Buffer.from(open.data.key, 'base64');
  return key.length === SYNC_KEY_BYTES ? { key, password: open.data.password } : undefined;
}

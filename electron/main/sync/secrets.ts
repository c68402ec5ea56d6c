import type { SealPort } from '../inbox/key';
import type { Book } from './book';
import { fromJson } from '../../core/model/from-json';

/** What must not lie open: the key of the place, and the password of its server. */
export interface Secrets {
  readonly key: Buffer;
  readonly password: string;
}

/** Seals them where the system has something to seal with; else the book holds them, for this user alone. */
export function keepSecrets({ key, password }: Secrets, port: SealPort): Book['secrets'] {
  const open = { key: key.toString('base64'), password };
  try {
    return port.canSeal() ? { sealed: port.seal(JSON.stringify(open)).toString('base64') } : open;
  } catch {
    return open;
  }
}

/** Gives them; undefined where the key ring does not give them any more. */
export function readSecrets(secrets: Book['secrets'], port: SealPort): Secrets | undefined {
  try {
    const open =
      'key' in secrets
        ? secrets
        : (fromJson(port.unseal(Buffer.from(secrets.sealed, 'base64'))) as typeof secrets);
    if (!('key' in open)) return undefined;
    const key = Buffer.from(open.key, 'base64');
    return key.length === 32 ? { key, password: open.password } : undefined;
  } catch {
    return undefined;
  }
}

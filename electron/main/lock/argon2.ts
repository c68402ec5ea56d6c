import { argon2id } from 'hash-wasm';
import type { Derive } from './by-passphrase';

/** Derives where it is called; takes most of a second. */
export const deriveHere: Derive = async (passphrase, salt, { memoryKiB, passes, lanes }) =>
  Buffer.from(
    await argon2id({
      password: passphrase,
      salt,
      memorySize: memoryKiB,
      iterations: passes,
      parallelism: lanes,
      hashLength: 32,
      outputType: 'binary',
    }),
  );

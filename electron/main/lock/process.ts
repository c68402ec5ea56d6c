import { deriveHere } from './argon2';
import type { Cost } from './by-passphrase';

// The process that derives one key: started by `derive.ts` with `forkProcess`, ended when it has answered.

export interface ToDeriving {
  readonly passphrase: string;
  readonly salt: Uint8Array;
  readonly cost: Cost;
}

export type FromDeriving =
  | { readonly kind: 'derived'; readonly key: Uint8Array }
  | { readonly kind: 'failed'; readonly reason: string };

const { parentPort } = process;
parentPort.on('message', ({ data }: { data: ToDeriving }) => {
  deriveHere(data.passphrase, data.salt, data.cost).then(
    (key) => parentPort.postMessage({ kind: 'derived', key } satisfies FromDeriving),
    (error: unknown) =>
      parentPort.postMessage({ kind: 'failed', reason: String(error) } satisfies FromDeriving),
  );
});

import { isSealed, openBox, seal, type KeyPair } from './box';

/** How small files of the person's are kept: sealed while there is a passphrase, else as they are. */
export interface FileCodec {
  /** Bytes as they go to the disk. */
  readonly wrap: (plain: Uint8Array) => Uint8Array;
  /** Bytes as they were; undefined for what is sealed and cannot be opened now. What lies open is given as it is. */
  readonly unwrap: (kept: Uint8Array) => Uint8Array | undefined;
  /** True while what is written is sealed. */
  readonly seals: () => boolean;
}

/**
 * Holds the keys. What is written is sealed with the public one, which is always there; the private one is here only
 * while it is unlocked.
 */
export interface Vault extends FileCodec {
  readonly isOpen: () => boolean;
  /** Copies of the keys, which whoever asks overwrites; undefined while it is locked. */
  readonly copyKeys: () => KeyPair | undefined;
  /** Seals from now on, and opens what was sealed. */
  readonly open: (keys: KeyPair) => void;
  /** From now on what is written lies open; what was sealed is still opened, so that it can be written anew. */
  readonly leaveOpen: () => void;
  /** Forgets the private key, overwriting it. */
  readonly lock: () => void;
  /** Forgets both keys. */
  readonly forget: () => void;
}

/** For an app that never heard of a passphrase. */
export const plainCodec: FileCodec = {
  wrap: (plain) => plain,
  unwrap: (kept) => (isSealed(kept) ? undefined : kept),
  seals: () => false,
};

/** Creates a vault without keys: nothing is sealed. */
export function createVault(): Vault {
  const now: { publicKey: Buffer | undefined; privateKey: Buffer | undefined; isLeaving: boolean } = {
    publicKey: undefined,
    privateKey: undefined,
    isLeaving: false,
  };
  const lock = (): void => {
    now.privateKey?.fill(0);
    now.privateKey = undefined;
  };
  return {
    wrap: (plain) => (now.publicKey === undefined || now.isLeaving ? plain : seal(now.publicKey, plain)),
    unwrap: (kept) => {
      if (!isSealed(kept)) return kept;
      const { publicKey, privateKey } = now;
      return publicKey === undefined || privateKey === undefined
        ? undefined
        : openBox({ publicKey, privateKey }, kept);
    },
    seals: () => now.publicKey !== undefined && !now.isLeaving,
    isOpen: () => now.privateKey !== undefined,
    copyKeys: () => {
      const { publicKey, privateKey } = now;
      return publicKey === undefined || privateKey === undefined
        ? undefined
        : { publicKey: Buffer.from(publicKey), privateKey: Buffer.from(privateKey) };
    },
    open: ({ publicKey, privateKey }) => {
      lock();
      // Copies: whoever gave them overwrites theirs.
      now.publicKey = Buffer.from(publicKey);
      now.privateKey = Buffer.from(privateKey);
      now.isLeaving = false;
    },
    leaveOpen: () => {
      now.isLeaving = true;
    },
    lock,
    forget: () => {
      lock();
      now.publicKey = undefined;
      now.isLeaving = false;
    },
  };
}

import type { MatrixClient } from 'matrix-js-sdk';

/** Holds the client there is now, as the page lends it under `window.mxMatrixClientPeg`. */
export interface Peg {
  get(): MatrixClient | null;
  set(client: MatrixClient): void;
  unset(): void;
}

/** As Element has had it since 2023. */
export class CurrentPeg implements Peg {
  private matrixClient: MatrixClient | null = null;

  get(): MatrixClient | null {
    return this.matrixClient;
  }

  /** @throws when nobody is signed in. */
  safeGet(): MatrixClient {
    if (this.matrixClient === null) throw new Error('User is not logged in');
    return this.matrixClient;
  }

  set(client: MatrixClient): void {
    this.matrixClient = client;
  }

  unset(): void {
    this.matrixClient = null;
  }
}

/** As it was before: what is there, or null. */
export class OldPeg implements Peg {
  matrixClient: MatrixClient | null = null;

  get(): MatrixClient | null {
    return this.matrixClient;
  }

  set(client: MatrixClient): void {
    this.matrixClient = client;
  }

  unset(): void {
    this.matrixClient = null;
  }
}

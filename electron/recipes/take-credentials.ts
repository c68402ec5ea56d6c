/** Takes of a page what its manifest's `stored` cannot name; undefined where nobody is signed in. May throw: that is as good. */
export type TakeCredentials = (page: {
  readonly localStorage: Storage;
  readonly sessionStorage: Storage;
  readonly indexedDB: IDBFactory;
  readonly crypto: Crypto;
}) => Promise<Readonly<Record<string, string>> | undefined>;

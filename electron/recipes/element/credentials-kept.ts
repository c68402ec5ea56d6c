/** What a page of Element keeps in its IndexedDB. */
export interface Kept {
  /** Undefined where there is nothing of that name, or no such store. */
  readonly read: (store: 'account' | 'pickleKey', key: IDBValidKey) => Promise<unknown>;
  readonly close: () => void;
}

/** Opens it to read; undefined where the page has none, which is left so: an empty one would break the page. */
export const openKept = (indexedDB: IDBFactory): Promise<Kept | undefined> =>
  new Promise((resolve) => {
    const asked = indexedDB.open('matrix-react-sdk');
    asked.addEventListener('upgradeneeded', () => asked.transaction?.abort());
    asked.addEventListener('error', () => resolve(undefined));
    asked.addEventListener('success', () => {
      const { result: database } = asked;
      // Whoever signs out deletes it and waits for us.
      database.addEventListener('versionchange', () => database.close());
      resolve({ read: (store, key) => read(database, store, key), close: () => database.close() });
    });
  });

function read(database: IDBDatabase, store: string, key: IDBValidKey): Promise<unknown> {
  if (!database.objectStoreNames.contains(store)) return Promise.resolve(undefined);
  return new Promise((resolve) => {
    const asked = database.transaction(store, 'readonly').objectStore(store).get(key);
    asked.addEventListener('success', () => resolve(asked.result));
    asked.addEventListener('error', () => resolve(undefined));
  });
}

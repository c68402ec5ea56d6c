/** What is used of a page's storage. */
interface Stored {
  readonly length: number;
  readonly key: (index: number) => string | null;
  readonly getItem: (key: string) => string | null;
}

/** Meteor puts its address, which is `/`, and the root behind the names of its keys; newer clients put nothing there. */
const NAMES = /^Meteor\.(?:userId|loginToken)(?::\/:\/[^:]*)?$/;
const MOST = 10;

/**
 * Takes the logins that a page of Rocket.Chat keeps, under their own names: below which root the server is, and so which of
 * them is its, the listener finds out. Newer clients may keep them for the session alone.
 */
export async function takeCredentials(page: {
  readonly localStorage: Stored;
  readonly sessionStorage: Stored;
}): Promise<Readonly<Record<string, string>> | undefined> {
  for (const storage of [page.localStorage, page.sessionStorage]) {
    const values = valuesOf(storage);
    if (Object.keys(values).length > 0) return Promise.resolve(values);
  }
  return undefined;
}

function valuesOf(storage: Stored): Readonly<Record<string, string>> {
  const names = Array.from({ length: storage.length }, (_, index) => storage.key(index) ?? '');
  const wanted = names.filter((name) => NAMES.test(name)).slice(0, MOST);
  return Object.fromEntries(
    wanted.flatMap((name) => {
      const value = storage.getItem(name);
      return value === null || value === '' ? [] : [[name, value] as const];
    }),
  );
}

import type { Session } from 'electron/main';

/** Signs out: cookies, and what was told by HTTP. All else a page stored stays. */
export async function clearCookies(own: Session): Promise<void> {
  await Promise.all([own.clearStorageData({ storages: ['cookies'] }), own.clearAuthCache()]);
  await own.cookies.flushStore();
}

/** Deletes what can be fetched again, with the workers that hold on to it; who is signed in stays so. */
export async function clearCache(own: Session): Promise<void> {
  await Promise.all([
    own.clearStorageData({ storages: ['cachestorage', 'serviceworkers', 'shadercache'] }),
    own.clearCache(),
    own.clearCodeCaches({}),
    own.clearHostResolverCache(),
  ]);
}

/** Deletes all there is. */
export async function clearEverything(own: Session): Promise<void> {
  await Promise.all([
    own.clearStorageData(),
    own.clearCache(),
    own.clearAuthCache(),
    own.clearHostResolverCache(),
  ]);
  own.flushStorageData();
}

import type { WebContents } from 'electron/main';

interface Load {
  readonly url: string;
  /** Settles once the session goes the way the person wants; undefined where it does by itself. */
  readonly way: Promise<void> | undefined;
  /** False once the page is gone. */
  readonly isThere: () => boolean;
}

interface Reload extends Load {
  readonly fromStartPage: boolean;
  /** What was loaded last had failed. */
  readonly hadFailed: boolean;
}

/** Loads an address, once its session goes the way the person wants: by another the page must not go. */
export function loadPage(contents: WebContents, { url, way, isThere }: Load): void {
  const load = (): void => {
    // A failed load is told by `did-fail-load`.
    if (isThere()) contents.loadURL(url).catch(() => undefined);
  };
  if (way === undefined) load();
  // That it could not be set was told where it failed.
  else way.then(load, () => undefined);
}

/**
 * Loads a page anew; `url` is the service's own address. One that failed asks for the names of servers anew: Chromium
 * remembers for a minute where they lead to.
 */
export function reloadPage(contents: WebContents, reload: Reload): void {
  const { fromStartPage, hadFailed, isThere } = reload;
  const load = (): void => {
    if (!isThere()) return;
    if (fromStartPage || contents.getURL() === '') loadPage(contents, reload);
    else contents.reload();
  };
  if (hadFailed) void contents.session.clearHostResolverCache().finally(load);
  else load();
}

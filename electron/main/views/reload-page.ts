import type { WebContents } from 'electron/main';

interface Reload {
  /** The service's own address. */
  readonly url: string;
  readonly fromStartPage: boolean;
  /** What was loaded last had failed. */
  readonly hadFailed: boolean;
  /** False once the page is gone. */
  readonly isThere: () => boolean;
}

/** Loads a page anew. One that failed asks for the names of servers anew: Chromium remembers for a minute where they lead to. */
export function reloadPage(contents: WebContents, { url, fromStartPage, hadFailed, isThere }: Reload): void {
  const load = (): void => {
    if (!isThere()) return;
    // A failed load is told by `did-fail-load`.
    if (fromStartPage || contents.getURL() === '') contents.loadURL(url).catch(() => undefined);
    else contents.reload();
  };
  if (hadFailed) void contents.session.clearHostResolverCache().finally(load);
  else load();
}

/** What the app is started with so that nothing the person made runs in pages. */
export const SAFE_MODE = '--safe-mode';

/** What Electron's `app.relaunch` takes. */
export interface RestartOptions {
  readonly args: string[];
  readonly execPath?: string;
}

/** Says how the app is started anew, with what it was started with and safe mode as it shall be. */
export function toRestart(
  { argv, appImage }: { readonly argv: readonly string[]; readonly appImage: string | undefined },
  isSafeMode: boolean,
): RestartOptions {
  // Restarted by the person it is to be seen, and what it was called with then is long done.
  const kept = argv
    .slice(1)
    .filter((arg) => arg !== SAFE_MODE && arg !== '--hidden' && !/^[a-z]+:\/\//i.test(arg));
  return {
    args: isSafeMode ? [...kept, SAFE_MODE] : kept,
    // What runs is in a folder of the package's that is gone with it.
    ...(appImage !== undefined && appImage !== '' && { execPath: appImage }),
  };
}

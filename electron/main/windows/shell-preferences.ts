import type { Session, WebPreferences } from 'electron/main';

/** What a page of the shell's is made of. */
export interface ShellPageDeps {
  readonly session: Session;
  readonly preloadFile: string;
  /** Where the shell's page is. */
  readonly url: string;
}

/** What every page of the shell's gets. */
export const shellPreferences = ({
  session,
  preloadFile,
}: Pick<ShellPageDeps, 'session' | 'preloadFile'>): WebPreferences => ({
  session,
  preload: preloadFile,
  sandbox: true,
  contextIsolation: true,
  nodeIntegration: false,
  webviewTag: false,
  spellcheck: false,
  v8CacheOptions: 'bypassHeatCheck',
});

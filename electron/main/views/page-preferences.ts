import type { Session } from 'electron/main';
import { RECIPE_ARGUMENT } from '../../core/ipc/service-limits';

/** What every service page gets: sandbox, context isolation, no Node, its own preload, in frames too. */
export const pagePreferences = (session: Session, preloadFile: string, recipeId: string) =>
  ({
    session,
    preload: preloadFile,
    // The preload runs the recipe's adapter.
    additionalArguments: [`${RECIPE_ARGUMENT}${recipeId}`] as string[],
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    nodeIntegrationInWorker: false,
    // Runs the preload in sub-frames, which may notify too; it brings no Node there.
    nodeIntegrationInSubFrames: true,
    webSecurity: true,
    allowRunningInsecureContent: false,
    webviewTag: false,
    experimentalFeatures: false,
    navigateOnDragDrop: false,
    disableDialogs: false,
    safeDialogs: true,
    spellcheck: true,
    // Electron 45 knows it; on 33 the keyboard is handed back.
    focusOnNavigation: false,
  }) as const;

import { join } from 'node:path';
import { app } from 'electron/main';
import type { Log } from '../log';
import { readSystemLanguages, type Platform } from '../platform';
import type { AppStore } from '../store/app-store';
import { createDictionaryFiles, SYSTEM_FOLDERS } from './dictionary-files';
import { createSpellingDesk, type SpellingDesk } from './spelling';

/** Gives the spelling desk of this machine: its languages, its dictionaries, and the folder Chromium looks into. */
export const createSystemSpelling = (store: AppStore, platform: Platform, log: Log): SpellingDesk =>
  createSpellingDesk(store, {
    platform,
    preferred: () => readSystemLanguages({ platform }).preferred,
    files: createDictionaryFiles(
      platform === 'linux' ? SYSTEM_FOLDERS : [],
      join(app.getPath('sessionData'), 'Dictionaries'),
    ),
    onProblem: (error) => log.problem('spelling', error),
  });

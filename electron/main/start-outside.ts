import { app } from 'electron/main';
import type { Translate } from '../core/model/translate';
import { writeClipboard } from './clipboard';
import { startLoginStart } from './effects/login-start';
import { startSchemes } from './effects/schemes';
import type { Log } from './log';
import { tellLoginStart } from './login-items';
import { askOrBegin } from './outside/ask-or-begin';
import { toAskPlace, type AskPlace } from './outside/ask-place';
import { startAskServer } from './outside/ask-server';
import { argumentsOfSecond, createDoor, type Door } from './outside/door';
import { createOutsideDesk, type OutsideDesk } from './outside/outside-desk';
import type { PlatformFacts } from './platform';
import type { AppStore, Stop } from './store/app-store';

/** What this start was asked for, and where the Foyer that runs hears commands. */
interface WayIn {
  readonly given: readonly string[];
  readonly askPlace: AskPlace | undefined;
}

export const wayIn = (facts: Pick<PlatformFacts, 'platform' | 'runtimeFolder' | 'given'>): WayIn => ({
  given: facts.given,
  askPlace: toAskPlace({ ...facts, folder: app.getPath('userData') }),
});

/** Does what the command line asks for by the Foyer that runs already, and ends; else becomes the one that runs. */
export const askOrRun = ({ given, askPlace }: WayIn, run: () => Promise<void>): Promise<void> =>
  askOrBegin(given, {
    place: askPlace,
    begin: () => {
      if (app.requestSingleInstanceLock({ args: given })) void run();
      else app.quit();
    },
    write: (to, text) => new Promise((resolve) => process[to].write(text, () => resolve())),
    exit: (code) => app.exit(code),
  });

/** Lets in what this start and further ones are asked for, and links as macOS hands them over. */
export function openDoor({ given }: WayIn): Door {
  const door = createDoor();
  if (given.length > 0) door.come(given);
  app.on('second-instance', (_event, argv, _folder, told) => door.come(argumentsOfSecond(argv, told)));
  app.on('open-url', (event, url) => {
    event.preventDefault();
    door.come([url]);
  });
  return door;
}

interface CreateOutsideDeps {
  readonly store: AppStore;
  readonly translate: Translate;
  readonly focusShell: () => void;
  readonly newId: () => string;
  readonly nowMs: () => number;
  readonly log: Log;
}

/** Creates what hears all that Foyer is asked from outside. */
export const createOutside = ({
  store,
  translate,
  focusShell,
  newId,
  nowMs,
  log,
}: CreateOutsideDeps): OutsideDesk =>
  createOutsideDesk(store, {
    nowMs,
    newId,
    translate,
    focusShell,
    version: app.getVersion(),
    copy: (text) => {
      writeClipboard(text).catch((error: unknown) => log.problem('text not copied', error));
    },
    log: log.info,
  });

interface StartOutsideDeps extends Pick<WayIn, 'askPlace'> {
  readonly store: AppStore;
  readonly facts: PlatformFacts;
  readonly door: Door;
  readonly outside: OutsideDesk;
  readonly log: Log;
}

/** Opens the ways in: command line and links. The bus is the desktop's (`start-desktop.ts`). */
export function startOutside({ store, facts, door, outside, askPlace, log }: StartOutsideDeps): Stop {
  const onProblem = (error: unknown): void => log.problem('commands are not heard', error);
  const stops = [
    store.onAction('unlocked', outside.goOn),
    store.onAction('kept-opened', outside.goOn),
    // Only what is installed is found again by what the system would be told.
    ...(app.isPackaged
      ? [
          startSchemes(store, {
            platform: facts.platform,
            claim: (scheme) => void app.setAsDefaultProtocolClient(scheme),
            release: (scheme) => void app.removeAsDefaultProtocolClient(scheme),
          }),
          startLoginStart(store, {
            platform: facts.platform,
            program: facts.program,
            tell: (start) => tellLoginStart(start, facts.desktopFileName),
          }),
        ]
      : []),
    ...(askPlace === undefined ? [] : [startAskServer(askPlace, outside.hear, onProblem)]),
  ];
  door.open(outside.hear);
  return () => stops.forEach((stop) => stop());
}

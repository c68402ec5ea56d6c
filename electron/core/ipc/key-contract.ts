import * as z from 'zod/mini';
import { answer, nothing } from './command-shape';
import {
  commandInput,
  findInput,
  keyRecordInput,
  keysInput,
  ownKeysInput,
  serviceInput,
  stepInput,
} from './inputs';

/** The commands of keys, of what is called up by them, of finding in the page, of two pages side by side, and of windows of their own. */
export const keyContract = {
  /** Each part takes the place of what was set; a command that is left out has its own keys again. */
  'keys.change': { input: keysInput, ...answer<void>() },
  /** While it is on none of the app's keys acts in the shell. */
  'keys.record': { input: keyRecordInput, ...answer<void>() },
  /** Keys of the app's that the pages of a service keep. */
  'service.set-own-keys': { input: ownKeysInput, ...answer<void>() },
  /** Does what the command of that id does now, if there is anything to do. */
  'command.run': { input: commandInput, ...answer<void>() },
  /** Puts away what a key called up; the keyboard goes back to the page. */
  'surface.close': { input: nothing, ...answer<void>() },
  /** Gives the keyboard to the page of the active service. */
  'page.focus': { input: nothing, ...answer<void>() },
  /** Puts a service into a window of its own, or goes to that. */
  'own-window.open': { input: serviceInput, ...answer<void>() },
  /** Brings it back. */
  'own-window.close': { input: serviceInput, ...answer<void>() },
  /** Shows a service beside the one that is up. */
  'split.open': { input: serviceInput, ...answer<void>() },
  /** Puts the side of a service away. */
  'split.close': { input: serviceInput, ...answer<void>() },
  /** How much of the room the first side takes. */
  'split.share': { input: z.object({ share: z.number() }), ...answer<void>() },
  'find.ask': { input: findInput, ...answer<void>() },
  'find.step': { input: stepInput, ...answer<void>() },
} as const;

import { answer, nothing } from './command-shape';
import { commandInput, findInput, keyRecordInput, keysInput, ownKeysInput, stepInput } from './inputs';

/** The commands of keys, of what is called up by them, and of finding in the page. */
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
  'find.ask': { input: findInput, ...answer<void>() },
  'find.step': { input: stepInput, ...answer<void>() },
} as const;

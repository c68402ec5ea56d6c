import * as z from 'zod/mini';
import { answer } from './command-shape';
import { serviceInput } from './inputs';

/** The commands about where pages stand: two side by side, and those in windows of their own. */
export const layoutContract = {
  /** Shows a service beside the one that is up. */
  'split.open': { input: serviceInput, ...answer<void>() },
  /** Puts the side of a service away. */
  'split.close': { input: serviceInput, ...answer<void>() },
  /** How much of the room the first side takes. */
  'split.share': { input: z.object({ share: z.number() }), ...answer<void>() },
  /** Puts a service into a window of its own, or goes to that. */
  'own-window.open': { input: serviceInput, ...answer<void>() },
  /** Brings it back. */
  'own-window.close': { input: serviceInput, ...answer<void>() },
  /** Puts away the line in its own window where one finds in its page. */
  'own-window.close-find': { input: serviceInput, ...answer<void>() },
} as const;

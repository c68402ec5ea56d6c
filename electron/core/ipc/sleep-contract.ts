import * as z from 'zod/mini';
import type { ProcessList } from '../decide/to-process-rows';
import { serviceIdSchema } from '../model/service';
import { listenSchema, sleepModeSchema } from '../model/sleep-settings';
import { serviceInput } from './inputs';
import { answer, nothing } from './command-shape';

/** The commands of services that sleep, and of what those take that do not. */
export const sleepContract = {
  'service.set-sleep-mode': {
    input: z.object({ serviceId: serviceIdSchema, sleepMode: sleepModeSchema }),
    ...answer<void>(),
  },
  /** Whether it may be listened to while it sleeps, with what its own page signs in with. */
  'service.set-listen': {
    input: z.object({ serviceId: serviceIdSchema, listen: listenSchema }),
    ...answer<void>(),
  },
  /** Lets it sleep, as soon as the person does not look at it. */
  'service.sleep': { input: serviceInput, ...answer<void>() },
  'service.wake': { input: serviceInput, ...answer<void>() },
  /** What services and Foyer itself use now; looked at only when it is asked for. */
  'processes.list': { input: nothing, ...answer<ProcessList>() },
  /** Whether the system can seal what a service signs in with, so that it is kept when the app ends. */
  'sign-ins.can-keep': { input: nothing, ...answer<boolean>() },
} as const;

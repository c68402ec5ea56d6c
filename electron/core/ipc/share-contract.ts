import * as z from 'zod/mini';
import { deviceChoiceSchema } from '../model/devices';
import { serviceIdSchema } from '../model/service';
import { shareChoiceSchema, type ShareSource } from '../model/share';
import { answer } from './command-shape';
import { promptId } from './inputs';

/** The commands of what pages see of the screen, and of the cameras and microphones they get. */
export const shareContract = {
  /** What there is to choose from now, with pictures; null where that question is not open any more. */
  'share.sources': { input: z.object({ promptId }), ...answer<readonly ShareSource[] | null>() },
  /** With null nothing is shared. */
  'share.answer': {
    input: z.object({ promptId, choice: z.nullable(shareChoiceSchema) }),
    ...answer<void>(),
  },
  /** Holds from the next time on that a page asks for one. */
  'service.set-devices': {
    input: z.object({ serviceId: serviceIdSchema, devices: deviceChoiceSchema }),
    ...answer<void>(),
  },
  /** Ends what a service sees of the screen; null: what all see. */
  'share.stop': { input: z.object({ serviceId: z.nullable(serviceIdSchema) }), ...answer<void>() },
} as const;

import * as z from 'zod/mini';
import { serviceIdSchema } from '../model/service';
import { spellChoiceSchema } from '../model/spelling';
import { answer } from './command-shape';

/** The commands of spelling. */
export const spellingContract = {
  /** What the pages of one service are checked in; null: as those of all. */
  'service.set-spelling': {
    input: z.object({ serviceId: serviceIdSchema, spelling: z.nullable(spellChoiceSchema) }),
    ...answer<void>(),
  },
} as const;

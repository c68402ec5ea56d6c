import * as z from 'zod/mini';
import { migration } from './migration';

const schema = z.looseObject({ version: z.literal(2), services: z.array(z.looseObject({})) });

/** To version 3: nothing is known yet of what servers have muted, and the person has not been asked. */
export const version2 = migration(2, schema, (old) => ({
  ...old,
  services: old.services.map((service) => ({ ...service, muteThere: 'ask' })),
  serverMutes: [],
}));

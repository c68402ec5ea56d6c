import * as z from 'zod/mini';
import { migration } from './migration';

const schema = z.looseObject({ version: z.literal(3) });

/** To version 4: nobody is trusted yet beyond what the system trusts, and no sign-in is kept. */
export const version3 = migration(3, schema, (old) => ({
  ...old,
  certificates: [],
  logins: [],
  ownCertificates: [],
}));

import * as z from 'zod/mini';
import { defaultSleepSettings } from '../../core/model/sleep-settings';
import { migration } from './migration';

const schema = z.looseObject({
  version: z.literal(5),
  services: z.array(z.looseObject({})),
  settings: z.looseObject({}),
});

/** To version 6: services sleep when that is right, none is listened to before the person has agreed. */
export const version5 = migration(5, schema, (old) => ({
  ...old,
  services: old.services.map((service) => ({ ...service, sleepMode: 'auto', listen: 'ask' })),
  settings: { ...old.settings, sleep: defaultSleepSettings },
  credentials: [],
}));

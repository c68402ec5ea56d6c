import * as z from 'zod/mini';

/** When a service may sleep: when the app finds it right, never, or from the start of the app on until it is wanted. */
export const sleepModeSchema = z.enum(['auto', 'awake', 'asleep-at-start']);
export type SleepMode = z.infer<typeof sleepModeSchema>;

/** Whether a sleeping service is listened to with its own sign-in; `ask` until the person has said. */
export const listenSchema = z.enum(['ask', 'yes', 'no']);
export type ListenConsent = z.infer<typeof listenSchema>;

export const sleepSettingsSchema = z.object({
  /** Minutes unseen after which a service sleeps; null: time alone lets none sleep. */
  afterMin: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(1440))),
  /** Time alone lets those sleep too that cannot be heard asleep. */
  deafToo: z.boolean(),
  /** What all pages together may take of the machine's memory, in percent. */
  memoryPercent: z.number().check(z.int(), z.minimum(5), z.maximum(90)),
  /** What one page may take, in MB (2^20 bytes), before it is loaded anew; null: anything. */
  pageLimitMb: z.nullable(z.number().check(z.int(), z.minimum(200), z.maximum(16_000))),
  /** How many services may be awake at once; null: any number. */
  awakeMax: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(1000))),
  /** Minutes between two looks at a sleeping service that cannot be heard; null: none. */
  checkEveryMin: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(1440))),
  /** On battery they sleep sooner. */
  soonerOnBattery: z.boolean(),
});

/** What the person set for sleeping services as a whole. */
export type SleepSettings = Readonly<z.infer<typeof sleepSettingsSchema>>;

export const defaultSleepSettings: SleepSettings = {
  afterMin: 10,
  deafToo: false,
  memoryPercent: 25,
  pageLimitMb: 1500,
  awakeMax: null,
  checkEveryMin: 15,
  soonerOnBattery: true,
};

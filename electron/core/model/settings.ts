import * as z from 'zod/mini';

export const settingsSchema = z.object({
  theme: z.enum(['system', 'light', 'dark']),
  barSize: z.enum(['compact', 'normal', 'names']),
  /** Closing the window hides it where a tray exists. */
  closeToTray: z.boolean(),
  downloads: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('ask') }),
    z.object({ kind: z.literal('folder'), folder: z.string().check(z.minLength(1), z.maxLength(4096)) }),
  ]),
  notifications: z.discriminatedUnion('kind', [
    z.object({ kind: z.literal('on') }),
    z.object({ kind: z.literal('paused') }),
    z.object({ kind: z.literal('paused-until'), untilMs: z.number() }),
  ]),
});

/** What the person set for the app as a whole. */
export type Settings = Readonly<z.infer<typeof settingsSchema>>;

export const defaultSettings: Settings = {
  theme: 'system',
  barSize: 'normal',
  closeToTray: true,
  downloads: { kind: 'ask' },
  notifications: { kind: 'on' },
};

/** True while the person has paused notifications. */
export function isPaused(settings: Settings, nowMs: number): boolean {
  const { notifications } = settings;
  return (
    notifications.kind === 'paused' ||
    (notifications.kind === 'paused-until' && nowMs < notifications.untilMs)
  );
}

import * as z from 'zod/mini';

/** What is kept of a start at which no graphics card could be used. */
export const graphicsMemorySchema = z.object({
  /** Electron's version: another may know what this one does not. */
  electron: z.string().check(z.minLength(1), z.maxLength(40)),
  /** When it was tried in vain, in ms since 1970. */
  failedAtMs: z.number().check(z.int(), z.minimum(0)),
});
export type GraphicsMemory = Readonly<z.infer<typeof graphicsMemorySchema>>;

import * as z from 'zod/mini';

const pixels = z.number().check(z.minimum(-100_000), z.maximum(100_000));

export const rectSchema = z.object({ x: pixels, y: pixels, width: pixels, height: pixels });

export const windowPlaceSchema = z.object({ bounds: z.nullable(rectSchema), maximized: z.boolean() });

/** A rectangle in device-independent pixels. */
export type Rect = Readonly<z.infer<typeof rectSchema>>;
/** Where the window was; `bounds` is null until it was first moved. */
export type WindowPlace = Readonly<z.infer<typeof windowPlaceSchema>>;

export const defaultWindowPlace: WindowPlace = { bounds: null, maximized: false };

/** True when both are the same place and size. */
export const isSameRect = (a: Rect, b: Rect): boolean =>
  a.x === b.x && a.y === b.y && a.width === b.width && a.height === b.height;

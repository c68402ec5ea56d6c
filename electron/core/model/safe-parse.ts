import * as z from 'zod/mini';

/**
 * Reads a value by a schema. Never throws: zod itself does for a few values, such as `{ length: { toString: 1 } }` where a text
 * of some length is asked for.
 */
export function safeParse<T extends z.core.$ZodType>(
  schema: T,
  value: unknown,
):
  | { readonly success: true; readonly data: z.core.output<T> }
  | { readonly success: false; readonly error: z.core.$ZodError } {
  try {
    return z.safeParse(schema, value);
  } catch {
    const issue: z.core.$ZodIssueCustom = {
      code: 'custom',
      path: [],
      message: 'cannot be read',
      input: value,
    };
    return { success: false, error: new z.core.$ZodError([issue]) };
  }
}

import * as z from 'zod/mini';
import { messageLimits } from './service-limits';

const values = z.pipe(
  z.unknown(),
  z.transform((value: unknown): Readonly<Record<string, string>> | undefined => toValues(value)),
);

/** Answers `credentials-wanted`; without values nobody is signed in there. Secret: never logged. */
export const credentialsMessage = z.object({
  kind: z.literal('credentials'),
  requestId: z.string().check(z.minLength(1), z.maxLength(messageLimits.name)),
  values: z.optional(values),
});

/**
 * Reads the first 20 texts of an object. What is empty or too long is left out: cut, it would sign nobody in.
 */
export function toValues(value: unknown): Readonly<Record<string, string>> | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined;
  const read: [string, string][] = [];
  let seen = 0;
  for (const name in value) {
    seen += 1;
    if (seen > messageLimits.credentials) break;
    if (!Object.hasOwn(value, name) || name === '' || name.length > messageLimits.name) continue;
    const text: unknown = Reflect.get(value, name);
    if (typeof text === 'string' && text !== '' && text.length <= messageLimits.credential)
      read.push([name, text]);
  }
  return Object.fromEntries(read);
}

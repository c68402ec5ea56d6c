/** Readers for what a probe handed over: it came from the page, so nothing of it is taken for granted. */

/** An own member of an object; undefined where there is none. */
export const own = (value: unknown, name: string): unknown =>
  typeof value === 'object' && value !== null && Object.hasOwn(value, name)
    ? Reflect.get(value, name)
    : undefined;

/** An own list. @throws when it is none. */
export function ownList(value: unknown, name: string): readonly unknown[] {
  const list = own(value, name);
  if (!Array.isArray(list)) throw new Error(`no list called ${name}`);
  return list;
}

/** What may be a list, as one; empty where it is none. */
export const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : []);

/** An own list; empty where there is none. */
export const listIn = (owner: unknown, name: string): readonly unknown[] => listOf(own(owner, name));

/** An own text; empty where there is none. */
export function ownText(value: unknown, name: string): string {
  const text = own(value, name);
  return typeof text === 'string' ? text : '';
}

/** A part of an address as it was before it was encoded; empty where it never was. */
export function decodedPart(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return '';
  }
}

/** A text as a part of an address; half a character, which no address can hold, is replaced. */
export const encodedPart = (text: string): string => encodeURIComponent(text.toWellFormed());

/** An own whole number from 0; 0 where there is none, or one so large that sums of it are none. */
export function ownCount(value: unknown, name: string): number {
  const count = own(value, name);
  return typeof count === 'number' && count > 0 && count <= Number.MAX_SAFE_INTEGER ? Math.floor(count) : 0;
}

/** What a text says as JSON; undefined where it says nothing. */
export function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

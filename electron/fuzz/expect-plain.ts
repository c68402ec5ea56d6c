/** What is promised of plain data. */
export interface PlainLimits {
  /** Longest text, in UTF-16 units. */
  readonly text: number;
  /** Longest list, and most members. */
  readonly list: number;
  /** No half characters in texts; the desktop's bus refuses them. */
  readonly isWellFormed?: boolean;
}

const DEPTH_MAX = 12;

/**
 * Sees that a value is plain data within limits: texts, truth values, finite numbers, lists without holes, objects of no class.
 * @throws where it is not
 */
export function expectPlain(value: unknown, limits: PlainLimits, path = '', depth = 0): void {
  switch (typeof value) {
    case 'undefined':
    case 'boolean':
      return;
    case 'number':
      if (!Number.isFinite(value)) throw new Error(`${path} is ${value}`);
      return;
    case 'string':
      if (value.length > limits.text) throw new Error(`${path} has ${value.length} units`);
      if (limits.isWellFormed === true && !value.isWellFormed())
        throw new Error(`${path} has half a character`);
      return;
    case 'object':
      expectPlainObject(value, limits, path, depth);
      return;
    default:
      throw new Error(`${path} is a ${typeof value}`);
  }
}

function expectPlainObject(value: object | null, limits: PlainLimits, path: string, depth: number): void {
  if (value === null) return;
  if (depth > DEPTH_MAX) throw new Error(`${path} is too deep`);
  const isList = Array.isArray(value);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (!isList && prototype !== Object.prototype && prototype !== null)
    throw new Error(`${path} is of a class`);
  const keys = Object.keys(value);
  if (keys.length > limits.list) throw new Error(`${path} has ${keys.length} members`);
  if (isList && keys.length !== value.length) throw new Error(`${path} has holes`);
  for (const key of keys) expectPlain(Reflect.get(value, key), limits, `${path}.${key}`, depth + 1);
}

/** @throws with what it is about where something is not so */
export function expectThat(isSo: boolean, what: string): void {
  if (!isSo) throw new Error(what);
}

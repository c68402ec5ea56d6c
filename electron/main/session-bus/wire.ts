/** A value with its D-Bus type, for places that take any (`v`). */
export class Typed {
  constructor(
    readonly signature: string,
    readonly value: unknown,
  ) {}
}

type VariantClass = new (signature: string, value: unknown) => { readonly value: unknown };

/** Gives a value as dbus-next takes it. Texts lose their NULs: the bus hangs up on who sends one. */
export function toWire(value: unknown, Variant: VariantClass): unknown {
  if (typeof value === 'string') return value.replaceAll('\0', '');
  if (value instanceof Typed) return new Variant(value.signature, toWire(value.value, Variant));
  if (Array.isArray(value)) return value.map((one) => toWire(one, Variant));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, toWire(one, Variant)]));
}

/** Most parts of a value that are read; nothing Foyer asks for has a thousand. A message of the bus may have millions, which would take main a second. */
const PARTS_MAX = 100_000;

/** Gives a value that came from the bus without the wrappers around those of any type, at any depth; of one with too many parts, the first. */
export function fromWire(value: unknown, Variant: VariantClass): unknown {
  const left = { parts: PARTS_MAX };
  const take = <T>(parts: readonly T[]): readonly T[] => {
    const taken = parts.slice(0, left.parts);
    left.parts -= taken.length;
    return taken;
  };
  const read = (given: unknown): unknown => {
    if (given instanceof Variant) return read(given.value);
    if (typeof given !== 'object' || given === null || Buffer.isBuffer(given)) return given;
    if (Array.isArray(given)) return take(given as readonly unknown[]).map(read);
    return Object.fromEntries(take(Object.entries(given)).map(([key, one]) => [key, read(one)]));
  };
  return read(value);
}

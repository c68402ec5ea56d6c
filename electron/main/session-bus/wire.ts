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

/** Gives a value that came from the bus without the wrappers around those of any type, at any depth. */
export function fromWire(value: unknown, Variant: VariantClass): unknown {
  if (value instanceof Variant) return fromWire(value.value, Variant);
  if (Array.isArray(value)) return value.map((one) => fromWire(one, Variant));
  if (typeof value !== 'object' || value === null || Buffer.isBuffer(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fromWire(one, Variant)]));
}

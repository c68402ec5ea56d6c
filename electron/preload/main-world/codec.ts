import type { Kit } from './kit';

/**
 * Gives the kit a codec for structured data. A value becomes a flat list; entry 0 is the value, lists and objects name
 * their members by index, so that cycles and shared members survive. Self-contained.
 */
export function addCodec(key: string): void {
  const kit = (globalThis as unknown as Record<string, Kit>)[key] as Kit;
  const { apply, construct, getter, stringify, parse, isArray } = kit.primordials;
  const { setPrototypeOf, keys, is } = Object;
  const [TMap, TSet, TDate, TRegExp, TWeak, TBigInt] = [Map, Set, Date, RegExp, Map, BigInt];
  const mapGet = TWeak.prototype.get;
  const mapSet = TWeak.prototype.set;
  const mapEach = TMap.prototype.forEach;
  const setEach = TSet.prototype.forEach;
  const setAdd = TSet.prototype.add;
  const dateValue = TDate.prototype.getTime;
  const mapSize = getter(TMap.prototype, 'size');
  const setSize = getter(TSet.prototype, 'size');
  const regSource = getter(TRegExp.prototype, 'source');
  const regFlags = getter(TRegExp.prototype, 'flags');

  type Node = readonly unknown[] & { length: number };
  const node = (...parts: unknown[]): Node => setPrototypeOf(parts, null) as Node;
  const passes = (check: () => unknown): boolean => {
    try {
      check();
      return true;
    } catch {
      return false;
    }
  };

  const encode = (root: unknown): string => {
    const nodes: unknown[] = setPrototypeOf([], null) as unknown[];
    const seen = new TWeak<object, number>();
    const put = (value: unknown): number => {
      const old =
        typeof value === 'object' && value !== null
          ? (apply(mapGet, seen, [value]) as number | undefined)
          : undefined;
      if (old !== undefined) return old;
      const at = nodes.length;
      nodes[at] = null;
      if (typeof value === 'object' && value !== null) apply(mapSet, seen, [value, at]);
      nodes[at] = toNode(value);
      return at;
    };
    const pairs = (kind: string, list: readonly unknown[]): Node => {
      const out = node(kind) as unknown[];
      for (let i = 0; i < list.length; i += 1) out[i + 1] = put(list[i]);
      return out;
    };
    const toNode = (value: unknown): Node => {
      if (value === undefined) return node('u');
      if (typeof value === 'bigint') return node('n', `${value}`);
      if (typeof value === 'number' && (value - value !== 0 || is(value, -0)))
        return node('f', is(value, -0) ? '-0' : `${value}`);
      if (typeof value !== 'object' || value === null) return node('p', value);
      if (isArray(value)) return pairs('a', value);
      if (passes(() => apply(dateValue, value, []))) return node('d', apply(dateValue, value, []));
      const flat: unknown[] = setPrototypeOf([], null) as unknown[];
      if (passes(() => mapSize(value))) {
        apply(mapEach, value, [
          (item: unknown, name: unknown) => {
            flat[flat.length] = name;
            flat[flat.length] = item;
          },
        ]);
        return pairs('m', flat);
      }
      if (passes(() => setSize(value))) {
        apply(setEach, value, [(item: unknown) => (flat[flat.length] = item)]);
        return pairs('s', flat);
      }
      if (passes(() => regSource(value))) return node('r', regSource(value), regFlags(value));
      const names = keys(value);
      for (let i = 0; i < names.length; i += 1) {
        flat[flat.length] = names[i];
        flat[flat.length] = (value as Record<string, unknown>)[names[i] as string];
      }
      return pairs('o', flat);
    };
    put(root);
    return stringify(nodes);
  };

  const decode = (text: string): unknown => {
    const nodes = parse(text) as (readonly unknown[])[];
    const made = new TWeak<number, unknown>();
    const get = (at: unknown): unknown => {
      const entry = nodes[at as number] as readonly unknown[];
      const kind = entry[0];
      const first = entry[1];
      if (kind === 'p') return first;
      if (kind === 'u') return undefined;
      if (kind === 'n') return TBigInt(first as string);
      if (kind === 'f') return +(first as string);
      const known = apply(mapGet, made, [at]);
      if (known !== undefined) return known;
      const keep = <T>(value: T): T => {
        apply(mapSet, made, [at, value]);
        return value;
      };
      // A date that is none has no number in JSON.
      if (kind === 'd') return keep(construct(TDate, [first === null ? NaN : first]));
      if (kind === 'r') return keep(construct(TRegExp, [first, entry[2]]));
      if (kind === 'a') {
        const list = keep<unknown[]>([]);
        for (let i = 1; i < entry.length; i += 1)
          kit.primordials.define(list, i - 1, {
            value: get(entry[i]),
            writable: true,
            enumerable: true,
            configurable: true,
          });
        return list;
      }
      if (kind === 's') {
        const set = keep(new TSet());
        for (let i = 1; i < entry.length; i += 1) apply(setAdd, set, [get(entry[i])]);
        return set;
      }
      const target = keep<object>(kind === 'm' ? new TMap() : {});
      for (let i = 1; i + 1 < entry.length; i += 2) {
        const name = get(entry[i]);
        const value = get(entry[i + 1]);
        if (kind === 'm') apply(mapSet, target, [name, value]);
        else
          kit.primordials.define(target, name as string, {
            value,
            writable: true,
            enumerable: true,
            configurable: true,
          });
      }
      return target;
    };
    return get(0);
  };
  kit.codec = { encode, decode };
}

import type * as fc from 'fast-check';
import { changeText } from './mutate-text';
import { pick, scripts, type Step } from './steps';
import { strangeKeys, strangeValue } from './strange';

type Path = readonly string[];
type Change = (value: unknown) => unknown;
/** What a change gives so that the member is no more. */
const GONE = Symbol('gone');

/** All places in a value: itself, its members, theirs. */
export function placesOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.keys(value).flatMap((key) => placesOf(Reflect.get(value, key), [...path, key]))];
}

/** Gives a copy in which one place is changed; all else is shared. A place that is no more changes nothing. */
function changeAt(value: unknown, path: Path, change: Change, depth = 0): unknown {
  const key = path[depth];
  if (key === undefined) return change(value);
  if (typeof value !== 'object' || value === null || !Object.hasOwn(value, key)) return value;
  const changed = changeAt(Reflect.get(value, key), path, change, depth + 1);
  const copy: object = Array.isArray(value) ? value.slice() : { ...value };
  if (changed !== GONE) return define(copy, key, changed);
  if (Array.isArray(copy)) copy.splice(Number(key), 1);
  else Reflect.deleteProperty(copy, key);
  return copy;
}

/** Sets an own member, `__proto__` too. */
function define(target: object, key: string, value: unknown): object {
  return Object.defineProperty(target, key, { value, writable: true, enumerable: true, configurable: true });
}

const isObject = (value: unknown): value is object => typeof value === 'object' && value !== null;

function addTo(value: unknown, what: number): unknown {
  const strange = strangeValue(what >> 5);
  if (Array.isArray(value)) return [...value.slice(0, what % 3), strange, ...value.slice(what % 3)];
  return isObject(value) ? define({ ...value }, pick(strangeKeys, what), strange) : strange;
}

function more(value: unknown, what: number): unknown {
  const times = what % 64 === 0 ? 400 : pick([2, 5, 30], what);
  if (Array.isArray(value))
    return Array.from({ length: times }, () => value as readonly unknown[])
      .flat()
      .slice(0, 4000);
  if (typeof value === 'string') return value.repeat(times).slice(0, 300_000);
  return typeof value === 'number' ? value * 10 ** (what % 20) : Array.from({ length: times }, () => value);
}

function nearly(value: unknown, step: Step): unknown {
  if (typeof value === 'string')
    return changeText(value, { ...step, how: step.what, what: step.how >> 4 }, []);
  if (typeof value === 'number')
    return pick([-value, value + 0.5, `${value}`, value - 1, value + 1], step.what);
  if (typeof value === 'boolean') return pick([!value, `${value}`, Number(value)], step.what);
  const others = [
    () => value,
    () => [value],
    () => ({ value }),
    () => toJson(value),
    () => Object.entries(value ?? {}),
  ];
  return pick(others, step.what)();
}

function toChange({ samples, places }: Samples, step: Step): Change {
  switch (step.how % 8) {
    case 0:
    case 1:
      return () => strangeValue(step.what);
    case 2:
      return () => GONE;
    case 3:
      return (value) => addTo(value, step.what);
    case 4:
      return (value) => more(value, step.what);
    case 5:
      return () => valueAt(pick(samples, step.what), pick(pick(places, step.what), step.what >> 7));
    default:
      return (value) => nearly(value, step);
  }
}

const valueAt = (value: unknown, path: Path): unknown =>
  path.reduce<unknown>((inner, key) => (isObject(inner) ? Reflect.get(inner, key) : undefined), value);

interface Samples {
  readonly samples: readonly unknown[];
  readonly places: readonly (readonly Path[])[];
}

/** What became of a sample, and the last that was done to it. */
function changed(samples: readonly unknown[]): fc.Arbitrary<readonly [unknown, Step | undefined]> {
  const all: Samples = { samples, places: samples.map((one) => placesOf(one)) };
  return scripts.map(({ sample, steps }) => {
    const places = pick(all.places, sample);
    let value = pick(samples, sample);
    for (const step of steps) {
      const next = changeAt(value, pick(places, step.at), toChange(all, step));
      value = next === GONE ? undefined : next;
    }
    return [value, steps.at(-1)] as const;
  });
}

/** Gives values made of samples: members of another type, gone, too many, strange, in each other's place. */
export const valuesLike = (samples: readonly unknown[]): fc.Arbitrary<unknown> =>
  changed(samples).map(([value]) => value);

/** Gives what a value is as JSON; what JSON does not know becomes text, as it would on its way, and so does what no text can hold. */
export function toJson(value: unknown): string {
  try {
    const text = JSON.stringify(value, (_, one: unknown) => (typeof one === 'bigint' ? `${one}` : one)) as
      | string
      | undefined;
    return text ?? 'undefined';
  } catch (error) {
    // A value in which the same stands many times over may take more than V8 has for one text.
    if (error instanceof RangeError) return JSON.stringify(String(error));
    throw error;
  }
}

/** The same values as JSON, one in eight of them broken as text. */
export const jsonLike = (samples: readonly unknown[]): fc.Arbitrary<string> =>
  changed(samples).map(([value, step]) => {
    const text = toJson(value);
    return step !== undefined && step.how % 8 === 0
      ? changeText(text, { ...step, how: step.what }, [])
      : text;
  });

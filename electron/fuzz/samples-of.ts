import type * as z from 'zod/mini';

/** Texts and numbers of which one fits nearly every schema of ours. */
const texts: readonly string[] = [
  ...['a1', 'https://chat.example.org/', 'chat.example.org:443', 'Mod+Shift+K', '#general', 'de'],
  ...['data:image/png;base64,iVBORw0KGgo=', `sha256/${'A'.repeat(43)}=`, '2026-11-26', '11:30'],
  ...['https://find.test/?q=%s', 'folder/name'],
];
const numbers: readonly number[] = [1, 0, 60, 100, 300, 1000, 1.5, 1_795_000_000_000];

interface Def {
  readonly type: string;
  readonly shape?: Readonly<Record<string, z.ZodMiniType>>;
  readonly element?: z.ZodMiniType;
  readonly options?: readonly z.ZodMiniType[];
  readonly innerType?: z.ZodMiniType;
  readonly values?: readonly unknown[];
  readonly entries?: Readonly<Record<string, unknown>>;
  readonly items?: readonly z.ZodMiniType[];
  readonly keyType?: z.ZodMiniType;
  readonly valueType?: z.ZodMiniType;
  readonly in?: z.ZodMiniType;
  readonly out?: z.ZodMiniType;
}

/**
 * Gives values that a schema takes: one for each way it can be, so that every branch of it is met. None where a text has to
 * be as none of ours is: then one that fits is to be added above.
 */
export const samplesOf = (schema: z.ZodMiniType): readonly unknown[] =>
  candidates(schema).filter((one) => schema.safeParse(one).success);

function candidates(schema: z.ZodMiniType): readonly unknown[] {
  const def = schema._zod.def as unknown as Def;
  switch (def.type) {
    case 'string':
      return texts.filter((text) => schema.safeParse(text).success).slice(0, 1);
    case 'number':
      return numbers.filter((number) => schema.safeParse(number).success).slice(0, 1);
    case 'boolean':
      return [true];
    case 'undefined':
      return [undefined];
    case 'null':
      return [null];
    case 'literal':
      return def.values ?? [];
    case 'enum':
      return Object.values(def.entries ?? {});
    case 'optional':
    case 'nullable':
    case 'default':
    case 'catch':
    case 'readonly':
      return def.innerType === undefined ? [] : samplesOf(def.innerType);
    case 'pipe':
      return [def.in, def.out].flatMap((end) => (end === undefined || isOwnWork(end) ? [] : candidates(end)));
    case 'array':
      return def.element === undefined ? [] : [[...samplesOf(def.element)], []];
    case 'tuple':
      return [(def.items ?? []).map((item) => samplesOf(item)[0])];
    case 'union':
      return (def.options ?? []).flatMap(samplesOf);
    case 'record':
      return def.keyType === undefined || def.valueType === undefined
        ? []
        : [{ [String(samplesOf(def.keyType)[0])]: samplesOf(def.valueType)[0] }];
    case 'object':
      return objects(def.shape ?? {});
    default:
      return ['x', 1, true, {}, []];
  }
}

/** A transformation takes whatever comes. */
const isOwnWork = (schema: z.ZodMiniType): boolean =>
  (schema._zod.def as unknown as Def).type === 'transform';

/** As many objects as the member with the most ways to be; what has fewer begins anew. */
function objects(shape: Readonly<Record<string, z.ZodMiniType>>): readonly unknown[] {
  const members = Object.entries(shape).map(([name, schema]) => [name, samplesOf(schema)] as const);
  const most = Math.max(1, ...members.map(([, samples]) => samples.length));
  return Array.from({ length: most }, (_, at) =>
    Object.fromEntries(
      members.flatMap(([name, samples]) =>
        samples.length === 0 ? [] : [[name, samples[at % samples.length]]],
      ),
    ),
  );
}

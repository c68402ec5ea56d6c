import * as z from 'zod/mini';
import { parsePersisted, PERSISTED_VERSION, type Persisted } from '../../core/model/persisted';

/** One step of the chain: takes stored data of version `from` to the next version. */
export interface Migration {
  readonly from: number;
  readonly run: (value: unknown) => Migrated;
}

/** What one step gives. */
export type Migrated =
  { readonly ok: true; readonly value: object } | { readonly ok: false; readonly reason: string };

/** What bringing stored data up to date gives. `newer` was written by a later version of the app. */
export type Upgraded =
  | { readonly kind: 'good'; readonly persisted: Persisted }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken'; readonly reason: string };

const versionedSchema = z.object({ version: z.number().check(z.int(), z.minimum(0)) });

/**
 * Gives a step from version `from` to the next: `schema` says what the old data looked like, `up` what becomes of it.
 * The new version number is set here.
 */
export function migration<T>(from: number, schema: z.ZodMiniType<T>, up: (old: T) => object): Migration {
  return {
    from,
    run: (value) => {
      const old = z.safeParse(schema, value);
      if (!old.success) return { ok: false, reason: reasonOf(old.error) };
      return { ok: true, value: { ...up(old.data), version: from + 1 } };
    },
  };
}

/** Every step there is, oldest first; rule K4 of `docs/spec/storage.md`. Version 1 is the first, so none yet. */
export const migrations: readonly Migration[] = [];

/** Brings stored data up to the present version and parses it; never throws on what `value` holds. */
export function upgrade(value: unknown, chain: readonly Migration[] = migrations): Upgraded {
  const versioned = z.safeParse(versionedSchema, value);
  if (!versioned.success) return { kind: 'broken', reason: reasonOf(versioned.error) };
  const { version } = versioned.data;
  if (version > PERSISTED_VERSION) return { kind: 'newer', version };
  const climbed = climb(value, version, PERSISTED_VERSION, chain);
  if (!climbed.ok) return { kind: 'broken', reason: climbed.reason };
  const parsed = parsePersisted(climbed.value);
  return parsed.ok
    ? { kind: 'good', persisted: parsed.persisted }
    : { kind: 'broken', reason: parsed.reason };
}

/** Takes data from one version to another, step by step; data already there or beyond is given back as it is. */
export function climb(value: unknown, from: number, to: number, chain: readonly Migration[]): ClimbResult {
  if (from >= to) return { ok: true, value };
  const step = chain.find((one) => one.from === from);
  if (step === undefined) return { ok: false, reason: `no way from version ${from}` };
  const next = step.run(value);
  return next.ok
    ? climb(next.value, from + 1, to, chain)
    : { ok: false, reason: `version ${from}: ${next.reason}` };
}

/** What a climb gives. */
export type ClimbResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly reason: string };

function reasonOf(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`;
}

import type * as z from 'zod/mini';
import { safeParse } from '../../core/model/safe-parse';

/** One step of the chain: takes stored data of version `from` to the next version. */
export interface Migration {
  readonly from: number;
  readonly run: (value: unknown) => Migrated;
}

/** What one step gives. */
export type Migrated =
  | { readonly ok: true; readonly value: object }
  | { readonly ok: false; readonly reason: string };

/**
 * Gives a step from version `from` to the next: `schema` says what the old data looked like, `up` what becomes of it.
 * The new version number is set here.
 */
export function migration<T>(from: number, schema: z.ZodMiniType<T>, up: (old: T) => object): Migration {
  return {
    from,
    run: (value) => {
      const old = safeParse(schema, value);
      if (!old.success) return { ok: false, reason: reasonOf(old.error) };
      return { ok: true, value: { ...up(old.data), version: from + 1 } };
    },
  };
}

/** Says the first thing that is wrong, and where. */
export function reasonOf(error: z.core.$ZodError): string {
  const issue = error.issues[0];
  return `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}`;
}

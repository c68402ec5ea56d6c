import * as z from 'zod/mini';
import { version1 } from './migrate-version-1';
import { version2 } from './migrate-version-2';
import { version3 } from './migrate-version-3';
import { version4 } from './migrate-version-4';
import { version5 } from './migrate-version-5';
import { reasonOf, type Migration } from './migration';
import {
  parsePersisted,
  PERSISTED_VERSION,
  withoutPolicyOfGone,
  type Persisted,
} from '../../core/model/persisted';
import { safeParse } from '../../core/model/safe-parse';

/** What bringing stored data up to date gives. `newer` was written by a later version of the app. */
export type Upgraded =
  | { readonly kind: 'good'; readonly persisted: Persisted }
  | { readonly kind: 'newer'; readonly version: number }
  | { readonly kind: 'broken'; readonly reason: string };

const versionedSchema = z.object({ version: z.number().check(z.int(), z.minimum(0)) });

/** Every step there is, oldest first; rule K4 of `docs/spec/storage.md`. */
export const migrations: readonly Migration[] = [version1, version2, version3, version4, version5];

/** Brings stored data up to the present version and parses it; never throws on what `value` holds. */
export function upgrade(value: unknown, chain: readonly Migration[] = migrations): Upgraded {
  const versioned = safeParse(versionedSchema, value);
  if (!versioned.success) return { kind: 'broken', reason: reasonOf(versioned.error) };
  const { version } = versioned.data;
  if (version > PERSISTED_VERSION) return { kind: 'newer', version };
  const climbed = climb(value, version, PERSISTED_VERSION, chain);
  if (!climbed.ok) return { kind: 'broken', reason: climbed.reason };
  const parsed = parsePersisted(climbed.value);
  return parsed.ok
    ? { kind: 'good', persisted: withoutPolicyOfGone(parsed.persisted) }
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
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly reason: string };

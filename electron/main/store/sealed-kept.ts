import * as z from 'zod/mini';
import { PERSISTED_VERSION, persistedSchema, type Persisted } from '../../core/model/persisted';
import { settingsSchema } from '../../core/model/settings';
import { toOpenPart, type OpenPart } from '../../core/state/veil';
import type { FileCodec } from '../lock/vault';
import { safeParse } from '../../core/model/safe-parse';

const { language, theme, contrast, textSize, closeToTray } = settingsSchema.shape;
const openPartSchema = z.object({
  settings: z.object({ language, theme, contrast, textSize, closeToTray }),
  window: persistedSchema.shape.window,
});
const sealedSchema = z.object({
  kept: z.literal('sealed'),
  sealed: z.string(),
  open: z.optional(z.unknown()),
});

/** What such a file begins with, so that it is known without reading it all. */
export const SEALED_HEAD = /^\uFEFF?\s*\{\s*"kept":\s*"sealed"/;

/** Gives what goes to the file: the state as it is, or, where there is a passphrase, sealed but for what the lock screen needs. */
export function toKeptFile(persisted: Persisted, codec: FileCodec): object {
  if (!codec.seals()) return persisted;
  const sealed = Buffer.from(codec.wrap(Buffer.from(JSON.stringify(persisted)))).toString('base64');
  return { kept: 'sealed', version: PERSISTED_VERSION, open: toOpenPart(persisted), sealed };
}

/** What a kept file says: the state, or that it cannot be opened now. */
export type KeptFile =
  | { readonly kind: 'open'; readonly value: unknown }
  | { readonly kind: 'shut'; readonly part: OpenPart | undefined };

/** Reads what was in a file. */
export function fromKeptFile(raw: unknown, codec: FileCodec): KeptFile {
  const parsed = safeParse(sealedSchema, raw);
  if (!parsed.success) return { kind: 'open', value: raw };
  const plain = codec.unwrap(Buffer.from(parsed.data.sealed, 'base64'));
  const part = safeParse(openPartSchema, parsed.data.open);
  const shut = { kind: 'shut', part: part.success ? part.data : undefined } as const;
  if (plain === undefined) return shut;
  try {
    return { kind: 'open', value: JSON.parse(Buffer.from(plain).toString('utf8')) };
  } catch {
    return shut;
  }
}

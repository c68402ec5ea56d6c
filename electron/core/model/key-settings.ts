import * as z from 'zod/mini';

/** A key with what is held, as `Mod+Shift+K`; `docs/spec/keys.md` says how it is written. */
export const comboSchema = z.string().check(z.minLength(1), z.maxLength(40));

/** Most keys of one command. */
export const KEYS_PER_COMMAND_MAX = 4;

export const keySettingsSchema = z.object({
  /** What the person set, by command: takes the place of its own keys; none clears it. */
  bindings: z.record(
    z.string().check(z.regex(/^[a-z0-9.-]{1,64}$/)),
    z.array(comboSchema).check(z.maxLength(KEYS_PER_COMMAND_MAX)),
  ),
  /** Shows and hides Foyer from anywhere in the system; null: none. */
  system: z.nullable(comboSchema),
});

/** A key with what is held. */
export type Combo = z.infer<typeof comboSchema>;
/** What the person set about keys. */
export interface KeySettings {
  readonly bindings: Readonly<Record<string, readonly Combo[]>>;
  readonly system: Combo | null;
}

/** Whether the system lets Foyer hear the key that is to work everywhere. */
export type SystemKeyState = 'none' | 'heard' | 'refused';

export const defaultKeySettings: KeySettings = { bindings: {}, system: null };

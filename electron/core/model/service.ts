import * as z from 'zod/mini';
import { browserSchema } from './browser';
import { deviceChoiceSchema } from './devices';
import { comboSchema } from './key-settings';
import { downloadPlaceSchema } from './settings';
import { listenSchema, sleepModeSchema } from './sleep-settings';
import { spellChoiceSchema, type SpellChoice } from './spelling';

/** Most services one person may have. */
export const SERVICES_MAX = 1000;
/** Longest name of a service, in UTF-16 units. */
export const SERVICE_NAME_MAX = 80;
/** Largest icon a person may choose, as a data URL, in characters. */
export const CHOSEN_ICON_MAX = 400_000;

/** Smallest and largest size of a service's pages, in percent. */
export const ZOOM_MIN = 30;
export const ZOOM_MAX = 300;

/** Longest name a person goes by, in UTF-16 units, and most names in one service. */
export const OWN_NAME_MAX = 80;
export const OWN_NAMES_MAX = 20;
/** Most keys of the app's that the pages of a service keep. */
export const OWN_KEYS_MAX = 100;
/** Most permissions that are kept of a service. */
export const PERMISSIONS_MAX = 500;

export const serviceIdSchema = z.string().check(z.regex(/^[a-z0-9-]{1,64}$/));
export const serviceIdsSchema = z.array(serviceIdSchema).check(z.maxLength(SERVICES_MAX));

/** A picture as a data URL. */
export const pictureSchema = z
  .string()
  .check(z.maxLength(CHOSEN_ICON_MAX), z.regex(/^data:image\/png;base64,/));

export const serviceIconSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('recipe') }),
  z.object({ kind: z.literal('site') }),
  z.object({
    kind: z.literal('chosen'),
    dataUrl: pictureSchema,
  }),
]);

export const permissionNameSchema = z.enum([
  'notifications',
  'camera',
  'microphone',
  'camera-and-microphone',
  'display-capture',
  'geolocation',
  'clipboard-read',
  'midi',
  'idle-detection',
  'fullscreen',
  'pointer-lock',
  'keyboard-lock',
  'storage-access',
  'speaker-selection',
  'window-management',
]);

export const permissionGrantSchema = z.object({
  origin: z.string().check(z.maxLength(300)),
  permission: permissionNameSchema,
  decision: z.enum(['allow', 'deny']),
  decidedAtMs: z.number(),
});

/** Where a channel is muted that is muted here: here alone, on the server too, or as the person says when asked. */
export const muteThereSchema = z.enum(['ask', 'here', 'there']);

export const serviceSchema = z.object({
  id: serviceIdSchema,
  recipeId: z.string().check(z.regex(/^[a-z0-9-]{1,40}$/)),
  name: z.string().check(z.minLength(1), z.maxLength(SERVICE_NAME_MAX)),
  /** Start page; always http or https. */
  url: z.string().check(z.maxLength(2048), z.regex(/^https?:\/\//)),
  icon: serviceIconSchema,
  enabled: z.boolean(),
  countInTotal: z.boolean(),
  /** Whether the inbox keeps what its messages say. */
  keepText: z.boolean(),
  /** Names the person goes by there; a message with one of them is meant for them. */
  ownNames: z
    .array(z.string().check(z.minLength(1), z.maxLength(OWN_NAME_MAX)))
    .check(z.maxLength(OWN_NAMES_MAX)),
  muteThere: muteThereSchema,
  sleepMode: sleepModeSchema,
  listen: listenSchema,
  zoomPercent: z.number().check(z.int(), z.minimum(ZOOM_MIN), z.maximum(ZOOM_MAX)),
  /** Keys of the app's that its pages keep. */
  ownKeys: z.array(comboSchema).check(z.maxLength(OWN_KEYS_MAX)),
  /** Where its files go; left out or null: as those of all. */
  downloads: z.optional(z.nullable(downloadPlaceSchema)),
  /** What its pages are checked in; left out or null: as those of all. */
  spelling: z.optional(z.nullable(spellChoiceSchema)),
  /** Camera and microphone of its pages; left out: as Chromium chooses. */
  devices: z.optional(deviceChoiceSchema),
  /** What its links open in outside; left out or null: the system's browser. */
  browser: z.optional(z.nullable(browserSchema)),
  /** Which storage it uses, begun by a service that may be gone since; left out or null: its own. */
  storageOf: z.optional(z.nullable(serviceIdSchema)),
  /** Names its own storage since it left what it began to others; left out or null: named by its id. */
  ownStorage: z.optional(z.nullable(serviceIdSchema)),
  permissions: z.array(permissionGrantSchema).check(z.maxLength(PERMISSIONS_MAX)),
  addedAtMs: z.number(),
});

/** Identifies a service for its whole life; also names the storage that it begins. */
export type ServiceId = z.infer<typeof serviceIdSchema>;
export type ServiceIcon = Readonly<z.infer<typeof serviceIconSchema>>;
/** A permission as Foyer names it; several Electron names may map to one. */
export type PermissionName = z.infer<typeof permissionNameSchema>;
export type MuteThere = z.infer<typeof muteThereSchema>;
export type PermissionGrant = Readonly<z.infer<typeof permissionGrantSchema>>;
/** An account the person added. */
export type Service = Readonly<
  Omit<z.infer<typeof serviceSchema>, 'permissions' | 'icon' | 'ownNames' | 'ownKeys' | 'spelling'>
> & {
  readonly spelling?: SpellChoice | null | undefined;
  readonly icon: ServiceIcon;
  readonly ownNames: readonly string[];
  readonly ownKeys: readonly string[];
  readonly permissions: readonly PermissionGrant[];
};

/** Gives a service as it is when it is new. */
export const newService = (
  given: Pick<Service, 'id' | 'recipeId' | 'name' | 'url' | 'icon' | 'addedAtMs'>,
): Service => ({
  ...given,
  enabled: true,
  countInTotal: true,
  keepText: true,
  muteThere: 'ask',
  sleepMode: 'auto',
  listen: 'ask',
  zoomPercent: 100,
  ownKeys: [],
  ownNames: [],
  permissions: [],
});

/** Gives the session partition of a storage, named by the service that began it: cookies, storage and cache, kept on disk. */
export const partitionOf = (storageId: ServiceId): string => `persist:service-${storageId}`;

/** Gives a name fit to store: trimmed, inner white space joined, clipped; `undefined` when nothing is left. */
export function toServiceName(text: string): string | undefined {
  const name = text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, SERVICE_NAME_MAX)
    // The cut may leave half a character, which the desktop's bus refuses.
    .replace(/\p{Surrogate}/gu, '')
    .trim();
  return name === '' ? undefined : name;
}

/** Gives the names a person goes by, fit to store: clipped, none empty, none twice, so many at most. */
export const toOwnNames = (names: readonly string[]): readonly string[] =>
  [...new Set(names.map((name) => toServiceName(name)?.replace(/^@/, '') ?? ''))]
    .filter(Boolean)
    .slice(0, OWN_NAMES_MAX);

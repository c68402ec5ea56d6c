import * as z from 'zod/mini';
import { vendorSchema } from './vendor';
import { searchSchema } from './search-engine';
import { defaultSleepSettings, sleepSettingsSchema } from './sleep-settings';
import { defaultSpelling, spellingSchema, type SpellingSettings } from './spelling';

/** Most messages an hour that are counted for a channel. */
export const BUSY_MAX = 1000;

/** The languages there are texts in. */
export const languages = ['en', 'de', 'es', 'fr', 'pt-BR', 'ja', 'ar'] as const;
export const languageSchema = z.enum(languages);

/** Where downloaded files go: asked for each, or all in one folder. */
export const downloadPlaceSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask') }),
  z.object({ kind: z.literal('folder'), folder: z.string().check(z.minLength(1), z.maxLength(4096)) }),
]);
export type DownloadPlace = Readonly<z.infer<typeof downloadPlaceSchema>>;

export const startAtLoginSchema = z.enum(['no', 'shown', 'hidden']);
export type StartAtLogin = z.infer<typeof startAtLoginSchema>;

/** When the battery is spared: while the machine runs on it, at all times, or never. */
export const savingModes = ['auto', 'always', 'never'] as const;
export const savingSchema = z.enum(savingModes);
export type SavingMode = z.infer<typeof savingSchema>;

/** Other apps whose links are opened here. */
const vendorLinksSchema = z.array(vendorSchema).check(z.maxLength(10));

export const settingsSchema = z.object({
  language: z.union([z.literal('system'), languageSchema]),
  theme: z.enum(['system', 'light', 'dark']),
  contrast: z.enum(['system', 'more']),
  /** Size of the shell's own text, in percent. */
  textSize: z.literal([100, 125, 150, 200]),
  /** What new messages are told of to a screen reader. */
  announce: z.enum(['off', 'mentions', 'all']),
  barSize: z.enum(['compact', 'normal', 'names']),
  barShown: z.boolean(),
  /** Whose unread make up the badge: of all services, or of the workspace that is up. */
  badgeOf: z.enum(['all', 'workspace']),
  /** Closing the window hides it where a tray exists. */
  closeToTray: z.boolean(),
  downloads: downloadPlaceSchema,
  /** From how many messages an hour on a channel is offered to be heard of less; null: never. */
  busyPerHour: z.nullable(z.number().check(z.int(), z.minimum(2), z.maximum(BUSY_MAX))),
  inbox: z.object({
    /** How long entries are kept; null: for ever. */
    days: z.nullable(z.number().check(z.int(), z.minimum(1), z.maximum(3650))),
    keepText: z.boolean(),
  }),
  sleep: sleepSettingsSchema,
  /** What searches for what is selected in a page. */
  search: searchSchema,
  /** Pages can be looked into with Chromium's tools. */
  developerMode: z.boolean(),
  vendorLinks: vendorLinksSchema,
  spelling: spellingSchema,
  /** Whether Foyer starts with the person's session, and whether its window shows then. */
  startAtLogin: startAtLoginSchema,
  /** Services are told whether the person uses this machine. */
  tellPresence: z.boolean(),
  saving: savingSchema,
});

/** What the person set for the app as a whole. */
export type Settings = Readonly<Omit<z.infer<typeof settingsSchema>, 'spelling'>> & {
  readonly spelling: SpellingSettings;
};

/** What came to version 6 later: where it is not kept, it is as at first. */
const laterSettings = {
  search: { kind: 'engine', engine: 'duckduckgo' },
  developerMode: false,
  vendorLinks: [],
  spelling: defaultSpelling,
  startAtLogin: 'no',
  tellPresence: true,
  saving: 'auto',
} as const satisfies Partial<Settings>;

/** The settings as they are kept. */
export const keptSettingsSchema = z.extend(settingsSchema, {
  search: z._default(searchSchema, laterSettings.search),
  developerMode: z._default(z.boolean(), laterSettings.developerMode),
  vendorLinks: z._default(vendorLinksSchema, []),
  spelling: z._default(spellingSchema, { ...defaultSpelling, words: [] }),
  startAtLogin: z._default(startAtLoginSchema, laterSettings.startAtLogin),
  tellPresence: z._default(z.boolean(), laterSettings.tellPresence),
  saving: z._default(savingSchema, laterSettings.saving),
});

export const defaultSettings: Settings = {
  language: 'system',
  theme: 'system',
  contrast: 'system',
  textSize: 100,
  announce: 'mentions',
  barSize: 'normal',
  barShown: true,
  badgeOf: 'all',
  closeToTray: true,
  downloads: { kind: 'ask' },
  busyPerHour: 30,
  inbox: { days: 90, keepText: true },
  sleep: defaultSleepSettings,
  ...laterSettings,
};

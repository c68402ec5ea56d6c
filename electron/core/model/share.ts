import * as z from 'zod/mini';

/** What of the screen can be shared. */
export const shareKinds = ['screen', 'window'] as const;
export const shareKindSchema = z.enum(shareKinds);
export type ShareKind = z.infer<typeof shareKindSchema>;

/** Who shows what there is to choose from: Foyer, or the desktop, which then shows Foyer nothing of it. */
export type SharePicker = 'own' | 'portal';

/** A screen or a window that a page of a service was given. */
export interface Share {
  readonly id: string;
  readonly kind: ShareKind;
  /** What the system calls it; empty where its own picker chose it. */
  readonly name: string;
}

/** What can be chosen in the picker. */
export interface ShareSource {
  /** As Electron calls it. */
  readonly id: string;
  readonly kind: ShareKind;
  readonly name: string;
  /** How it looks now, as a `data:` address of a JPEG; empty where the system gives none. */
  readonly picture: string;
}

/** What the person chose: one of the sources, or with the system's own picker only the kind. */
export const shareChoiceSchema = z.object({
  sourceId: z.string().check(z.maxLength(200)),
  withAudio: z.boolean(),
});
export type ShareChoice = Readonly<z.infer<typeof shareChoiceSchema>>;

/** Most sources offered: first all screens, then windows as the system orders them. */
export const SOURCES_MAX = 60;
/** Longest name of a source, and longest address of its picture. */
export const SOURCE_NAME_MAX = 120;
export const SOURCE_PICTURE_MAX = 120_000;

/** How large pictures in the picker are taken, in px. */
export const SOURCE_PICTURE_SIZE = { width: 320, height: 200 } as const;

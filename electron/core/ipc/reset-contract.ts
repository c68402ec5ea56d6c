import * as z from 'zod/mini';
import type { ResetItem } from '../decide/reset-settings';
import { resetSections } from '../model/reset-section';
import { answer, nothing } from './command-shape';

/** What a reset comes to. */
export type ResetAnswer =
  /** `copy`: where what was before lies. */
  | { readonly kind: 'reset'; readonly copy: string }
  /** The copy of what was could not be written, so nothing was changed. */
  | { readonly kind: 'no-copy' };

const sectionInput = z.object({ section: z.enum([...resetSections, 'all']) });

/** The commands that put things back as they were at first. */
export const resetContract = {
  /** The settings that are not as at first. */
  'settings.changed': { input: sectionInput, ...answer<readonly ResetItem[]>() },
  'settings.reset': { input: sectionInput, ...answer<ResetAnswer>() },
  'settings.undo-reset': { input: nothing, ...answer<void>() },
  /** Everything that is kept goes, the inbox too; a copy of all of it is written first. */
  'app.start-anew': { input: nothing, ...answer<ResetAnswer>() },
} as const;

import * as z from 'zod/mini';
import { downloadActSchema } from '../model/download';
import { serviceIdSchema } from '../model/service';
import { downloadPlaceSchema } from '../model/settings';
import { answer, nothing } from './command-shape';

/** The commands of downloads. */
export const downloadContract = {
  'download.act': {
    input: z.object({ downloadId: z.string().check(z.maxLength(64)), act: downloadActSchema }),
    ...answer<void>(),
  },
  /** Takes those that are over from the list; the files stay. */
  'downloads.clear': { input: nothing, ...answer<void>() },
  /** Opens the system's folder dialog; null when cancelled. */
  'settings.choose-download-folder': { input: nothing, ...answer<string | null>() },
  /** Where files of one service go; null: as those of all. */
  'service.set-downloads': {
    input: z.object({ serviceId: serviceIdSchema, downloads: z.nullable(downloadPlaceSchema) }),
    ...answer<void>(),
  },
  /** Opens the system's folder dialog; the folder is where files of this service go from then on. Null when cancelled. */
  'service.choose-download-folder': {
    input: z.object({ serviceId: serviceIdSchema }),
    ...answer<string | null>(),
  },
} as const;

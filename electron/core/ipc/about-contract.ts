import * as z from 'zod/mini';
import type { FileAnswer } from './answers';
import { answer, nothing } from './command-shape';

/** Which app this is, and what it runs on. */
export type About = Readonly<Record<'version' | 'electron' | 'chromium' | 'node', string>>;

/** Something that is shipped, under a licence of its own. */
export interface LicenceLine {
  /** For `app.licence-text`. */
  readonly id: string;
  readonly name: string;
  readonly version: string;
  /** Its short name, as `MIT`; empty where only its text says it. */
  readonly licence: string;
  /** `chromium`: a part of Chromium, which is a part of Electron. */
  readonly of: 'foyer' | 'chromium';
}

/** Commands about the app itself. */
export const aboutContract = {
  'app.about': { input: nothing, ...answer<About>() },
  'app.licences': { input: nothing, ...answer<readonly LicenceLine[]>() },
  /** Null where there is no text of it. */
  'app.licence-text': {
    input: z.object({ id: z.string().check(z.maxLength(400)) }),
    ...answer<string | null>(),
  },
  /** Makes what can be sent to somebody who helps, and gives all of it. */
  'diagnostics.make': { input: nothing, ...answer<string>() },
  /** Puts what was made last on the clipboard. */
  'diagnostics.copy': { input: nothing, ...answer<null>() },
  /** Saves what was made last where the person chooses. */
  'diagnostics.save': { input: nothing, ...answer<FileAnswer>() },
} as const;

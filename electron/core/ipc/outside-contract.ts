import * as z from 'zod/mini';
import { answer } from './command-shape';
import { text } from './inputs';

/** What the window tells of itself and of the network, and the answers to what comes from outside. */
export const outsideContract = {
  /** Answers what a link asks for. */
  'outside.answer': {
    input: z.object({ questionId: text(64), isWanted: z.boolean() }),
    ...answer<void>(),
  },
  /** Tells that a menu, sheet or dialog is open and must be drawn over the page. */
  'overlay.set': { input: z.object({ open: z.boolean() }), ...answer<void>() },
  'notice.dismiss': { input: z.object({ noticeId: text(200) }), ...answer<void>() },
  'network.report': { input: z.object({ online: z.boolean() }), ...answer<void>() },
} as const;

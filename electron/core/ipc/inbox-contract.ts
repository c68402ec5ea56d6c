import * as z from 'zod/mini';
import type {
  FileAnswer,
  InboxAnswer,
  InboxChannelsAnswer,
  InboxEntryAnswer,
  InboxPageAnswer,
} from './answers';
import { answer } from './command-shape';
import { entryInput, inboxAskSchema, inboxChoiceSchema, inboxFilterSchema } from './inputs';

/** The commands of the inbox. */
export const inboxContract = {
  /** Opens the inbox on what fits. */
  'inbox.show': { input: z.object({ filter: inboxFilterSchema }), ...answer<void>() },
  'inbox.page': { input: inboxAskSchema, ...answer<InboxPageAnswer>() },
  'inbox.entry': { input: entryInput, ...answer<InboxEntryAnswer>() },
  /** Conversations that have entries which fit, the busiest first. */
  'inbox.channels': { input: z.object({ filter: inboxFilterSchema }), ...answer<InboxChannelsAnswer>() },
  'inbox.count': { input: z.object({ filter: inboxFilterSchema }), ...answer<InboxAnswer<number>>() },
  'inbox.mark': {
    input: z.extend(inboxChoiceSchema, { isRead: z.boolean() }),
    ...answer<InboxAnswer<number>>(),
  },
  /** For good; the answer is how many. */
  'inbox.remove': { input: inboxChoiceSchema, ...answer<InboxAnswer<number>>() },
  /** Opens the system's file dialog. */
  'inbox.export': { input: z.object({ filter: inboxFilterSchema }), ...answer<FileAnswer>() },
  /** Brings up the conversation of an entry. */
  'inbox.open': { input: entryInput, ...answer<void>() },
} as const;

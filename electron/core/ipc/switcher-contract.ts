import * as z from 'zod/mini';
import type { SwitcherEntry, SwitcherRow } from '../switcher/entry';
import { QUERY_MAX } from '../switcher/query';
import { answer, nothing } from './command-shape';
import { text } from './inputs';

/** Most rows given. */
const ROWS_MAX = 50;

/** A row of the switcher as it is drawn. */
export type SwitcherAnswerRow = Pick<
  SwitcherEntry,
  | 'key'
  | 'kind'
  | 'name'
  | 'where'
  | 'channelKind'
  | 'serviceId'
  | 'unread'
  | 'mentions'
  | 'isDirect'
  | 'muted'
> &
  Pick<SwitcherRow, 'nameMarks' | 'whereMarks'> & {
    /** The key of a command, as it is kept. */
    readonly combo: string | undefined;
  };

/** What was found, the best first; `query` says for what. */
export interface SwitcherAnswer {
  readonly query: string;
  readonly rows: readonly SwitcherAnswerRow[];
}

/** What can be done with a row. */
const switcherActSchema = z.enum(['open', 'open-read', 'open-beside', 'mute', 'copy-link']);
export type SwitcherAct = z.infer<typeof switcherActSchema>;

/** The part of the contract that is about what is called up over the page. */
export const switcherContract = {
  /** Finds what one can go to. */
  'switcher.search': {
    input: z.object({
      query: text(QUERY_MAX),
      limit: z.number().check(z.int(), z.minimum(1), z.maximum(ROWS_MAX)),
    }),
    ...answer<SwitcherAnswer>(),
  },
  /** Asks for what the inbox has new, and answers when it can be found: it comes a moment after the rest. */
  'switcher.whole': { input: nothing, ...answer<void>() },
  'switcher.act': {
    input: z.object({
      key: z.string().check(z.minLength(1), z.maxLength(500)),
      act: switcherActSchema,
      /** What had been typed, from which is learnt. */
      query: text(QUERY_MAX),
    }),
    ...answer<void>(),
  },
} as const;

import * as z from 'zod/mini';
import type { ChannelKind } from '../model/channel';
import type { TextRange } from '../switcher/entry';
import { answer } from './command-shape';

/** Longest text looked for, and most rows given. */
export const QUERY_MAX = 200;
export const ROWS_MAX = 50;

/** A row of the switcher as it is drawn. */
export interface SwitcherAnswerRow {
  readonly key: string;
  readonly kind: 'service' | 'channel' | 'person' | 'command' | 'entry';
  readonly name: string;
  readonly where: string;
  readonly nameMarks: readonly TextRange[];
  readonly whereMarks: readonly TextRange[];
  readonly channelKind: ChannelKind | undefined;
  readonly serviceId: string | undefined;
  readonly unread: number;
  readonly mentions: number;
  readonly isDirect: boolean;
  readonly muted: boolean;
  /** The key of a command, as it is kept. */
  readonly combo: string | undefined;
}

/** What was found, the best first; `query` says for what. */
export interface SwitcherAnswer {
  readonly query: string;
  readonly rows: readonly SwitcherAnswerRow[];
}

/** What can be done with a row. */
const switcherActSchema = z.enum(['open', 'open-read', 'mute', 'copy-link']);
export type SwitcherAct = z.infer<typeof switcherActSchema>;

/** The part of the contract that is about what is called up over the page. */
export const switcherContract = {
  /** Finds what one can go to. */
  'switcher.search': {
    input: z.object({
      query: z.string().check(z.maxLength(QUERY_MAX)),
      limit: z.number().check(z.int(), z.minimum(1), z.maximum(ROWS_MAX)),
    }),
    ...answer<SwitcherAnswer>(),
  },
  /** Answers when all that can be found is there: entries of the inbox come a moment after the rest. */
  'switcher.whole': { input: z.undefined(), ...answer<void>() },
  'switcher.act': {
    input: z.object({
      key: z.string().check(z.minLength(1), z.maxLength(500)),
      act: switcherActSchema,
      /** What had been typed, from which is learnt. */
      query: z.string().check(z.maxLength(QUERY_MAX)),
    }),
    ...answer<void>(),
  },
} as const;

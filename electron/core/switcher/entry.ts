import type { ChannelKind } from '../model/channel';
import type { ServiceId } from '../model/service';

/** What one can go to; `entry` is one of the inbox. */
export type SwitcherKind = 'service' | 'channel' | 'person' | 'command' | 'entry';

/** One thing that can be found in the switcher. */
export interface SwitcherEntry {
  /** The same after a restart and in no other entry, e.g. `channel:<serviceId>:<channelId>`. */
  readonly key: string;
  readonly kind: SwitcherKind;
  readonly name: string;
  /** Where it is: the service's name; empty for what is nowhere. */
  readonly where: string;
  readonly channelKind?: ChannelKind | undefined;
  readonly serviceId?: ServiceId | undefined;
  /** More words it is found by: the recipe's name, what else a command is called. */
  readonly terms?: readonly string[] | undefined;
  /** Whole numbers from 0. */
  readonly unread: number;
  readonly mentions: number;
  /** Messages there are meant for the person. */
  readonly isDirect: boolean;
  /** Muted on the server, or its rule counts nothing: what is unread there brings it no further up. */
  readonly muted: boolean;
  readonly favourite: boolean;
  readonly lastActivityMs: number | undefined;
}

/** What holds of an entry in which nothing is unread or set. */
export const quietEntry = {
  unread: 0,
  mentions: 0,
  isDirect: false,
  muted: false,
  favourite: false,
  lastActivityMs: undefined,
} as const satisfies Partial<SwitcherEntry>;

/** Part of a text in UTF-16 units: from the first, up to but not including the second. */
export type TextRange = readonly [from: number, to: number];

/** An entry that was found, and what to mark in it: in order, apart from each other, within the text. */
export interface SwitcherRow {
  readonly entry: SwitcherEntry;
  readonly nameMarks: readonly TextRange[];
  readonly whereMarks: readonly TextRange[];
}

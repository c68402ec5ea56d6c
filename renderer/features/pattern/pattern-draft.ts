import type { CommandInput } from '../../../electron/core/ipc/contract';
import type { PatternSuggestion } from '../../../electron/core/decide/attribute';
import type { ChannelKind } from '../../../electron/core/model/channel';
import type { RuleValues } from '../../../electron/core/model/rule';

/** What people want of a conversation when they have it recognised. */
export type Wish = 'nothing' | 'only-me' | 'everything';

/** What was chosen so far; what is undefined is as the offer says. */
export interface PatternDraft {
  readonly at: number;
  readonly name: string | undefined;
  readonly kind: ChannelKind | undefined;
  readonly wish: Wish;
}

/** Kinds to choose from. A thread is not one: it belongs to a conversation. */
export const kinds = [
  { value: 'public', text: 'pattern.kind.public' },
  { value: 'private', text: 'pattern.kind.private' },
  { value: 'direct', text: 'pattern.kind.direct' },
  { value: 'group', text: 'pattern.kind.group' },
  { value: 'bot', text: 'pattern.kind.bot' },
  { value: 'unknown', text: 'pattern.kind.unknown' },
] as const satisfies readonly { readonly value: ChannelKind; readonly text: string }[];

export const wishes = [
  { value: 'nothing', text: 'pattern.wish.nothing' },
  { value: 'only-me', text: 'pattern.wish.only-me' },
  { value: 'everything', text: 'pattern.wish.everything' },
] as const satisfies readonly { readonly value: Wish; readonly text: string }[];

/** Gives the pattern that is meant. */
export const toPattern = (
  { on, how, text }: PatternSuggestion,
  name: string,
  kind: ChannelKind,
): CommandInput<'pattern.add'>['pattern'] => ({ name: name.trim().slice(0, 120), kind, on, how, text });

/** Gives what a wish sets. */
export const toWanted = (wish: Wish): RuleValues => ({ preset: wish });

/** Gives the text that says how a conversation is recognised. */
export function toHowText({ on, how }: Pick<PatternSuggestion, 'on' | 'how'>) {
  if (on === 'tag') return 'pattern.how.tag';
  const texts = {
    is: 'pattern.how.is',
    starts: 'pattern.how.starts',
    ends: 'pattern.how.ends',
    contains: 'pattern.how.contains',
  } as const;
  return texts[how];
}

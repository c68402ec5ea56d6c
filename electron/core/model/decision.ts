import type { RuleField, RuleScope, RuleValues } from './rule';

/** What a decision came from: a rule of the person's, or `undefined` where none said anything. */
export interface RuleSource {
  readonly scope: RuleScope;
  readonly isTemporary: boolean;
  /** Not a rule of theirs: the channel is muted so on its server. */
  readonly by?: 'server' | undefined;
}

/** Why a notification is shown. */
export type ShowReason = 'wanted' | 'mention' | 'mention-unknown' | 'let-through' | 'passes-focus';
/** Why it is shown without sound. */
export type SilentReason = 'service-asks-silence' | 'sound-off';
/** Why it waits for the end of focus, or for the person to look. */
export type HoldReason = 'focus' | 'paused' | 'schedule' | 'workspace' | 'system-dnd' | 'too-many';
/** Why it never reaches the desktop. */
export type DropReason =
  | 'service-unknown'
  | 'muted'
  | 'not-a-mention'
  | 'group-mention'
  | 'kept-out'
  | 'on-screen';

/** How much of a message the desktop, and the record of it, may say. */
export type Preview = NonNullable<RuleValues['preview']>;

/** What was decided of a notification, and why. Every kind has a reason. */
export type Decision = {
  readonly preview: Preview;
  /** The rule that decided; undefined where it was none. */
  readonly from: RuleSource | undefined;
} & (
  | { readonly kind: 'show'; readonly reason: ShowReason }
  | { readonly kind: 'show-silently'; readonly reason: SilentReason }
  | { readonly kind: 'hold'; readonly reason: HoldReason }
  | { readonly kind: 'drop'; readonly reason: DropReason }
);

export type DecisionKind = Decision['kind'];
export type DecisionReason = Decision['reason'];

/** One thing that was looked at on the way to a decision, in order; for "why?". */
export type TrailStep =
  /** A value and the rule it came from; no rule is the value that holds where none says otherwise. */
  | {
      readonly step: 'value';
      readonly field: RuleField | 'letThrough' | 'keepOut';
      readonly value: string;
      readonly from: RuleSource | undefined;
      readonly decided: boolean;
    }
  /** What the message was found to be. */
  | { readonly step: 'mention'; readonly value: 'personal' | 'group' | 'none' | 'unknown' | 'direct' }
  /** Focus, by hand, by schedule, by a workspace or by the system; `passes` when the message may disturb in spite of it. */
  | {
      readonly step: 'focus';
      readonly source: Exclude<HoldReason, 'too-many'>;
      readonly passes: boolean;
      readonly decided: boolean;
    }
  | {
      readonly step: 'on-screen' | 'too-many' | 'service-unknown' | 'asks-silence';
      readonly decided: boolean;
    };

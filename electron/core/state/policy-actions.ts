import type { ChannelPattern } from '../model/channel';
import type { FocusNow, FocusSettings, FocusWindow, ForAWhile, SystemDnd } from '../model/focus';
import type { Rule, RuleScope, RuleValues, TemporaryRule } from '../model/rule';
import type { ServiceId } from '../model/service';
import type { ChannelAction } from './channel-actions';

/** What the person wants to hear of, and when. */
export type PolicyAction =
  /** Takes the place of the rule of that scope; without any value there is none any more. */
  | { readonly kind: 'rule-set'; readonly scope: RuleScope; readonly values: RuleValues }
  | { readonly kind: 'rules-set'; readonly rules: readonly Rule[] }
  | { readonly kind: 'temporary-rule-set'; readonly rule: TemporaryRule }
  | { readonly kind: 'temporary-rule-ended'; readonly scope: RuleScope }
  | { readonly kind: 'pattern-added'; readonly pattern: ChannelPattern }
  | { readonly kind: 'pattern-removed'; readonly serviceId: ServiceId; readonly channelId: string }
  | {
      readonly kind: 'policy-imported';
      readonly rules: readonly Rule[];
      readonly temporaryRules: readonly TemporaryRule[];
      readonly patterns: readonly ChannelPattern[];
      readonly focus: FocusSettings;
    }
  | { readonly kind: 'busy-hint-answered'; readonly answer: 'only-me' | 'what-matters' | 'keep' }
  /** Somebody wants a rule for a while; the clock says until when. */
  | {
      readonly kind: 'pause-requested';
      readonly scope: RuleScope;
      readonly values: RuleValues;
      readonly until: ForAWhile;
    }
  /** Somebody wants focus; the clock says until when. Null: until the person ends it. */
  | { readonly kind: 'focus-requested'; readonly until: ForAWhile | null; readonly isPause: boolean }
  | { readonly kind: 'focus-end-requested' }
  /** Ends focus where there is any, else begins one that lasts until it is ended. */
  | { readonly kind: 'focus-toggle-requested' }
  | { readonly kind: 'focus-begun'; readonly now: FocusNow }
  /** By the person: what was begun by hand, and the turns of schedules that are on. */
  | { readonly kind: 'focus-ended'; readonly nowMs: number }
  | {
      readonly kind: 'focus-settings-changed';
      readonly focus: Partial<Pick<FocusSettings, 'schedules' | 'pass' | 'followSystem' | 'hidesCounts'>>;
    }
  | { readonly kind: 'focus-windows-found'; readonly windows: readonly FocusWindow[]; readonly nowMs: number }
  | { readonly kind: 'system-dnd-changed'; readonly dnd: SystemDnd }
  /** The time is this: what lasted for a while may be over. */
  | { readonly kind: 'clock-reached'; readonly nowMs: number }
  /** The clock was set back by this much: what lasts so and so long ends that much earlier. */
  | { readonly kind: 'clock-set-back'; readonly byMs: number; readonly nowMs: number }
  | ChannelAction;

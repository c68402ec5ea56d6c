import type { ServerMute } from '../model/server-mute';
import { aMessage } from '../fixtures.test-support';
import type { ChannelKind } from '../model/channel';
import type { Decision } from '../model/decision';
import { defaultFocus, type FocusSettings } from '../model/focus';
import type { Mention, Message } from '../model/message';
import type { Rule, RuleScope, RuleValues, TemporaryRule } from '../model/rule';
import type { Workspace } from '../model/workspace';
import { decideNotification, type Policy, type PolicyInput } from './decide-notification';
import { ruleBookOf } from './rule-book';

export const nowMs = 1000;
export const everywhere: RuleScope = { kind: 'everywhere' };
export const service: RuleScope = { kind: 'service', serviceId: 'a' };
export const publicKind: RuleScope = { kind: 'channel-kind', serviceId: 'a', channelKind: 'public' };
export const general: RuleScope = {
  kind: 'channel',
  serviceId: 'a',
  channelId: 'g',
  name: '#general',
  channelKind: 'public',
};

export const rule = (scope: RuleScope, values: RuleValues): Rule => ({ scope, values });
export const forAWhile = (scope: RuleScope, values: RuleValues, untilMs: number): TemporaryRule => ({
  scope,
  values,
  startedAtMs: 0,
  untilMs,
  end: 'duration',
});

export interface Wish {
  readonly rules?: readonly Rule[];
  readonly temporary?: readonly TemporaryRule[];
  readonly focus?: Partial<FocusSettings>;
  readonly serverMutes?: readonly ServerMute[];
  readonly systemDnd?: 'on' | 'off' | 'unknown';
  readonly workspaces?: readonly Workspace[];
  readonly activeWorkspaceId?: string | null;
}

const toPolicy = ({
  rules = [],
  temporary = [],
  serverMutes = [],
  focus = {},
  systemDnd = 'unknown',
  workspaces = [],
  activeWorkspaceId = null,
}: Wish): Policy => ({
  book: ruleBookOf(rules, temporary, serverMutes),
  focus: { settings: { ...defaultFocus, ...focus }, windows: [], systemDnd, workspaces, activeWorkspaceId },
  services: new Set(['a']),
});

export const inGeneral = (mention: Mention, changes: Partial<Message> = {}): Message =>
  aMessage({ channel: { id: 'g', name: '#general', kind: 'public' }, sender: 'Mara', mention, ...changes });
export const inKind = (kind: ChannelKind, mention: Mention): Message =>
  aMessage({ channel: { id: 'x', name: 'x', kind }, mention });

export const decide = (wish: Wish, message: Message, more: Partial<PolicyInput> = {}): Decision =>
  decideNotification(
    toPolicy(wish),
    { message, asksSilence: false, isOnScreen: false, isOverRate: false, ...more },
    nowMs,
  );
export const said = (wish: Wish, message: Message, more: Partial<PolicyInput> = {}): string => {
  const { kind, reason } = decide(wish, message, more);
  return `${kind}: ${reason}`;
};

export const focus = (changes: Partial<FocusSettings> = {}, untilMs: number | null = null): Wish => ({
  focus: { now: { startedAtMs: 0, untilMs, end: 'duration', isPause: false }, ...changes },
});
export const pause: Wish = {
  focus: { now: { startedAtMs: 0, untilMs: null, end: 'duration', isPause: true } },
};

export const words = (senders: string[], keywords: string[] = []) => ({ senders, keywords });

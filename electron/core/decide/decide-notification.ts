import { isDirectKind } from '../model/channel';
import type { Decision, Preview, RuleSource, TrailStep } from '../model/decision';
import type { Mention, Message } from '../model/message';
import type { ServiceId } from '../model/service';
import { focusAt, type ActiveFocus, type FocusFacts } from './focus-at';
import { matchesWords, wordsOf } from './match-words';
import { resolveValue } from './resolve-values';
import { ladderOf, type RuleBook, type Rung } from './rule-book';

/** All that the person wants, and what the system says. */
export interface Policy {
  readonly book: RuleBook;
  readonly focus: FocusFacts;
  /** Services that are there and on. */
  readonly services: ReadonlySet<ServiceId>;
}

/** One message, and how things are as it comes. */
export interface PolicyInput {
  readonly message: Message;
  /** The page wants it without sound. */
  readonly asksSilence: boolean;
  /** Its conversation is before the person's eyes. */
  readonly isOnScreen: boolean;
  /** More than a desktop can bear came of this service just now. */
  readonly isOverRate: boolean;
}

/** How a message counts: as meant for the person, as any other, or as nobody knows what. */
type Standing = 'for-me' | 'unknown' | 'plain' | 'unwanted-group';

/**
 * Decides what becomes of a notification; rules N1… of `docs/spec/notifications.md`. With `trail`, what was looked at
 * is written there, in order.
 */
export function decideNotification(
  policy: Policy,
  { message, asksSilence, isOnScreen, isOverRate }: PolicyInput,
  nowMs: number,
  trail?: TrailStep[],
): Decision {
  const kind = message.channel?.kind ?? 'unknown';
  if (!policy.services.has(message.serviceId)) {
    trail?.push({ step: 'service-unknown', decided: true });
    return { kind: 'drop', reason: 'service-unknown', preview: 'full', from: undefined };
  }
  const ladder = ladderOf(policy.book, message, nowMs);
  const preview = resolveValue(ladder, 'preview', kind).value;

  const wanted = decideWanted(ladder, message, preview, trail);
  if (wanted.kind !== 'show') return wanted;

  if (isOnScreen) {
    trail?.push({ step: 'on-screen', decided: true });
    return { kind: 'drop', reason: 'on-screen', preview, from: undefined };
  }
  for (const focus of focusAt(policy.focus, message.serviceId, nowMs)) {
    const passes = passesFocus(focus, message);
    trail?.push({ step: 'focus', source: focus.source, passes, decided: !passes });
    if (!passes) return { kind: 'hold', reason: focus.source, preview, from: undefined };
  }
  if (isOverRate) {
    trail?.push({ step: 'too-many', decided: true });
    return { kind: 'hold', reason: 'too-many', preview, from: undefined };
  }
  const sound = resolveValue(ladder, 'sound', kind);
  if (!sound.value) {
    trail?.push({ step: 'value', field: 'sound', value: 'off', from: sound.from, decided: true });
    return { kind: 'show-silently', reason: 'sound-off', preview, from: sound.from };
  }
  if (asksSilence) {
    trail?.push({ step: 'asks-silence', decided: true });
    return { kind: 'show-silently', reason: 'service-asks-silence', preview, from: undefined };
  }
  return wanted;
}

/** What the rules alone say. */
function decideWanted(
  ladder: readonly Rung[],
  message: Message,
  preview: Preview,
  trail: TrailStep[] | undefined,
): Decision {
  const kind = message.channel?.kind ?? 'unknown';
  const listed = decideByLists(ladder, message);
  if (listed !== undefined) {
    const { isLetThrough, from } = listed;
    const field = isLetThrough ? 'letThrough' : 'keepOut';
    trail?.push({ step: 'value', field, value: '', from, decided: true });
    return isLetThrough
      ? { kind: 'show', reason: 'let-through', preview, from }
      : { kind: 'drop', reason: 'kept-out', preview, from };
  }
  const groupMentions = resolveValue(ladder, 'groupMentions', kind);
  const standing = standingOf(message.mention, isDirectKind(kind), groupMentions.value);
  const { value: notify, from } = resolveValue(ladder, 'notify', kind);
  if (trail !== undefined) {
    const isDirect = isDirectKind(kind) && message.mention !== 'personal';
    trail.push({ step: 'mention', value: isDirect ? 'direct' : message.mention });
    const isUnwanted = standing === 'unwanted-group' && notify !== 'none';
    if (message.mention === 'group')
      trail.push({
        step: 'value',
        field: 'groupMentions',
        value: groupMentions.value,
        from: groupMentions.from,
        decided: isUnwanted,
      });
    trail.push({ step: 'value', field: 'notify', value: notify, from, decided: !isUnwanted });
  }
  if (notify === 'none') return { kind: 'drop', reason: 'muted', preview, from };
  if (standing === 'unwanted-group')
    return { kind: 'drop', reason: 'group-mention', preview, from: groupMentions.from };
  if (notify === 'all') return { kind: 'show', reason: 'wanted', preview, from };
  if (standing === 'for-me') return { kind: 'show', reason: 'mention', preview, from };
  if (standing === 'unknown') return { kind: 'show', reason: 'mention-unknown', preview, from };
  return { kind: 'drop', reason: 'not-a-mention', preview, from };
}

/** The nearest rule that names the sender or a word decides; letting through goes before keeping out in one rule. */
function decideByLists(
  ladder: readonly Rung[],
  message: Message,
): { readonly isLetThrough: boolean; readonly from: RuleSource } | undefined {
  for (const { values, source } of ladder) {
    const letThrough = wordsOf(values.letThrough);
    const keepOut = wordsOf(values.keepOut);
    if (letThrough !== undefined && matchesWords(letThrough, message))
      return { isLetThrough: true, from: source };
    if (keepOut !== undefined && matchesWords(keepOut, message)) return { isLetThrough: false, from: source };
  }
  return undefined;
}

function standingOf(
  mention: Mention,
  isDirect: boolean,
  groupMentions: 'mention' | 'plain' | 'none',
): Standing {
  if (mention === 'personal') return 'for-me';
  if (mention === 'group') {
    if (groupMentions === 'none') return 'unwanted-group';
    if (groupMentions === 'mention') return 'for-me';
    return isDirect ? 'for-me' : 'plain';
  }
  if (isDirect) return 'for-me';
  return mention === 'unknown' ? 'unknown' : 'plain';
}

function passesFocus({ pass, words }: ActiveFocus, message: Message): boolean {
  if (pass.direct && isDirectKind(message.channel?.kind ?? 'unknown')) return true;
  if (pass.mentions && message.mention === 'personal') return true;
  return words !== undefined && matchesWords(words, message);
}

/** Decides, and gives what was looked at on the way. */
export function explainNotification(
  policy: Policy,
  input: PolicyInput,
  nowMs: number,
): { readonly decision: Decision; readonly trail: readonly TrailStep[] } {
  const trail: TrailStep[] = [];
  const decision = decideNotification(policy, input, nowMs, trail);
  return { decision, trail };
}

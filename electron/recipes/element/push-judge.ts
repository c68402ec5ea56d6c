import { listIn, own, ownText } from '../raw';
import { meetsCondition, type PushFacts } from './push-conditions';

/** What is to be done of an event. */
export interface Judgement {
  readonly notifies: boolean;
  readonly isHighlight: boolean;
  /** The id of the rule that decided; empty where none did. */
  readonly rule: string;
}

/** Rules that look at texts; they rest where the message itself says whom it means. */
const OLD_RULES: ReadonlySet<string> = new Set([
  '.m.rule.contains_display_name',
  '.m.rule.contains_user_name',
  '.m.rule.roomnotif',
]);
const KINDS = ['override', 'content', 'room', 'sender', 'underride'] as const;
type Kind = (typeof KINDS)[number];

const nothing: Judgement = { notifies: false, isHighlight: false, rule: '' };

/**
 * Decides by the person's push rules what is to be done of an event of a room, as Element does: override, content,
 * room, sender, underride, the first that fits. One's own notifies nobody.
 */
export function judgeEvent(
  rules: unknown,
  event: unknown,
  place: { readonly roomId: string; readonly userId: string },
  facts: PushFacts,
): Judgement {
  const sender = ownText(event, 'sender');
  if (sender === place.userId) return nothing;
  const saysWhom = own(own(event, 'content'), 'm.mentions') !== undefined;
  const whole = { ...(typeof event === 'object' ? event : {}), room_id: place.roomId };
  const fits = (kind: Kind, rule: unknown): boolean => {
    const id = ownText(rule, 'rule_id');
    if (own(rule, 'enabled') !== true || (saysWhom && OLD_RULES.has(id))) return false;
    switch (kind) {
      case 'room':
        return id === place.roomId;
      case 'sender':
        return id === sender;
      case 'content': {
        const pattern = ownText(rule, 'pattern');
        return (
          pattern !== '' &&
          meetsCondition({ kind: 'event_match', key: 'content.body', pattern }, whole, facts)
        );
      }
      default:
        return listIn(rule, 'conditions').every((one) => meetsCondition(one, whole, facts));
    }
  };
  for (const kind of KINDS) {
    const rule = listIn(rules, kind).find((one) => fits(kind, one));
    if (rule !== undefined) return toJudgement(kind, rule);
  }
  return nothing;
}

/** A word that the person wants to be told of means them, unless the rule says that it does not. */
function toJudgement(kind: Kind, rule: unknown): Judgement {
  const actions = listIn(rule, 'actions');
  const tweaks = actions.filter((action) => ownText(action, 'set_tweak') === 'highlight');
  const last = tweaks.at(-1);
  return {
    notifies: actions.includes('notify'),
    isHighlight: last === undefined ? kind === 'content' : (own(last, 'value') ?? true) === true,
    rule: ownText(rule, 'rule_id'),
  };
}

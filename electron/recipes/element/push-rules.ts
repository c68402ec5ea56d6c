import type { Level } from '../../core/model/rule';
import { listIn, own, ownText } from '../raw';

/** A change of one rule: written where there is a body, else deleted. */
export interface RuleChange {
  readonly kind: 'override' | 'room';
  readonly id: string;
  readonly body?: object;
}

const rulesOf = (rules: unknown, kind: string): readonly unknown[] =>
  listIn(rules, kind).filter((rule) => own(rule, 'enabled') === true);

/** Nothing to be done, in the words of today and of before 2023. */
const isQuiet = (rule: unknown): boolean =>
  listIn(rule, 'actions').every((action) => action === 'dont_notify');

const isOnlyOf = (rule: unknown, roomId: string): boolean => {
  const [condition, ...others] = listIn(rule, 'conditions');
  return (
    others.length === 0 &&
    ownText(condition, 'kind') === 'event_match' &&
    ownText(condition, 'key') === 'room_id' &&
    ownText(condition, 'pattern') === roomId
  );
};

const mutesOf = (rules: unknown, roomId: string): readonly unknown[] =>
  rulesOf(rules, 'override').filter((rule) => isQuiet(rule) && isOnlyOf(rule, roomId));

/** True when nothing of a room is notified, not even mentions. */
export const isMutedBy = (rules: unknown, roomId: string): boolean => mutesOf(rules, roomId).length > 0;

const roomRule = (rules: unknown, roomId: string): unknown =>
  rulesOf(rules, 'room').find((rule) => ownText(rule, 'rule_id') === roomId);

/** True when of a room only what means the person is notified: by its own rule, else by that for all rooms of its kind. */
export function notifiesMentionsOnly(rules: unknown, room: unknown): boolean {
  const ofRoom = roomRule(rules, ownText(room, 'id'));
  if (ofRoom !== undefined) return isQuiet(ofRoom);
  const isEncrypted = own(room, 'isEncrypted') === true;
  const isOfTwo = own(room, 'people') === 2;
  const ids = isEncrypted ? ['.m.rule.encrypted'] : ['.m.rule.message'];
  if (isOfTwo) ids.push(isEncrypted ? '.m.rule.encrypted_room_one_to_one' : '.m.rule.room_one_to_one');
  const usual = rulesOf(rules, 'underride').find((rule) => ids.includes(ownText(rule, 'rule_id')));
  // A list that lacks them all notifies nothing else.
  return Array.isArray(own(rules, 'underride')) && (usual === undefined || isQuiet(usual));
}

/** What has to be changed so that a room is heard as much as that. A louder setting of the person's own is left alone. */
export function levelRules(rules: unknown, roomId: string, level: Level): readonly RuleChange[] {
  const mutes = mutesOf(rules, roomId);
  const quiet = roomRule(rules, roomId);
  if (level === 'none') return mutes.length > 0 ? [] : [muteRule(roomId)];
  const unmuted = mutes.map((rule): RuleChange => ({ kind: 'override', id: ownText(rule, 'rule_id') }));
  const isQuieted = quiet !== undefined && isQuiet(quiet);
  if (level === 'mentions')
    return isQuieted
      ? unmuted
      : [...unmuted, { kind: 'room', id: roomId, body: { actions: ['dont_notify'] } }];
  return isQuieted ? [...unmuted, { kind: 'room', id: roomId }] : unmuted;
}

const muteRule = (roomId: string): RuleChange => ({
  kind: 'override',
  id: roomId,
  body: {
    conditions: [{ kind: 'event_match', key: 'room_id', pattern: roomId }],
    actions: ['dont_notify'],
  },
});

/** The words a person wants to be told of. */
export const ownWords = (rules: unknown): readonly string[] =>
  rulesOf(rules, 'content').map((rule) => ownText(rule, 'pattern'));

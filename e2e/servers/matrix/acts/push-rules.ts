import { found, MatrixRefusal } from '../errors.js';
import type { PushRule, PushRuleKind, PushRules, World } from '../model.js';
import { setAccountData, userOf } from './account.js';

export const pushRuleKinds: readonly PushRuleKind[] = ['override', 'content', 'room', 'sender', 'underride'];

/** Writes a rule of a person's own, in place or as the first of its kind. */
export function putRule(
  world: World,
  userId: string,
  kind: PushRuleKind,
  id: string,
  given: Pick<PushRule, 'actions'> & Partial<PushRule>,
): void {
  if (id.startsWith('.')) throw new MatrixRefusal(400, 'M_INVALID_PARAM', 'That id is the server’s');
  const rules = userOf(world, userId).pushRules;
  const { actions, conditions, pattern } = given;
  const rule: PushRule = {
    rule_id: id,
    default: false,
    enabled: true,
    // Newer servers forget what says the same as nothing.
    actions: actions.filter((action) => action !== 'dont_notify'),
    ...(kind === 'override' || kind === 'underride' ? { conditions: conditions ?? [] } : {}),
    ...(pattern === undefined ? {} : { pattern }),
  };
  const known = rules[kind].findIndex((one) => one.rule_id === id);
  // The master rule stands before all.
  const first = kind === 'override' ? 1 : 0;
  setRules(world, userId, {
    ...rules,
    [kind]: known === -1 ? rules[kind].toSpliced(first, 0, rule) : rules[kind].toSpliced(known, 1, rule),
  });
}

/** @throws when there is no such rule, or it is the server's. */
export function deleteRule(world: World, userId: string, kind: PushRuleKind, id: string): void {
  const rules = userOf(world, userId).pushRules;
  const rule = ruleOf(rules, kind, id);
  if (rule.default) throw new MatrixRefusal(400, 'M_INVALID_PARAM', 'That rule is the server’s');
  setRules(world, userId, { ...rules, [kind]: rules[kind].filter((one) => one !== rule) });
}

/** Turns a rule on or off, or sets what it does. */
export function changeRule(
  world: World,
  userId: string,
  kind: PushRuleKind,
  id: string,
  change: Partial<Pick<PushRule, 'enabled' | 'actions'>>,
): void {
  const rules = userOf(world, userId).pushRules;
  const rule = ruleOf(rules, kind, id);
  setRules(world, userId, {
    ...rules,
    [kind]: rules[kind].toSpliced(rules[kind].indexOf(rule), 1, { ...rule, ...change }),
  });
}

export const ruleOf = (rules: PushRules, kind: PushRuleKind, id: string): PushRule =>
  found(
    rules[kind].find(({ rule_id: one }) => one === id),
    'Push rule',
  );

/** How much of a room a person wants to hear, as Element sets and reads it. */
export type RoomLevel = 'all' | 'mentions' | 'none';

/** Sets it by the two rules that mean it. */
export function setRoomLevel(world: World, userId: string, roomId: string, level: RoomLevel): void {
  const { override, room } = userOf(world, userId).pushRules;
  if (override.some(({ rule_id: id }) => id === roomId)) deleteRule(world, userId, 'override', roomId);
  if (room.some(({ rule_id: id }) => id === roomId)) deleteRule(world, userId, 'room', roomId);
  const conditions = [{ kind: 'event_match', key: 'room_id', pattern: roomId }];
  if (level === 'none') putRule(world, userId, 'override', roomId, { conditions, actions: [] });
  if (level === 'mentions') putRule(world, userId, 'room', roomId, { actions: [] });
}

/** How much of a room of so many people is heard: by its own rules, else by those for all of its kind. */
export function roomLevelOf(rules: PushRules, roomId: string, people: number): RoomLevel {
  const { override, room, underride } = rules;
  const isQuiet = ({ enabled, actions }: PushRule): boolean => enabled && actions.length === 0;
  if (override.some((rule) => isQuiet(rule) && isOnlyOf(rule, roomId))) return 'none';
  const own = room.find(({ rule_id: id, enabled }) => enabled && id === roomId);
  const usual = people === 2 ? '.m.rule.room_one_to_one' : '.m.rule.message';
  const rule = own ?? underride.find(({ rule_id: id }) => id === usual);
  return rule === undefined || isQuiet(rule) ? 'mentions' : 'all';
}

function isOnlyOf({ conditions = [] }: PushRule, roomId: string): boolean {
  const [one, ...others] = conditions;
  return others.length === 0 && one?.key === 'room_id' && one.pattern === roomId;
}

function setRules(world: World, userId: string, pushRules: PushRules): void {
  userOf(world, userId).pushRules = pushRules;
  setAccountData(world, userId, 'm.push_rules', { global: pushRules });
}

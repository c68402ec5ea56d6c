import type {
  PushAction,
  PushCondition,
  PushRule,
  PushRules,
  RoomEvent,
  RoomRecord,
  UserRecord,
} from '../model.js';
import { contentOf, membersOf } from './room-state.js';

/** Rules that look at texts; they rest where the message itself says whom it means. */
const OLD_RULES: ReadonlySet<string> = new Set([
  '.m.rule.contains_display_name',
  '.m.rule.roomnotif',
  '.m.rule.contains_user_name',
]);

/** What is to be done for a person when that event comes; nothing where no rule fits. */
export function judge(user: UserRecord, room: RoomRecord, event: RoomEvent): readonly PushAction[] {
  const rules = inOrder(user.pushRules, room.roomId, event.sender);
  const saysWhom = 'm.mentions' in event.content;
  const fits = (condition: PushCondition): boolean => isMet(condition, user, room, event);
  const one = rules.find(
    ({ enabled, rule_id: id, conditions = [] }) =>
      enabled && !(saysWhom && OLD_RULES.has(id)) && conditions.every((condition) => fits(condition)),
  );
  return one?.actions ?? [];
}

/** Override, content, room, sender, underride; the shorthand kinds with the condition they stand for. */
function inOrder(rules: PushRules, roomId: string, sender: string): readonly PushRule[] {
  const content = rules.content.map((rule) => ({
    ...rule,
    conditions: [{ kind: 'event_match', key: 'content.body', pattern: rule.pattern ?? '' }],
  }));
  return [
    ...rules.override,
    ...content,
    ...rules.room.filter(({ rule_id: id }) => id === roomId),
    ...rules.sender.filter(({ rule_id: id }) => id === sender),
    ...rules.underride,
  ];
}

function isMet(condition: PushCondition, user: UserRecord, room: RoomRecord, event: RoomEvent): boolean {
  const value = (): unknown => valueAt({ ...event, room_id: room.roomId }, condition.key ?? '');
  const { body = '' } = event.content as { readonly body?: string };
  switch (condition.kind) {
    case 'event_match':
      return hasPattern(value(), condition.pattern ?? '', condition.key === 'content.body');
    case 'event_property_is':
      return value() === condition.value;
    case 'event_property_contains': {
      const list = value();
      return Array.isArray(list) && list.includes(condition.value);
    }
    case 'contains_display_name':
      return user.displayName !== '' && hasPattern(body, user.displayName, true);
    case 'room_member_count':
      return meetsCount(membersOf(room, 'join').length, condition.is ?? '');
    case 'sender_notification_permission':
      return powerOf(room, event.sender) >= roomMentionPower(room);
    default:
      return false;
  }
}

/** A dot goes a step down, unless a backslash stands before it. */
function valueAt(event: unknown, key: string): unknown {
  const steps = key.split(/(?<!\\)\./).map((step) => step.replaceAll('\\.', '.'));
  return steps.reduce<unknown>(
    (at, step) =>
      typeof at === 'object' && at !== null && Object.hasOwn(at, step) ? Reflect.get(at, step) : undefined,
    event,
  );
}

/** Of a body any words, of anything else the whole; `*` and `?` stand for anything. */
function hasPattern(value: unknown, pattern: string, isInside: boolean): boolean {
  if (typeof value !== 'string') return false;
  const glob = pattern
    .replaceAll(/[.+^${}()|[\]\\]/g, String.raw`\$&`)
    .replaceAll('*', '.*')
    .replaceAll('?', '.');
  return new RegExp(isInside ? String.raw`(^|\W)${glob}(\W|$)` : `^${glob}$`, 'i').test(value);
}

function meetsCount(count: number, is: string): boolean {
  const [, sign = '', number = ''] = /^(==|<=|>=|<|>)?(\d+)$/.exec(is) ?? [];
  const wanted = Number(number);
  if (number === '') return false;
  if (sign === '<') return count < wanted;
  if (sign === '>') return count > wanted;
  if (sign === '<=') return count <= wanted;
  return sign === '>=' ? count >= wanted : count === wanted;
}

function powerOf(room: RoomRecord, userId: string): number {
  const { users = {}, users_default: usual = 0 } = contentOf(room, 'm.room.power_levels') as {
    readonly users?: Readonly<Record<string, number>>;
    readonly users_default?: number;
  };
  return users[userId] ?? usual;
}

function roomMentionPower(room: RoomRecord): number {
  const { notifications } = contentOf(room, 'm.room.power_levels') as {
    readonly notifications?: { readonly room?: number };
  };
  return notifications?.room ?? 50;
}

import type { PushAction, PushCondition, PushRule, PushRules } from '../model.js';

const NOTIFY = 'notify';
const HIGHLIGHT = { set_tweak: 'highlight' } as const;
const QUIET = { set_tweak: 'highlight', value: false } as const;
const SOUND = { set_tweak: 'sound', value: 'default' } as const;

const rule = (
  rule_id: string,
  conditions: readonly PushCondition[],
  actions: readonly PushAction[],
  enabled = true,
): PushRule => ({ rule_id, default: true, enabled, conditions, actions });
const is = (key: string, pattern: string): PushCondition => ({ kind: 'event_match', key, pattern });
const twoPeople: PushCondition = { kind: 'room_member_count', is: '2' };
const mayMentionRoom: PushCondition = { kind: 'sender_notification_permission', key: 'room' };

/** The rules everybody starts with, in the order of the specification (v1.11 and later, polls left out). */
export function defaultRules(userId: string): PushRules {
  return {
    override: [
      rule('.m.rule.master', [], [], false),
      rule('.m.rule.suppress_notices', [is('content.msgtype', 'm.notice')], []),
      rule(
        '.m.rule.invite_for_me',
        [is('type', 'm.room.member'), is('content.membership', 'invite'), is('state_key', userId)],
        [NOTIFY, SOUND, QUIET],
      ),
      rule('.m.rule.member_event', [is('type', 'm.room.member')], []),
      rule(
        '.m.rule.is_user_mention',
        [{ kind: 'event_property_contains', key: 'content.m\\.mentions.user_ids', value: userId }],
        [NOTIFY, HIGHLIGHT, SOUND],
      ),
      rule('.m.rule.contains_display_name', [{ kind: 'contains_display_name' }], [NOTIFY, HIGHLIGHT, SOUND]),
      rule(
        '.m.rule.is_room_mention',
        [{ kind: 'event_property_is', key: 'content.m\\.mentions.room', value: true }, mayMentionRoom],
        [NOTIFY, HIGHLIGHT],
      ),
      rule('.m.rule.roomnotif', [is('content.body', '@room'), mayMentionRoom], [NOTIFY, HIGHLIGHT]),
      rule('.m.rule.tombstone', [is('type', 'm.room.tombstone'), is('state_key', '')], [NOTIFY, HIGHLIGHT]),
      rule('.m.rule.reaction', [is('type', 'm.reaction')], []),
      rule('.m.rule.room.server_acl', [is('type', 'm.room.server_acl'), is('state_key', '')], []),
      rule(
        '.m.rule.suppress_edits',
        [{ kind: 'event_property_is', key: 'content.m\\.relates_to.rel_type', value: 'm.replace' }],
        [],
      ),
    ],
    content: [
      {
        rule_id: '.m.rule.contains_user_name',
        default: true,
        enabled: true,
        pattern: userId.slice(1, userId.indexOf(':')),
        actions: [NOTIFY, HIGHLIGHT, SOUND],
      },
    ],
    room: [],
    sender: [],
    underride: [
      rule(
        '.m.rule.call',
        [is('type', 'm.call.invite')],
        [NOTIFY, { set_tweak: 'sound', value: 'ring' }, QUIET],
      ),
      rule(
        '.m.rule.encrypted_room_one_to_one',
        [twoPeople, is('type', 'm.room.encrypted')],
        [NOTIFY, SOUND, QUIET],
      ),
      rule('.m.rule.room_one_to_one', [twoPeople, is('type', 'm.room.message')], [NOTIFY, SOUND, QUIET]),
      rule('.m.rule.message', [is('type', 'm.room.message')], [NOTIFY, QUIET]),
      rule('.m.rule.encrypted', [is('type', 'm.room.encrypted')], [NOTIFY, QUIET]),
    ],
  };
}

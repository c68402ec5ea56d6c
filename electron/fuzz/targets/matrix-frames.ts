/** What homeservers answer. */

const event = (type: string, content: object, more: object = {}): object => ({
  type,
  event_id: `$${type}`,
  sender: '@bob:x',
  origin_server_ts: 1_795_655_000_000,
  content,
  ...more,
});
const timeline = [
  event('m.room.message', {
    body: 'alice: secret lunch',
    msgtype: 'm.text',
    'm.mentions': { user_ids: ['@alice:x'] },
  }),
  event('m.room.encrypted', { algorithm: 'm.megolm.v1.aes-sha2' }),
  event('m.room.message', {
    body: '* secret',
    'm.new_content': { body: 'secret' },
    'm.relates_to': { rel_type: 'm.replace', event_id: '$1' },
  }),
  event('m.room.redaction', {}, { redacts: '$1' }),
  event('m.reaction', { 'm.relates_to': { rel_type: 'm.annotation', event_id: '$1', key: '👍' } }),
];
const roomState = [
  event('m.room.name', { name: 'secret' }, { state_key: '' }),
  event('m.room.member', { membership: 'join', displayname: 'Bob' }, { state_key: '@bob:x' }),
  event('m.room.join_rules', { join_rule: 'public' }, { state_key: '' }),
  event('m.room.power_levels', { notifications: { room: 50 }, users: { '@bob:x': 100 } }, { state_key: '' }),
];
const receipts = event('m.receipt', { $1: { 'm.read': { '@alice:x': { ts: 5, thread_id: 'main' } } } });
export const matrix: object = {
  next_batch: 's2',
  account_data: {
    events: [
      event('m.push_rules', {
        global: {
          override: [
            {
              rule_id: 'x',
              enabled: true,
              actions: ['notify'],
              conditions: [{ kind: 'event_match', key: 'content.body', pattern: 'lu*' }],
            },
          ],
        },
      }),
      event('m.direct', { '@bob:x': ['!r:x'] }),
    ],
  },
  rooms: {
    join: {
      '!r:x': {
        timeline: { events: timeline, limited: true, prev_batch: 'p1' },
        state: { events: roomState },
        ephemeral: { events: [receipts] },
        account_data: { events: [event('m.tag', { tags: { 'm.favourite': {} } })] },
        unread_notifications: { notification_count: 1, highlight_count: 1 },
        summary: { 'm.heroes': ['@bob:x'], 'm.joined_member_count': 2 },
      },
    },
    invite: { '!i:x': { invite_state: { events: roomState } } },
    leave: { '!l:x': { timeline: { events: [] } } },
  },
};
export const sliding: object = {
  pos: 'p2',
  rooms: {
    '!r:x': {
      required_state: roomState,
      timeline,
      limited: false,
      prev_batch: 'p1',
      heroes: [{ user_id: '@bob:x' }],
      joined_count: 2,
    },
    '!i:x': { invite_state: roomState },
  },
  extensions: {
    receipts: { rooms: { '!r:x': receipts } },
    account_data: { global: [], rooms: { '!r:x': [] } },
  },
};

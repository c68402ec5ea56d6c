/** A room as the probe tells of it, in which nothing is unread. */
export const roomOf = (id: string, more: object = {}): object => ({
  id: `!${id}:chat.test`,
  name: id,
  membership: 'join',
  isSpace: false,
  joinRule: 'invite',
  people: 3,
  total: 0,
  highlight: 0,
  messages: 0,
  isFavourite: false,
  isEncrypted: false,
  lastMs: 1_795_655_059_571,
  ...more,
});

/** A push rule of no conditions. */
export const rule = (id: string, actions: readonly unknown[], more: object = {}): object => ({
  rule_id: id,
  enabled: true,
  actions,
  ...more,
});

/** The rule by which Element mutes a room. */
export const mute = (id: string): object =>
  rule(`!${id}:chat.test`, ['dont_notify'], {
    conditions: [{ kind: 'event_match', key: 'room_id', pattern: `!${id}:chat.test` }],
  });

/** What the probe handed over of Element with matrix-js-sdk 43, shortened. */
export const recorded = {
  isReady: true,
  isGuest: false,
  hasSession: true,
  isSoftlyOut: false,
  server: { domain: 'chat.test', software: { name: 'Synapse', version: '1.140.0' } },
  heard: [
    {
      room: '!general:chat.test',
      name: 'General',
      event: '$first',
      sender: 'Carol',
      isThreadReply: false,
      isHighlight: true,
      rule: '.m.rule.is_room_mention',
    },
    {
      room: '!twin:chat.test',
      name: 'Leads',
      event: '$second',
      sender: 'Bob',
      isThreadReply: true,
      isHighlight: true,
      rule: '.m.rule.is_user_mention',
    },
    {
      room: '!leads:chat.test',
      name: 'Leads',
      event: '$third',
      sender: 'Bob',
      isThreadReply: false,
      isHighlight: false,
      rule: '.m.rule.message',
    },
  ],
  userId: '@alice:chat.test',
  displayName: 'Alice Adams',
  rules: {
    override: [rule('.m.rule.master', [], { enabled: false }), rule('.m.rule.member_event', [])],
    room: [],
    content: [
      rule('.m.rule.contains_user_name', ['notify'], { pattern: 'alice' }),
      rule('deploy', ['notify'], { pattern: 'deploy' }),
    ],
    underride: [rule('.m.rule.message', ['notify']), rule('.m.rule.encrypted', ['notify'])],
  },
  direct: {
    '@bob:chat.test': ['!bob:chat.test', '!three:chat.test'],
    '@carol:chat.test': ['!three:chat.test'],
  },
  rooms: [
    roomOf('general', { name: 'General', joinRule: 'public', total: 5, highlight: 1, isFavourite: true }),
    roomOf('leads', { name: 'Leads', messages: 3 }),
    roomOf('bob', { name: 'Bob', people: 2, total: 2 }),
    roomOf('three', { name: 'Bob and Carol' }),
    roomOf('garden', { name: 'Garden', isSpace: true }),
    roomOf('party', { name: 'Party', membership: 'invite', isFavourite: true }),
    roomOf('gone', { name: 'Gone', membership: 'leave', total: 3 }),
  ],
};

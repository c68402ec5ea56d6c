/** What is kept of a room's state beside its members. */
const STATE_TYPES = [
  'm.room.create',
  'm.room.name',
  'm.room.canonical_alias',
  'm.room.join_rules',
  'm.room.power_levels',
  'm.room.encryption',
  'm.room.tombstone',
] as const;

/** Of `/sync` nothing of others' presence, keys or typing; of members only those that say something. */
export const SYNC_FILTER = JSON.stringify({
  presence: { types: [] },
  room: {
    state: {
      types: [...STATE_TYPES, 'm.room.member'],
      lazy_load_members: true,
      // Else the server would not send them to the page again, which is the same device.
      include_redundant_members: true,
    },
    timeline: {
      // As many as the page counts by.
      limit: 20,
      lazy_load_members: true,
      include_redundant_members: true,
      unread_thread_notifications: true,
    },
    ephemeral: { types: ['m.receipt'] },
    account_data: { types: ['m.tag', 'm.marked_unread'] },
  },
});

/**
 * Of simplified sliding sync (MSC4186) all rooms with what changes of them, and nothing of what is sent to devices, which
 * so stays there for the page.
 */
export const SLIDING_BODY = {
  conn_id: 'foyer',
  lists: {
    all: {
      ranges: [[0, 1999]],
      timeline_limit: 10,
      required_state: [
        ...STATE_TYPES.map((type) => [type, '']),
        ['m.room.member', '$LAZY'],
        ['m.room.member', '$ME'],
      ],
    },
  },
  extensions: { account_data: { enabled: true }, receipts: { enabled: true } },
};

/** Whether a room's state of that type is kept. */
export const isKeptState = (type: string): boolean => STATE_TYPES.some((one) => one === type);

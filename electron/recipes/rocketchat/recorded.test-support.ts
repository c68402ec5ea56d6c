/** What the probe handed over of an 8.1.0 where somebody had a room of each kind. */
export const recorded = {
  isSignedIn: true,
  version: '8.1.0',
  title: 'Team chat',
  me: {
    _id: 'uidalice',
    username: 'alice',
    name: 'Alice Adams',
    unreadAlert: true,
    highlights: ['deploy', 'alice'],
  },
  settings: {
    Site_Name: 'Team chat',
    Unread_Count: 'user_and_group_mentions_only',
    UI_Use_Real_Name: false,
    UI_Allow_room_names_with_special_chars: false,
  },
  rooms: [
    room('GENERAL', {
      unread: 3,
      userMentions: 2,
      groupMentions: 1,
      alert: true,
      f: true,
      atMs: 1_795_000_000,
    }),
    room('busy', { alert: true }),
    room('private', {
      t: 'p',
      unread: 1,
      userMentions: 1,
      tunread: 2,
      tunreadUser: 1,
      disableNotifications: true,
    }),
    room('two', { t: 'd', name: 'bob', fname: 'Bob Brown', unread: 2, people: 2 }),
    room('three', { t: 'd', name: 'bob, carol', unread: 1, userMentions: 1, people: 3 }),
    room('lunch', { t: 'p', name: 'Xq3tLunch', fname: 'Lunch, where?', prid: 'GENERAL' }),
    room('guest', { t: 'l', name: 'Dana Visitor', unread: 4 }),
    room('hidden', { open: false, unread: 1 }),
    room('over', { open: true, archived: true }),
    room('voice', { t: 'v' }),
  ],
  heard: [
    { id: 'm1', rid: 'GENERAL', tmid: '', from: 'bob', mention: 'personal' },
    { id: 'm2', rid: 'private', tmid: 'm0', from: 'bob', mention: 'none' },
    { id: 'm3', rid: 'sealed', tmid: '', from: 'bob' },
  ],
};

export function room(rid: string, more: object = {}): object {
  const counts = {
    unread: 0,
    userMentions: 0,
    groupMentions: 0,
    tunread: 0,
    tunreadUser: 0,
    tunreadGroup: 0,
  };
  return { _id: `of-${rid}`, rid, t: 'c', name: rid, open: true, alert: false, ...counts, ...more };
}

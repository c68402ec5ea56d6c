export const never = '<notify xmlns="urn:xmpp:notification-settings:1"><never/></notify>';
export const pinned = '<pinned xmlns="urn:xmpp:bookmarks-pinning:0"/>';

/** What the probe handed over of Converse 14.0.0. */
export const recorded = {
  phase: 'in',
  version: 'v14.0.0',
  jid: 'alice@chat.test',
  notifiesAll: false,
  boxes: [
    { jid: 'controlbox', type: 'controlbox' },
    {
      jid: 'general@rooms.chat.test',
      type: 'chatroom',
      nick: 'alice',
      isClosed: false,
      name: 'General',
      unread: 1,
      unreadInAll: 5,
      hasActivity: false,
      time: '2026-11-25T21:00:00.000Z',
      isOpen: true,
      isPublic: true,
      isMembersOnly: false,
      hasPassword: false,
      isHidden: false,
      extensions: [pinned],
    },
    {
      jid: 'busy@rooms.chat.test',
      type: 'chatroom',
      nick: 'Alice',
      name: 'busy@rooms.chat.test',
      unread: 2,
      unreadInAll: 40,
      isMembersOnly: true,
      isOpen: false,
      extensions: [never],
    },
    { jid: 'far@rooms.chat.test', type: 'chatroom', name: '', unread: 0, hasActivity: true, extensions: [] },
    { jid: 'bob@chat.test', type: 'chatbox', name: 'Bob Brown', unread: 2, time: 'never' },
    { jid: 'chat.test', type: 'headline', name: 'chat.test', unread: 0 },
    { jid: 'left@rooms.chat.test', type: 'chatroom', name: 'left', isClosed: true },
  ],
  notice: {
    jid: 'general@rooms.chat.test',
    sender: 'carol',
    messageId: 'm1',
    isForPerson: true,
  },
};

/** The keys of the inbox, and what they do. */
export const inboxKeys = [
  ['E', 'inbox.keys.read'],
  ['Shift+E', 'inbox.keys.readAll'],
  ['U', 'inbox.keys.unread'],
  ['ArrowDown ArrowUp', 'inbox.keys.entries'],
  ['J K', 'inbox.keys.conversations'],
  ['ArrowLeft ArrowRight', 'inbox.keys.fold'],
  ['Enter', 'inbox.keys.open'],
  ['W', 'inbox.keys.why'],
  ['M', 'inbox.keys.mute'],
  ['N', 'inbox.keys.newer'],
  ['/', 'inbox.keys.search'],
] as const;

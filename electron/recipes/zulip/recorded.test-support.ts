import type { RawZulip } from './raw';

/** What the probe handed over of a Zulip 11.4. */
export const recorded: RawZulip = {
  isSignedIn: true,
  realmName: 'Team chat',
  version: '11.4',
  featureLevel: 421,
  userId: 8,
  fullName: 'Alice Adams',
  alertWords: ['deploy'],
  settings: {
    enable_stream_desktop_notifications: false,
    enable_followed_topic_desktop_notifications: true,
  },
  streams: [
    { stream_id: 3, name: 'general', invite_only: false, is_muted: false, pin_to_top: true, atMs: 1000 },
    { stream_id: 5, name: 'secret', invite_only: true, is_muted: true, desktop_notifications: true },
    { stream_id: 6, name: 'general > old', invite_only: false, is_muted: false },
  ],
  topics: [
    { streamId: 3, topic: 'Releases', policy: 3 },
    { streamId: 5, topic: 'noise', policy: 1 },
    { streamId: 5, topic: '', policy: 2 },
    { streamId: 99, topic: 'of a stream that was left', policy: 1 },
  ],
  conversations: [
    { ids: '9', names: ['Bob Brown'], isBot: false, atMs: 2000 },
    { ids: '9,10', names: ['Bob Brown', 'Carol Clark'], isBot: false, atMs: undefined },
    { ids: '1', names: ['Notification Bot'], isBot: true, atMs: undefined },
    { ids: '11', names: [''], isBot: false, atMs: undefined },
  ],
  unread: [
    { streamId: 3, topic: 'lunch', count: 3, direct: 1, wild: 1 },
    { streamId: 3, topic: 'releases', count: 2, direct: 0, wild: 1 },
    { streamId: 5, topic: 'lunch', count: 4, direct: 1, wild: 2 },
    { streamId: 5, topic: 'noise', count: 5, direct: 0, wild: 1 },
    { streamId: 99, topic: 'x', count: 1, direct: 1, wild: 0 },
    { ids: '9', count: 2, direct: 0, wild: 0 },
    { ids: '9,10', count: 1, direct: 1, wild: 0 },
  ],
  recent: {
    60: { streamId: 3, topic: 'lunch', sender: 'Bob Brown', mention: 'personal' },
    61: { streamId: 3, topic: 'releases', sender: 'Bob Brown', mention: 'none' },
    62: { ids: '9,10', sender: 'Carol Clark', mention: 'none' },
  },
};

export const id = (name: string): string => name.padEnd(26, 'x');
export const me = id('alice');
export const channel = (name: string, changes: object = {}) => ({
  id: id(name),
  team_id: id('eng'),
  type: 'O',
  display_name: name,
  name,
  delete_at: 0,
  last_post_at: 1_795_654_662_000,
  total_msg_count: 10,
  total_msg_count_root: 6,
  ...changes,
});
export const member = (name: string, changes: object = {}) => [
  id(name),
  {
    msg_count: 10,
    msg_count_root: 6,
    mention_count: 0,
    mention_count_root: 0,
    notify_props: { desktop: 'default', mark_unread: 'all' },
    ...changes,
  },
];

/** What the probe handed over of a server of version 11.9, with what is not needed here left out. */
export const recorded = {
  me: {
    id: me,
    username: 'alice',
    first_name: 'Alice',
    notify_props: { desktop: 'mention', first_name: 'true', mention_keys: 'on call,@alice' },
  },
  config: { SiteName: 'Riverside', Version: '11.9.0', CollapsedThreads: 'default_on' },
  teams: [
    { id: id('eng'), name: 'engineering', display_name: 'Engineering' },
    { id: id('gar'), name: 'garden', display_name: 'Garden Club' },
  ],
  preferences: [
    { category: 'favorite_channel', name: id('Builds'), value: 'true' },
    { category: 'direct_channel_show', name: id('carol'), value: 'false' },
    { category: 'display_settings', name: 'name_format', value: 'full_name' },
  ],
  threads: [{ channelId: id('Builds'), unread_replies: 2, unread_mentions: 1 }],
  isCollapsing: true,
  channels: [
    channel('Builds'),
    channel('Leads', { type: 'P' }),
    channel('Old', { delete_at: 5 }),
    channel('Town', { display_name: 'Town Square' }),
    channel('Town2', { display_name: 'Town Square', team_id: id('gar') }),
    channel('direct', { type: 'D', team_id: '', display_name: '', name: `${me}__${id('bob')}` }),
    channel('closed', { type: 'D', team_id: '', display_name: '', name: `${id('carol')}__${me}` }),
    channel('few', { type: 'G', team_id: '', display_name: 'alice, bob, carol' }),
    channel('board', { type: 'BO' }),
  ],
  members: [
    member('Builds', { msg_count: 3, msg_count_root: 2, mention_count: 5, mention_count_root: 1 }),
    member('Leads', { notify_props: { desktop: 'all', mark_unread: 'mention' }, mention_count_root: 2 }),
    member('Town', { notify_props: { desktop: 'none', mark_unread: 'all' } }),
    member('direct', { msg_count_root: 4, mention_count_root: 1 }),
    member('closed'),
    member('few', { msg_count_root: 5 }),
  ],
  people: [
    [id('bob'), { username: 'bob', first_name: 'Bob', last_name: 'Brown', nickname: 'Bobby' }],
    [id('carol'), { username: 'carol', first_name: '', last_name: '', nickname: '' }],
  ],
};
export const toRaw = (changes: object = {}, beside: object = {}) => ({
  isSignedIn: true,
  known: JSON.stringify({ ...recorded, ...changes }),
  ...beside,
});

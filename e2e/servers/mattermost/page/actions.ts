import type { Client4 } from '@mattermost/client';
import type { ServerChannel } from '@mattermost/types/channels';
import type { PageHistory } from './history.js';
import { isMuted, loadThreads, otherOf, type Store } from './store.js';

/** What the parts of the page have at hand. */
export interface Page {
  readonly store: Store;
  readonly rest: Client4;
  readonly history: PageHistory;
  /** Draws what has changed and tells the desktop what is unread. */
  readonly changed: () => void;
}

/** Shows a channel and marks it read. */
export async function openChannel(page: Page, channel: ServerChannel): Promise<void> {
  const { store, rest } = page;
  Object.assign(store, { channelId: channel.id, isInThreads: false, threadId: '', posts: [] });
  if (channel.team_id !== '') store.teamId = channel.team_id;
  page.history.replace(pathOf(store, channel));
  markReadHere(store, channel.id);
  page.changed();
  await Promise.all([loadPosts(page), rest.viewMyChannel(channel.id)]);
  page.changed();
}

/** Asks for what was said in the channel on screen; what was heard meanwhile stays. */
export async function loadPosts({ store, rest }: Page): Promise<void> {
  const { channelId } = store;
  if (channelId === '') return;
  const { posts, order } = await rest.getPosts(channelId, 0, 60, true, store.isCollapsing);
  if (store.channelId !== channelId) return;
  const asked = order.flatMap((id) => posts[id] ?? []).toReversed();
  const last = asked.at(-1)?.create_at ?? 0;
  store.posts = [...asked, ...store.posts.filter((post) => post.create_at > last)];
}

/** Shows a thread beside its channel and marks it read. */
export async function openThread({ store, rest, changed }: Page, rootId: string): Promise<void> {
  store.threadId = rootId;
  await readThread({ store, rest }, rootId);
  changed();
}

/** Tells the server that the thread is read. */
export async function readThread(
  { store, rest }: Pick<Page, 'store' | 'rest'>,
  rootId: string,
): Promise<void> {
  await rest.updateThreadReadForUser('me', store.teamId, rootId, Date.now() + 1000);
  await loadThreads(store, rest);
}

/** Marks a channel read as far as this page knows. */
export function markReadHere(store: Store, channelId: string): void {
  const channel = store.channels.get(channelId);
  const member = store.members.get(channelId);
  if (channel === undefined || member === undefined) return;
  store.members.set(channelId, {
    ...member,
    msg_count: channel.total_msg_count,
    msg_count_root: channel.total_msg_count_root,
    mention_count: 0,
    mention_count_root: 0,
  });
}

/** Mutes or unmutes the channel on screen. */
export async function toggleMute({ store, rest }: Page): Promise<void> {
  const level = isMuted(store.members.get(store.channelId)) ? 'all' : 'mention';
  await rest.updateChannelNotifyProps({
    channel_id: store.channelId,
    user_id: store.me?.id ?? '',
    mark_unread: level,
  });
}

/** Says something in the channel on screen, or in the thread beside it. */
export async function say({ store, rest }: Page, message: string, rootId = ''): Promise<void> {
  await rest.createPost({ channel_id: store.channelId, message, root_id: rootId });
}

/** The path by which the vendor's page knows a channel. */
export function pathOf(store: Store, channel: ServerChannel): string {
  const team = (store.teams.get(channel.team_id) ?? store.teams.get(store.teamId))?.name ?? '';
  if (channel.type === 'D') return `/${team}/messages/@${otherOf(store, channel)?.username ?? ''}`;
  return channel.type === 'G' ? `/${team}/messages/${channel.name}` : `/${team}/channels/${channel.name}`;
}

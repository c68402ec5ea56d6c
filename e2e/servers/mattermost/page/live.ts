import { type BaseWebSocketMessage, WebSocketClient } from '@mattermost/client';
import type { ChannelMembership, ServerChannel } from '@mattermost/types/channels';
import type { Post } from '@mattermost/types/posts';
import { loadPosts, markReadHere, type Page, readThread } from './actions.js';
import { base } from './base.js';
import { notifyOf, type PostedData } from './notify.js';
import { openDefault } from './routing.js';
import { loadAll, loadChannel, loadThreads } from './store.js';

type Data = Readonly<Record<string, unknown>>;
type Handler = (page: Page, data: Data, channelId: string) => Promise<void> | void;

/** Connects the vendor's own socket client and follows what it hears; at each new stream everything is asked for anew. */
export function startLive(page: Page, reconnectMs: number): WebSocketClient {
  const socket = new WebSocketClient({
    minWebSocketRetryTime: reconnectMs,
    reconnectJitterRange: reconnectMs / 2,
  });
  let following = Promise.resolve();
  const follow = (doIt: () => Promise<void> | void) => {
    following = following.then(doIt).then(page.changed, page.changed);
  };
  socket.addMessageListener((message) => {
    const { event, data, broadcast } = message as BaseWebSocketMessage<string, Data>;
    follow(() => handlers[event]?.(page, data, broadcast.channel_id));
  });
  // Without a listener for this the client keeps no place in its stream; the hello of the new one is heard anyway.
  socket.addMissedMessageListener(() => undefined);
  socket.initialize(`${location.origin.replace(/^http/, 'ws')}${base}/api/v4/websocket`);
  return socket;
}

const handlers: Readonly<Record<string, Handler>> = {
  hello: async (page) => {
    await loadAll(page.store, page.rest);
    await loadPosts(page);
  },
  posted: hearPost,
  post_edited: ({ store }, { post }) => {
    const edited = JSON.parse(text(post)) as Post;
    store.posts = store.posts.map((one) => (one.id === edited.id ? edited : one));
  },
  post_deleted: ({ store }, { post }) => {
    const { id } = JSON.parse(text(post)) as Post;
    store.posts = store.posts.filter((one) => one.id !== id);
  },
  multiple_channels_viewed: ({ store }, { channel_times: times }) => {
    for (const id of Object.keys(times as Data)) markReadHere(store, id);
  },
  channel_viewed: ({ store }, { channel_id: id }) => markReadHere(store, text(id)),
  channel_member_updated: ({ store }, { channelMember }) => {
    const member = JSON.parse(text(channelMember)) as ChannelMembership;
    if (member.user_id === store.me?.id) store.members.set(member.channel_id, member);
  },
  post_unread: ({ store }, data, channelId) => {
    const member = store.members.get(channelId);
    if (member !== undefined) store.members.set(channelId, { ...member, ...data });
  },
  channel_updated: ({ store }, { channel }) => {
    const updated = JSON.parse(text(channel)) as ServerChannel;
    if (store.channels.has(updated.id)) store.channels.set(updated.id, updated);
  },
  channel_deleted: (page, { channel_id: id }) => forget(page, text(id)),
  user_removed: (page, { channel_id: id }) => (id === undefined ? undefined : forget(page, text(id))),
  user_added: ({ store, rest }, { user_id: userId }, channelId) =>
    userId === store.me?.id ? loadChannel(store, rest, channelId) : undefined,
  channel_created: ({ store, rest }, { channel_id: id }) => loadChannel(store, rest, text(id)),
  channel_restored: ({ store, rest }, { channel_id: id }) => loadChannel(store, rest, text(id)),
  direct_added: ({ store, rest }, _data, channelId) => loadChannel(store, rest, channelId),
  group_added: ({ store, rest }, _data, channelId) => loadChannel(store, rest, channelId),
  thread_updated: ({ store, rest }) => loadThreads(store, rest),
  thread_read_changed: ({ store, rest }) => loadThreads(store, rest),
  thread_follow_changed: ({ store, rest }) => loadThreads(store, rest),
  preferences_changed: ({ store, rest }) => loadAll(store, rest),
  status_change: ({ store }, { user_id: userId, status }) => {
    if (userId === store.me?.id) store.status = text(status);
  },
};

async function hearPost(page: Page, data: Data): Promise<void> {
  const { store, rest } = page;
  const post = JSON.parse(text(data['post'])) as Post;
  const isKnown = store.channels.has(post.channel_id);
  if (isKnown) count(page, post, text(data['mentions']));
  else await loadChannel(store, rest, post.channel_id);
  void notifyOf(store, post, data as unknown as PostedData, page.history.push);
  const isReply = store.isCollapsing && post.root_id !== '';
  const isHere = post.channel_id === store.channelId && store.isFocused;
  if (post.channel_id === store.channelId && !isReply) store.posts = [...store.posts, post];
  if (isReply) {
    if (store.threadId === post.root_id && store.isFocused) await readThread(page, post.root_id);
    return;
  }
  const isOwn = post.user_id === store.me?.id && post.type === '';
  if (isHere || isOwn) markReadHere(store, post.channel_id);
  if (isHere && !isOwn) await rest.viewMyChannel(post.channel_id);
}

function count({ store }: Page, post: Post, mentions: string): void {
  const channel = store.channels.get(post.channel_id);
  const member = store.members.get(post.channel_id);
  if (channel === undefined || member === undefined || /^system_(join|leave|add|remove)/.test(post.type))
    return;
  if (post.create_at <= channel.last_post_at) return; // what was asked for meanwhile has it counted
  const root = post.root_id === '' ? 1 : 0;
  const mentioned = mentions.includes(store.me?.id ?? ' ') ? 1 : 0;
  store.channels.set(channel.id, {
    ...channel,
    last_post_at: post.create_at,
    total_msg_count: channel.total_msg_count + 1,
    total_msg_count_root: channel.total_msg_count_root + root,
  });
  store.members.set(channel.id, {
    ...member,
    mention_count: member.mention_count + mentioned,
    mention_count_root: member.mention_count_root + mentioned * root,
  });
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

async function forget(page: Page, channelId: string): Promise<void> {
  page.store.channels.delete(channelId);
  page.store.members.delete(channelId);
  if (page.store.channelId === channelId) await openDefault(page);
}

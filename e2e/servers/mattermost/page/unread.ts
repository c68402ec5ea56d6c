import { base } from './base.js';
import { tellUnreads } from './desktop.js';
import { isMuted, nameOf, type Store } from './store.js';

/** Unread messages and mentions of one channel, as the list shows them. */
export function unreadOf(store: Store, channelId: string) {
  const channel = store.channels.get(channelId);
  const member = store.members.get(channelId);
  if (channel === undefined || member === undefined) return { messages: 0, mentions: 0, isShown: false };
  const messages = store.isCollapsing
    ? channel.total_msg_count_root - member.msg_count_root
    : channel.total_msg_count - member.msg_count;
  const mentions = store.isCollapsing ? member.mention_count_root : member.mention_count;
  return {
    messages: Math.max(0, messages),
    mentions,
    isShown: mentions > 0 || (!isMuted(member) && messages > 0),
  };
}

/** A number of mentions, else whether anything is unread; muted channels count for nothing but the messages that mention. */
function unreadStatus(store: Store): number | boolean {
  let mentions = 0;
  let isUnread = false;
  for (const channel of store.channels.values()) {
    if (channel.delete_at !== 0) continue;
    const unread = unreadOf(store, channel.id);
    if (!isMuted(store.members.get(channel.id))) mentions += unread.mentions;
    isUnread ||= unread.isShown && unread.messages > 0;
  }
  if (store.isCollapsing) {
    for (const [teamId, ofTeam] of store.threads) {
      const threads = teamId === store.teamId ? store.threadsHere : ofTeam;
      mentions += threads.reduce((count, thread) => count + thread.unread_mentions, 0);
      isUnread ||= threads.some((thread) => thread.unread_replies > 0);
    }
  }
  return mentions > 0 ? mentions : isUnread;
}

/** Shows what is unread: to the desktop, in the title, in the favicon. Gives what to call at each change. */
export function startUnreads(store: Store): () => void {
  let before = '';
  return () => {
    const status = unreadStatus(store);
    const mentions = typeof status === 'number' ? status : 0;
    const title = titleOf(store, mentions);
    const now = JSON.stringify([status, title]);
    if (now === before) return;
    before = now;
    document.title = title;
    showFavicon(mentions > 0 ? 'mentions' : status === false ? 'default' : 'unread');
    tellUnreads(status !== false, mentions);
  };
}

function titleOf(store: Store, mentions: number): string {
  const team = store.teams.get(store.teamId);
  const channel = store.channels.get(store.channelId);
  const prefix = mentions > 0 ? `(${mentions}) ` : ''; // no star for the rest: Chromium shows it in the favicon
  if (team !== undefined && store.isInThreads)
    return `${prefix}Threads - ${team.display_name} ${store.siteName}`;
  if (team === undefined || channel === undefined) return `${store.siteName} - Join a team`;
  return `${prefix}${nameOf(store, channel)} - ${team.display_name} ${store.siteName}`;
}

function showFavicon(state: 'default' | 'unread' | 'mentions'): void {
  for (const link of document.querySelectorAll<HTMLLinkElement>('link[rel="icon"]')) {
    const size = link.getAttribute('sizes') ?? '';
    const href = `${base}/static/images/favicon/favicon-${state}-${size}.png`;
    if (link.getAttribute('href') !== href) link.setAttribute('href', href);
  }
}

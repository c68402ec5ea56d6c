import { own, ownCount, ownText } from '../raw';
import { hasUnread } from './listener-counting';
import type { Known } from './listener-known';
import { Unanswered, type Rest } from './listener-rest';

/** Older than that nothing is told late. */
const OLDEST_MS = 7 * 86_400_000;
/** Most that is told of one channel. */
const POSTS_MAX = 200;

interface Search {
  /** Since when, by the server's clock. */
  readonly sinceMs: number;
  readonly nowMs: number;
  readonly rest: Rest;
  readonly known: Known;
  /** Hears of a message that is there and not read, those of a channel in order. */
  readonly find: (post: unknown) => void;
}

/** Finds all that was said since in channels that are not muted and have something unread. @throws {@link Unanswered} */
export async function findMissed({ known, rest, find, ...search }: Search): Promise<void> {
  const sinceMs = Math.max(search.sinceMs, search.nowMs - OLDEST_MS);
  const isChanged = (id: string): boolean => ownCount(known.channels.get(id), 'last_post_at') > sinceMs;
  const isMuted = (id: string): boolean =>
    ownText(own(known.members.get(id), 'notify_props'), 'mark_unread') === 'mention';
  for (const id of [...known.channels.keys()]) {
    if (!isChanged(id) || isMuted(id) || !hasUnread(known, id)) continue;
    for (const post of postsOf(await askPosts(id, sinceMs, rest), sinceMs))
      if (!isRead(post, known)) find(post);
  }
}

async function askPosts(id: string, sinceMs: number, rest: Rest): Promise<unknown> {
  try {
    return await rest(`/channels/${id}/posts?since=${sinceMs}`);
  } catch (error) {
    // Where the person is no longer, there is nothing to tell them.
    if (error instanceof Unanswered && error.kind === 'refused') return undefined;
    throw error;
  }
}

/** What was said since, in order; what was only changed since is in the answer too. */
function postsOf(said: unknown, sinceMs: number): readonly unknown[] {
  const posts = own(said, 'posts');
  const all: readonly unknown[] = typeof posts === 'object' && posts !== null ? Object.values(posts) : [];
  const later = all.filter((one) => ownCount(one, 'create_at') > sinceMs && ownCount(one, 'delete_at') === 0);
  return later
    .toSorted((one, other) => ownCount(one, 'create_at') - ownCount(other, 'create_at'))
    .slice(-POSTS_MAX);
}

/** With collapsed threads a thread is read by itself. */
function isRead(post: unknown, known: Known): boolean {
  const root = ownText(post, 'root_id');
  const isReply = root !== '' && known.isCollapsing;
  const place = isReply ? known.threads.get(root) : known.members.get(ownText(post, 'channel_id'));
  return place === undefined || ownCount(post, 'create_at') <= ownCount(place, 'last_viewed_at');
}

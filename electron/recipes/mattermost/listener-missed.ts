import { saidAfter } from '../listening-memory';
import { own, ownCount, ownText } from '../raw';
import { hasUnread } from './listener-counting';
import type { Known } from './listener-known';
import { Unanswered, type Rest } from './listener-rest';

interface Search {
  /** Since when, by the server's clock. */
  readonly sinceMs: number;
  readonly rest: Rest;
  readonly known: Known;
  /** Hears of a message that is there and not read, those of a channel in order. */
  readonly find: (post: unknown) => void;
}

/** Finds all that was said since in channels that are not muted and have something unread. @throws {@link Unanswered} */
export async function findMissed({ sinceMs, rest, known, find }: Search): Promise<void> {
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

function postsOf(said: unknown, sinceMs: number): readonly unknown[] {
  const posts = own(said, 'posts');
  const all: readonly unknown[] = typeof posts === 'object' && posts !== null ? Object.values(posts) : [];
  const there = all.filter((one) => ownCount(one, 'delete_at') === 0);
  return saidAfter(sinceMs, there, (one) => ownCount(one, 'create_at'));
}

/** With collapsed threads a thread is read by itself. */
function isRead(post: unknown, known: Known): boolean {
  const root = ownText(post, 'root_id');
  const isReply = root !== '' && known.isCollapsing;
  const place = isReply ? known.threads.get(root) : known.members.get(ownText(post, 'channel_id'));
  return place === undefined || ownCount(post, 'create_at') <= ownCount(place, 'last_viewed_at');
}

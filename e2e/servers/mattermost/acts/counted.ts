import type { Post, PostType } from '@mattermost/types/posts';

const UNCOUNTED: ReadonlySet<PostType> = new Set<PostType>([
  'system_join_channel',
  'system_leave_channel',
  'system_add_to_channel',
  'system_remove_from_channel',
  'system_join_leave',
  'system_add_remove',
]);

/** Whether a post adds to what is unread: all do but the news of who came and went. */
export function isCounted(post: Post): boolean {
  return !UNCOUNTED.has(post.type);
}

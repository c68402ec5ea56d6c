import type { MattermostKit } from './kit';

/**
 * Hears what the page's own WebSocket hears, before the page does: what changed is asked of the server, what was posted
 * is kept without its words. The page gets the socket it would get. Self-contained.
 */
export function tapSocket(key: string): void {
  const kit = (globalThis as unknown as Record<string, MattermostKit>)[key] as MattermostKit;
  const { probe: desk } = kit;
  const { ownText: textOf } = desk;
  const { apply } = Reflect;
  const { parse } = JSON;
  let open = 0;
  const data = Object.getOwnPropertyDescriptor(MessageEvent.prototype, 'data')?.get;

  const partOf = (owner: unknown, name: string): unknown => {
    const text = textOf(owner, name);
    return text === '' ? undefined : parse(text);
  };
  const meansMe = (message: string): boolean => {
    const words = message.toLowerCase().split(/[^\p{L}\p{N}_@.-]+/u);
    return kit.model
      .self()
      .words.some((wanted) =>
        wanted.includes(' ')
          ? message.toLowerCase().includes(wanted)
          : words.some((word) => word === wanted || word.replace(/[.-]+$/, '') === wanted),
      );
  };
  const hearPost = (said: unknown): void => {
    const post = partOf(said, 'post');
    const channelId = textOf(post, 'channel_id');
    kit.model.askChannel(channelId);
    const isReply = textOf(post, 'root_id') !== '';
    if (isReply) kit.model.askThreads();
    if (textOf(post, 'user_id') === kit.model.self().id) return;
    const message = textOf(post, 'message');
    const isMentioned = textOf(said, 'mentions') !== '';
    const isOfAll = isMentioned && /^[OP]$/.test(textOf(said, 'channel_type'));
    kit.posts.add({
      channelId,
      postId: textOf(post, 'id'),
      isReply,
      sender: textOf(said, 'sender_name').replace(/^@/, ''),
      mention: isMentioned && meansMe(message) ? 'personal' : isOfAll ? 'group' : 'none',
      message,
    });
  };
  const placeOf = (said: unknown, broadcast: unknown): string =>
    textOf(said, 'channel_id') || textOf(broadcast, 'channel_id');
  const hear = (event: string, said: unknown, broadcast: unknown): void => {
    const { model } = kit;
    switch (event) {
      case 'posted':
        return hearPost(said);
      case 'post_unread':
      case 'post_deleted':
        return model.askChannel(textOf(broadcast, 'channel_id'));
      case 'channel_viewed':
        return model.askChannel(textOf(said, 'channel_id'));
      case 'multiple_channels_viewed': {
        const times = desk.ownValue(said, 'channel_times');
        if (typeof times === 'object' && times !== null)
          for (const id of Object.keys(times)) model.askChannel(id);
        return undefined;
      }
      case 'channel_member_updated':
        return model.askChannel(textOf(partOf(said, 'channelMember'), 'channel_id'));
      case 'channel_updated':
        return model.askChannel(textOf(partOf(said, 'channel'), 'id') || textOf(broadcast, 'channel_id'));
      case 'thread_updated':
      case 'thread_read_changed':
      case 'thread_follow_changed':
        return model.askThreads();
      case 'user_added':
      case 'user_removed': {
        // Of others it changes nothing here.
        const userId = textOf(said, 'user_id');
        return userId === '' || userId === model.self().id
          ? model.askChannel(placeOf(said, broadcast))
          : undefined;
      }
      case 'channel_created':
      case 'channel_deleted':
      case 'channel_restored':
      case 'channel_converted':
      case 'direct_added':
      case 'group_added':
        return model.askChannel(placeOf(said, broadcast));
      case 'preference_changed':
      case 'preferences_changed':
      case 'preferences_deleted':
        return model.askPreferences();
      case 'hello':
      case 'added_to_team':
      case 'leave_team':
      case 'update_team':
      case 'delete_team':
      case 'restore_team':
      case 'user_updated':
      case 'config_changed':
        return model.askAll();
      default:
        return undefined;
    }
  };
  desk.onSocket(({ url, on }) => {
    if (!url.includes('/api/v4/websocket')) return;
    let wasOpen = false;
    on('open', () => {
      wasOpen = true;
      open += 1;
      kit.model.hearLine(true);
    });
    on('close', () => {
      if (wasOpen) open -= 1;
      if (open === 0) kit.model.hearLine(false);
    });
    on('message', (event) => {
      const text: unknown = data === undefined ? undefined : apply(data, event, []);
      const said: unknown = typeof text === 'string' ? parse(text) : undefined;
      hear(textOf(said, 'event'), desk.ownValue(said, 'data'), desk.ownValue(said, 'broadcast'));
    });
  });
}

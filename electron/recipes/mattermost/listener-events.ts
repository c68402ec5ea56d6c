import { own, ownCount, ownText, parsedJson } from '../raw';
import { markRead, markUnread } from './listener-counting';
import type { Due } from './listener-due';
import { keepChannel, keepMember, keepPerson, keepThread, type Known } from './listener-known';
import type { StreamEvent } from './listener-socket';

/** What has to be asked anew after an event. */
export interface Wanted extends Pick<Due, 'channel' | 'preferences' | 'threads' | 'all'> {
  /** This channel is known and changed. */
  readonly touch: (id: string) => void;
  /** Any channel may have changed. */
  readonly touchAll: () => void;
}

/** Takes an event that is no message: keeps what it says, else asks. */
export function takeEvent({ event, data, broadcast }: StreamEvent, known: Known, wanted: Wanted): void {
  const partOf = (name: string): unknown => parsedJson(ownText(data, name));
  const place = ownText(data, 'channel_id') || ownText(broadcast, 'channel_id');
  const isMe = (id: string): boolean => id === '' || id === known.me['id'];
  const read = (id: string, atMs: number): void => {
    if (markRead(known, id, atMs)) wanted.touch(id);
    else wanted.channel(id);
  };
  switch (event) {
    case 'multiple_channels_viewed': {
      const times = own(data, 'channel_times');
      if (typeof times !== 'object' || times === null) return;
      for (const id of Object.keys(times)) read(id, ownCount(times, id));
      return;
    }
    case 'channel_viewed':
      // Until when is not said; what was posted since comes after.
      return read(place, ownCount(known.channels.get(place), 'last_post_at'));
    case 'post_unread':
      markUnread(known, place, data);
      return wanted.touch(place);
    case 'channel_member_updated': {
      const member = partOf('channelMember');
      const id = ownText(member, 'channel_id');
      if (id === '' || !isMe(ownText(member, 'user_id'))) return;
      keepMember(known, member);
      return wanted.touch(id);
    }
    case 'channel_updated': {
      const channel = partOf('channel');
      if (!known.channels.has(ownText(channel, 'id'))) return wanted.channel(place);
      keepChannel(known, channel, false);
      // Names may be shared.
      return wanted.touchAll();
    }
    case 'thread_updated': {
      const thread = partOf('thread');
      const id = keepThread(known, thread);
      return id === '' ? wanted.threads() : wanted.touch(id);
    }
    case 'thread_read_changed': {
      const id = ownText(data, 'thread_id');
      const thread = known.threads.get(id);
      // All of them, or one that was read until then.
      if (id === '' || thread === undefined) return wanted.threads();
      const [lastViewed, counts] = [ownCount(data, 'timestamp'), ['unread_replies', 'unread_mentions']];
      const said = Object.fromEntries(counts.map((name) => [name, own(data, name)]));
      keepThread(known, { id, last_viewed_at: lastViewed, ...said });
      return wanted.touch(ownText(thread, 'channelId'));
    }
    case 'thread_follow_changed':
      return wanted.threads();
    case 'user_added':
    case 'user_removed':
      // Of others it changes nothing here.
      return isMe(ownText(data, 'user_id')) ? wanted.channel(place) : undefined;
    case 'post_deleted':
    case 'channel_created':
    case 'channel_deleted':
    case 'channel_restored':
    case 'channel_converted':
    case 'direct_added':
    case 'group_added':
      return wanted.channel(place);
    case 'preference_changed':
    case 'preferences_changed':
    case 'preferences_deleted':
      return wanted.preferences();
    case 'status_change':
      if (known.me['id'] === ownText(data, 'user_id')) known.status = ownText(data, 'status');
      return;
    case 'user_updated': {
      const user = own(data, 'user');
      const id = ownText(user, 'id');
      if (known.me['id'] === id) return wanted.all();
      if (!known.people.has(id)) return;
      keepPerson(known, user);
      return wanted.touchAll();
    }
    case 'added_to_team':
    case 'leave_team':
      return isMe(ownText(data, 'user_id')) ? wanted.all() : undefined;
    case 'update_team':
    case 'delete_team':
    case 'restore_team':
    case 'config_changed':
      return wanted.all();
    default:
      return;
  }
}

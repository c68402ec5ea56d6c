import type { Post } from '@mattermost/types/posts';
import { archiveChannel, convertChannel, patchChannel, restoreChannel } from './acts/channels.js';
import { setClosed } from './acts/closing.js';
import { setFavourite } from './acts/favourites.js';
import { joinChannel, leaveChannel, setNotifyProps } from './acts/membership.js';
import { endSessions, openSession, savePreferences, setStatus } from './acts/people.js';
import { createPost, deletePost, editPost } from './acts/posts.js';
import { markUnread, viewChannels } from './acts/reading.js';
import { followThread, readThread } from './acts/threads.js';
import { found } from './errors.js';
import { type Session, type Shared, step, type UserRecord, type World } from './model.js';
import { channelOf, type ChannelRef, reachChannel, teamIdOf, userIdOf } from './refs.js';
import { memberIds } from './tell.js';

/**
 * What people do on other devices than the one under test. They are named by name, channels by `ChannelRef`.
 * @throws when there is no such person, channel or message, or the vendor would not allow it.
 */
export interface Verbs {
  /** A conversation of two or a few comes into being by it. */
  say(channel: ChannelRef, user: string, text: string): Promise<Post>;
  reply(rootId: string, user: string, text: string): Promise<Post>;
  edit(postId: string, user: string, text: string): Promise<Post>;
  remove(postId: string, user: string): Promise<void>;
  readElsewhere(channel: ChannelRef, user: string): Promise<void>;
  readThreadElsewhere(rootId: string, user: string): Promise<void>;
  /** That post and all after it are unread again. */
  markUnreadElsewhere(postId: string, user: string): Promise<void>;
  muteElsewhere(channel: ChannelRef, user: string, isMuted?: boolean): Promise<void>;
  followThread(rootId: string, user: string, isFollowing: boolean): Promise<void>;
  collapseThreads(user: string, isOn: boolean): Promise<void>;
  setStatus(user: string, status: UserRecord['status']): Promise<void>;
  /** By themselves, or taken in by somebody who is in it. */
  join(channel: ChannelRef, user: string, by?: string): Promise<void>;
  leave(channel: ChannelRef, user: string, by?: string): Promise<void>;
  rename(channel: ChannelRef, user: string, displayName: string): Promise<void>;
  /** Open to all of the team, or private. */
  convert(channel: ChannelRef, isPrivate: boolean): Promise<void>;
  favourite(channel: ChannelRef, user: string, is?: boolean): Promise<void>;
  /** Takes a conversation of two or a few off that person's list, or puts it back. */
  close(channel: ChannelRef, user: string, is?: boolean): Promise<void>;
  archive(channel: ChannelRef, isArchived?: boolean): Promise<void>;
  /** Signs in without the form. */
  signIn(user: string): Promise<Session>;
  /** Ends all sessions of that person. Open pages learn it from the next thing they ask. */
  signOut(user: string): Promise<void>;
  /** The id by which adapters know a channel. */
  channelId(channel: ChannelRef): Promise<string>;
  teamId(team: string): Promise<string>;
  userId(user: string): Promise<string>;
}

/** Does what people do directly on the state, as their other devices would by REST. */
export function createVerbs(shared: Shared): Verbs {
  const act = <Result>(name: string, apply: (world: World, userId: string) => Result) =>
    step(shared, (world) => apply(world, userIdOf(world.state, name)));
  const on = <Result>(
    ref: ChannelRef,
    name: string,
    apply: (world: World, userId: string, channelId: string) => Result,
  ) => act(name, (world, userId) => apply(world, userId, channelOf(world.state, ref).id));
  return {
    say: (ref, user, message) =>
      act(user, (world, userId) =>
        createPost(world, { userId, message, channelId: reachChannel(world, userId, ref).id }),
      ),
    reply: (rootId, user, message) =>
      act(user, (world, userId) => {
        const { channel_id: channelId } = found(world.state.posts[rootId], 'post');
        return createPost(world, { userId, message, rootId, channelId });
      }),
    edit: (postId, user, text) => act(user, (world, userId) => editPost(world, userId, postId, text)),
    remove: (postId, user) => act(user, (world, userId) => deletePost(world, userId, postId)),
    readElsewhere: (ref, user) =>
      on(ref, user, (world, userId, channelId) => void viewChannels(world, userId, [channelId], true)),
    readThreadElsewhere: (rootId, user) =>
      act(user, (world, userId) => void readThread(world, userId, rootId)),
    markUnreadElsewhere: (postId, user) =>
      act(user, (world, userId) => void markUnread(world, userId, postId)),
    muteElsewhere: (ref, user, isMuted = true) =>
      on(ref, user, (world, userId, channelId) => {
        setNotifyProps(world, userId, channelId, { mark_unread: isMuted ? 'mention' : 'all' });
      }),
    followThread: (rootId, user, isFollowing) =>
      act(user, (world, userId) =>
        followThread(world, userId, found(world.state.posts[rootId], 'post'), isFollowing),
      ),
    collapseThreads: (user, isOn) =>
      act(user, (world, userId) => {
        const preference = { category: 'display_settings', name: 'collapsed_reply_threads' };
        savePreferences(world, userId, [{ ...preference, user_id: userId, value: isOn ? 'on' : 'off' }]);
      }),
    setStatus: (user, status) => act(user, (world, userId) => setStatus(world, userId, status)),
    join: (ref, user, by = user) =>
      on(ref, user, (world, userId, channelId) => {
        joinChannel(world, channelId, userId, userIdOf(world.state, by));
      }),
    leave: (ref, user, by = user) =>
      on(ref, user, (world, userId, channelId) =>
        leaveChannel(world, channelId, userId, userIdOf(world.state, by)),
      ),
    rename: (ref, user, displayName) =>
      on(ref, user, (world, userId, channelId) => {
        patchChannel(world, channelId, userId, { display_name: displayName });
      }),
    convert: (ref, isPrivate) =>
      step(shared, (world) => {
        convertChannel(world, channelOf(world.state, ref).id, isPrivate ? 'P' : 'O');
      }),
    favourite: (ref, user, is = true) =>
      on(ref, user, (world, userId, channelId) => setFavourite(world, userId, channelId, is)),
    close: (ref, user, is = true) =>
      act(user, (world, userId) => setClosed(world, userId, channelOf(world.state, ref), is)),
    archive: (ref, isArchived = true) =>
      step(shared, (world) => {
        const { id } = channelOf(world.state, ref);
        const [byId = ''] = memberIds(world.state, id);
        if (isArchived) archiveChannel(world, id, byId);
        else restoreChannel(world, id, byId);
      }),
    signIn: (user) => act(user, (world, userId) => openSession(world, userId)),
    signOut: (user) => act(user, (world, userId) => endSessions(world, userId)),
    channelId: async (ref) => channelOf(await shared.read(), ref).id,
    teamId: async (team) => teamIdOf(await shared.read(), team),
    userId: async (user) => userIdOf(await shared.read(), user),
  };
}

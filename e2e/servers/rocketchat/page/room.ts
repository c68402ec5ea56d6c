import type { Message, Room } from '../chat/records.js';
import type { Client } from './client.js';
import { fireGlobalEvent } from './global-event.js';
import { parseRoute } from './router.js';
import type { Cell } from './tracker.js';

/** Opens the room the address names, whenever it changes, and reads it (`useOpenRoom.ts`, `ReadMessage.ts`). */
export function startRoom(client: Client, messages: Cell<readonly Message[]>): () => void {
  const { tracker, route, opened, user, isConnected } = client;
  const now: { stop: (() => void) | undefined; path: string } = { stop: undefined, path: '' };
  const leave = () => {
    now.stop?.();
    now.stop = undefined;
    now.path = '';
    opened.set(undefined);
    messages.set([]);
  };
  const load = async (rid: string, path: string): Promise<void> => {
    const { messages: history } = (await client.ddp().call('loadHistory', rid, null, 50)) as {
      readonly messages: readonly Message[];
    };
    if (now.path === path) messages.set([...history].toReversed());
  };
  const enter = async (path: string): Promise<void> => {
    const asked = parseRoute(path);
    leave();
    if (asked === undefined) return;
    now.path = path;
    const ddp = client.ddp();
    const found = await ddp.call('getRoomByTypeAndName', asked.type, asked.name).catch(() => undefined);
    if (now.path !== path || found === undefined) return;
    const room = found as Room;
    if (room.t === 'd' && asked.name !== room._id)
      return client.navigate(`/direct/${room._id}`, { replace: true });
    const { usernames: _, ...told } = room;
    opened.set({ rid: room._id, name: room.fname ?? room.name ?? asked.name });
    fireGlobalEvent(client, 'room-opened', told);
    const read = () => void ddp.call('readMessages', room._id).catch(() => undefined);
    now.stop = ddp.hear('room-messages', room._id, (sent) => {
      const message = sent as Message;
      messages.set(withOne(messages.get(), message));
      if (document.hasFocus()) read();
    });
    await load(room._id, path);
    read();
    if (asked.tmid !== undefined) void ddp.call('readThreads', asked.tmid).catch(() => undefined);
  };
  const following = tracker.autorun(() => {
    const path = route.get();
    if (user.get() === undefined) leave();
    else if (path !== now.path) void enter(path);
  });
  const catchingUp = tracker.autorun(() => {
    const room = opened.get();
    if (isConnected.get() && room !== undefined) load(room.rid, now.path).catch(() => undefined);
  });
  return () => {
    following.stop();
    catchingUp.stop();
    leave();
  };
}

/** A new message at the end, a changed one in its place; what is only in a thread is not shown here. */
function withOne(all: readonly Message[], message: Message): readonly Message[] {
  if (all.some(({ _id }) => _id === message._id))
    return all.map((one) => (one._id === message._id ? message : one));
  return message.tmid === undefined || message.tshow === true ? [...all, message] : all;
}

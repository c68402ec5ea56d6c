import type { ElementKit, ElementPage, MatrixEvent, MatrixRoom } from './page-model';

/** Counts what was not read, and marks rooms as read as the page's own menu does: all threads along, and for oneself alone where the person wants that. Self-contained. */
export function addReading(key: string): void {
  const kit = (globalThis as unknown as Record<string, ElementKit>)[key] as ElementKit;
  const { probe: desk } = kit;
  const page = globalThis as ElementPage;

  const isMarked = (room: MatrixRoom): boolean =>
    desk.ownValue(room.getAccountData('m.marked_unread')?.getContent(), 'unread') === true;
  /** What cannot be asked is told to nobody else. */
  const typeFor = (roomId: string): string =>
    page.mxSettingsStore?.getValue('sendReadReceipts', roomId) === true ? 'm.read' : 'm.read.private';
  /** When what was read last was said, where that was in a thread: the room's own list does not have it. */
  const readInThreadMs = (room: MatrixRoom, readTo: unknown): number => {
    const last = typeof readTo === 'string' ? room.findEventById?.(readTo) : undefined;
    const root = last?.threadRootId;
    const atMs = typeof root === 'string' && root !== readTo ? last?.getTs?.() : undefined;
    return typeof atMs === 'number' ? atMs : -1;
  };
  const isMessage = (event: MatrixEvent): boolean => {
    const type = event.getType();
    const relation = desk.ownValue(event.getContent(), 'm.relates_to');
    const isEdit = desk.ownValue(relation, 'rel_type') === 'm.replace';
    const isSaid = type === 'm.room.message' || type === 'm.room.encrypted';
    return isSaid && !isEdit && event.isRedacted() !== true;
  };
  kit.reading = {
    unread: (room, userId) => {
      const events = room.getLiveTimeline().getEvents();
      const readTo = room.getEventReadUpTo(userId);
      const readMs = readInThreadMs(room, readTo);
      let count = 0;
      for (let i = events.length - 1; i >= 0; i -= 1) {
        const event = events[i] as MatrixEvent;
        const id = event.getId();
        if (id === readTo || event.getSender() === userId) break;
        if (readMs >= 0 && Number(event.getTs?.()) <= readMs) break;
        if (count === 0 && typeof id === 'string' && room.hasUserReadEvent(userId, id) === true) break;
        if (isMessage(event)) count += 1;
      }
      return count;
    },
    read: async (client, roomId) => {
      const list = client.getVisibleRooms();
      for (let i = 0; i < list.length; i += 1) {
        const room = list[i] as MatrixRoom;
        if (room.roomId !== roomId) continue;
        if (isMarked(room)) await client.setRoomAccountData(roomId, 'm.marked_unread', { unread: false });
        const events = room.getLiveTimeline().getEvents();
        const last = room.getLastLiveEvent?.() ?? events[events.length - 1];
        if (last !== undefined) await client.sendReadReceipt(last, typeFor(roomId), true);
      }
    },
  };
}

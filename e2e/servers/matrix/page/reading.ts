import { type MatrixClient, NotificationCountType } from 'matrix-js-sdk';
import type { Page } from './page.js';

/** Reads what is on screen to its end, if the person is there: tells the server, and counts at once. */
export function readHere({ view, isActive }: Page, client: MatrixClient, changed: () => void): void {
  const room = client.getRoom(view.roomId);
  if (room === null || !isActive()) return;
  const last = room.getLiveTimeline().getEvents().at(-1);
  const userId = client.getSafeUserId();
  if (last === undefined || room.hasUserReadEvent(userId, last.getId() ?? '')) return;
  room.setUnreadNotificationCount(NotificationCountType.Total, 0);
  room.setUnreadNotificationCount(NotificationCountType.Highlight, 0);
  void client.sendReadReceipt(last).catch(() => undefined);
  void client.setRoomReadMarkers(room.roomId, last.getId() ?? '').catch(() => undefined);
  changed();
}

import {
  ClientEvent,
  type MatrixClient,
  type MatrixEvent,
  MatrixEventEvent,
  type Room,
  RoomEvent,
  SyncState,
} from 'matrix-js-sdk';
import type { Page } from './page.js';

/** Notifies of what the person's push rules say, in the same turn in which the event is told; clears what was read. */
export function startNotifier(page: Page, client: MatrixClient): void {
  const shownByRoom = new Map<string, Notification[]>();
  let isSyncing = false;
  client.on(RoomEvent.Timeline, (event, _room, isToStart, isRemoved, data) => {
    if (isRemoved || data.liveEvent !== true || isToStart === true || !isSyncing) return;
    if (event.getSender() === client.getUserId() || data.timeline.getTimelineSet().threadListType !== null)
      return;
    const room = client.getRoom(event.getRoomId());
    if (room === null || client.getPushActionsForEvent(event)?.notify !== true) return;
    if (isLookedAt(page, event, room)) return;
    const shown = show(page, event, room);
    if (shown === undefined) return;
    shownByRoom.set(room.roomId, [...(shownByRoom.get(room.roomId) ?? []), shown]);
  });
  client.on(RoomEvent.Receipt, (_event, room) => {
    if (room.getUnreadNotificationCount() > 0) return;
    for (const one of shownByRoom.get(room.roomId) ?? []) one.close();
    shownByRoom.delete(room.roomId);
  });
  client.on(ClientEvent.Sync, (state) => {
    if (state === SyncState.Syncing) isSyncing = true;
    else if (state === SyncState.Stopped || state === SyncState.Error) isSyncing = false;
  });
}

function isLookedAt({ view, isActive }: Page, event: MatrixEvent, room: Room): boolean {
  const threadId = event.threadRootId === event.getId() ? undefined : event.threadRootId;
  return view.roomId === room.roomId && (threadId === undefined || view.threadId === threadId) && isActive();
}

/** Title, text and options as Element's, without tag or data. */
function show(page: Page, event: MatrixEvent, room: Room): Notification | undefined {
  if (Notification.permission !== 'granted') return undefined;
  const sender = event.sender?.name;
  const isOfSender = sender === undefined || sender === room.name || event.getType() === 'm.room.member';
  const body = textOf(event);
  if (body === '') return undefined;
  const shown = new Notification(isOfSender ? room.name : `${sender} (${room.name})`, { body, silent: true });
  shown.addEventListener('click', () => {
    page.dispatcher.dispatch({
      action: 'view_room',
      room_id: room.roomId,
      metricsTrigger: 'Notification',
      ...(event.getThread() === undefined ? {} : { event_id: event.getId() }),
    });
    window.focus();
  });
  const close = (): void => shown.close();
  event.once(MatrixEventEvent.BeforeRedaction, close);
  shown.addEventListener('close', () => event.off(MatrixEventEvent.BeforeRedaction, close));
  return shown;
}

function textOf(event: MatrixEvent): string {
  const { body, membership } = event.getContent<{ readonly body?: string; readonly membership?: string }>();
  const who = event.sender?.name ?? event.getSender() ?? '';
  if (event.getType() === 'm.room.member')
    return membership === 'invite' ? `${who} invited you` : `${who} joined`;
  return body ?? '';
}

import type { ElementKit, ElementPage, MatrixClient, MatrixEvent, MatrixRoom } from './page-model';

/**
 * Reads the Matrix client that Element lends under `mxMatrixClientPeg` and hears its events. Each event is told before
 * the page itself hears of it, so that a notification made of it can be joined with it. Opens by the page's dispatcher.
 * Of messages it tells ids and who sent them, never what they say. Self-contained.
 */
export function probe(key: string): void {
  const {
    probe: desk,
    place,
    reading,
  } = (globalThis as unknown as Record<string, ElementKit>)[key] as ElementKit;
  const page = globalThis as ElementPage;
  const ask = fetch;
  const FIND_MS = 200;
  const FIND_SLOWLY_MS = 2000;
  const PATIENCE_MS = 20_000;
  const HEARD_MAX = 20;
  const TOLD_TOGETHER_MS = 20;
  const changes = ['Room', 'deleteRoom', 'Room.name', 'Room.myMembership', 'Room.tags', 'Room.accountData'];
  const counts = ['accountData', 'Room.receipt', 'Room.UnreadNotifications', 'RoomState.events'];
  let waitedMs = 0;
  let isDispatcherHeard = false;
  let isToTell = false;
  let client: MatrixClient | undefined;
  let isReady = false;
  let server: unknown;
  let known: object | undefined = {};
  let roomCount = 0;
  let heard: object[] = [];

  const readRoom = (room: MatrixRoom, userId: string): object => ({
    id: room.roomId,
    name: room.name,
    membership: room.getMyMembership(),
    isSpace: room.getType?.() === 'm.space',
    joinRule: room.getJoinRule(),
    directFrom: room.getDMInviter?.(),
    people: room.getInvitedAndJoinedMemberCount(),
    total: room.getUnreadNotificationCount('total'),
    highlight: room.getUnreadNotificationCount('highlight'),
    messages: reading.unread(room, userId),
    isMarked: desk.ownValue(room.getAccountData('m.marked_unread')?.getContent(), 'unread'),
    isFavourite: desk.ownValue(room.tags, 'm.favourite') !== undefined,
    isEncrypted: room.hasEncryptionStateEvent?.() === true,
    lastMs: room.getLastActiveTimestamp(),
  });

  const read = (of: MatrixClient): object => {
    const userId = of.getUserId();
    const list = of.getVisibleRooms();
    const rooms: object[] = [];
    roomCount = list.length;
    let displayName: unknown;
    for (let i = 0; i < list.length; i += 1) {
      const room = list[i] as MatrixRoom;
      rooms[i] = readRoom(room, userId);
      displayName ??= room.getMember(userId)?.rawDisplayName;
    }
    const rules = of.pushRules?.global;
    const { override, room, content, underride } = (rules ?? {}) as Record<string, unknown>;
    const direct = of.getAccountData('m.direct')?.getContent() ?? {};
    const syncState = of.getSyncState();
    return { userId, displayName, syncState, rules: { override, room, content, underride }, direct, rooms };
  };

  const tell = (): void => {
    if (known === undefined) return;
    const isGuest = client?.isGuest() === true;
    const hasSession = localStorage.getItem('mx_user_id') !== null;
    const isSoftlyOut = localStorage.getItem('mx_soft_logout') === 'true';
    desk.tell({
      isReady,
      isGuest,
      hasSession,
      isSoftlyOut,
      server,
      heard,
      shown: place.shown(client),
      ...known,
    });
  };

  /** Many events of one sync are told together. */
  const tellSoon = (): void => {
    if (isToTell || !isReady) return;
    isToTell = true;
    desk.later(() => {
      isToTell = false;
      // Reading may fail: then nothing old is told as if it were known.
      known = undefined;
      known = client !== undefined && isReady ? read(client) : {};
      tell();
    }, TOLD_TOGETHER_MS);
  };

  /** The rules that decide are those by which the page decides whether to notify. */
  const hear = (of: MatrixClient, event: MatrixEvent): void => {
    const actions = of.getPushActionsForEvent(event);
    if (actions?.notify !== true) return;
    // Which rule it was is known once the actions are.
    const rule = of.getPushDetailsForEvent?.(event)?.rule?.rule_id;
    const roomId = desk.ownValue(desk.ownValue(event, 'event'), 'room_id');
    const list = of.getVisibleRooms();
    let name: unknown;
    for (let i = 0; i < list.length; i += 1) if (list[i]?.roomId === roomId) name = list[i]?.name;
    // A room that is new is told along.
    if (list.length !== roomCount) known = read(of);
    const id = event.getId();
    heard = [
      ...heard.slice(1 - HEARD_MAX),
      {
        room: roomId,
        name,
        event: id,
        sender: event.sender?.name,
        isThreadReply: typeof event.threadRootId === 'string' && event.threadRootId !== id,
        isHighlight: actions.tweaks?.highlight === true,
        rule,
      },
    ];
    tell();
  };

  const meet = (found: MatrixClient): void => {
    client = found;
    isReady = false;
    known = {};
    heard = [];
    server = { domain: found.getUserId().replace(/^[^:]*:/, '') };
    const isCurrent = (): boolean => client === found;
    const first = found.prependListener ?? found.on;
    const onSync = (state: unknown): void => {
      if (!isCurrent()) return;
      isReady ||= state === 'PREPARED' || state === 'SYNCING' || state === 'CATCHUP';
      tellSoon();
    };
    const onEvent = (event: MatrixEvent, isNew: boolean): void => {
      if (isCurrent() && isReady && isNew && event.getSender() !== found.getUserId())
        desk.run(() => hear(found, event));
      tellSoon();
    };
    found.on('sync', onSync);
    first.call(
      found,
      'Room.timeline',
      (event: MatrixEvent, _room: never, isToStart: never, isRemoved: never, data: never) =>
        onEvent(event, desk.ownValue(data, 'liveEvent') === true && !isToStart && !isRemoved),
    );
    first.call(found, 'Event.decrypted', (event: MatrixEvent) => onEvent(event, true));
    for (const names of [changes, counts]) for (const name of names) found.on(name, tellSoon);
    onSync(found.getSyncState());
    const url = `${String(found.baseUrl)}/_matrix/federation/v1/version`;
    ask(url, { credentials: 'omit' })
      .then((answer) => answer.json())
      .then((said: unknown) => {
        if (!isCurrent()) return;
        server = { ...(server as object), software: desk.ownValue(said, 'server') };
        tellSoon();
      })
      // Most servers do not tell it here: then it is not known.
      .catch(() => undefined);
  };

  const look = (): boolean => {
    const { mxMatrixClientPeg: peg, mxDispatcher: dispatcher } = page;
    if (peg === undefined) return false;
    if (dispatcher !== undefined && !isDispatcherHeard) {
      isDispatcherHeard = true;
      dispatcher.register(() => desk.later(look, 0));
    }
    // Without anybody signed in `safeGet` throws and `get` gives null; older pages have the client alone.
    const found = (peg.get ? peg.get() : peg.matrixClient) ?? undefined;
    if (found === client && found !== undefined) return true;
    if (found !== undefined) meet(found);
    else {
      client = undefined;
      isReady = false;
      known = {};
      heard = [];
      tell();
    }
    return true;
  };

  const find = (): void => {
    const isFound = look();
    if (isFound && isDispatcherHeard) return;
    const delayMs = waitedMs < PATIENCE_MS ? FIND_MS : FIND_SLOWLY_MS;
    waitedMs += delayMs;
    if (waitedMs === PATIENCE_MS && !isFound) desk.fail('the page lends no Matrix client');
    desk.later(find, isFound ? FIND_SLOWLY_MS : delayMs);
  };

  const view = (roomId: string, eventId: unknown): void => {
    const event = typeof eventId === 'string' ? { event_id: eventId, highlighted: true } : {};
    if (page.mxDispatcher !== undefined)
      page.mxDispatcher.dispatch({
        action: 'view_room',
        room_id: roomId,
        ...event,
        metricsTrigger: undefined,
      });
    else location.hash = `#/room/${roomId}${typeof eventId === 'string' ? `/${eventId}` : ''}`;
  };

  const change = async (of: MatrixClient, rules: readonly unknown[]): Promise<void> => {
    for (const rule of rules) {
      const kind = desk.ownValue(rule, 'kind') as string;
      const id = desk.ownValue(rule, 'id') as string;
      const body = desk.ownValue(rule, 'body') as object | undefined;
      await (body === undefined
        ? of.deletePushRule('global', kind, id)
        : of.addPushRule('global', kind, id, body));
    }
  };

  desk.onRoute(() => {
    if (isReady) tell();
  });
  desk.onOrder((order) => {
    const open = desk.ownValue(order, 'open');
    const rules = desk.ownValue(order, 'rules');
    const read = desk.ownValue(order, 'read');
    if (client !== undefined && typeof read === 'string') reading.read(client, read).catch(tellSoon);
    if (typeof open === 'string') view(open, desk.ownValue(order, 'event'));
    // What the server refuses stays as it is, and is shown as that.
    if (client !== undefined && Array.isArray(rules)) change(client, rules).catch(tellSoon);
  });
  desk.run(() => desk.later(find, 0));
}

import type { ProbeKit } from '../types';

/** An event as matrix-js-sdk holds it, as far as the probe reads it; values are not trusted. */
export interface MatrixEvent {
  getId(): unknown;
  getType(): unknown;
  getSender(): unknown;
  getContent(): unknown;
  isRedacted(): unknown;
  getTs?(): unknown;
  readonly sender?: { readonly name: unknown; readonly rawDisplayName?: unknown } | null;
  readonly threadRootId?: unknown;
}
/** The same of a room. */
export interface MatrixRoom {
  readonly roomId: string;
  readonly name: unknown;
  readonly tags?: object;
  getMyMembership(): unknown;
  getType?(): unknown;
  getJoinRule(): unknown;
  getDMInviter?(): unknown;
  getInvitedAndJoinedMemberCount(): unknown;
  getUnreadNotificationCount(type: string): unknown;
  getAccountData(type: string): { getContent(): unknown } | undefined;
  getLastActiveTimestamp(): unknown;
  getLiveTimeline(): { getEvents(): readonly MatrixEvent[] };
  hasEncryptionStateEvent?(): unknown;
  hasUserReadEvent(userId: string, eventId: string): unknown;
  getEventReadUpTo(userId: string): unknown;
  getLastLiveEvent?(): MatrixEvent | undefined;
  findEventById?(id: string): MatrixEvent | undefined;
  getCanonicalAlias?(): unknown;
  getAltAliases?(): unknown;
  getMember(userId: string): { readonly rawDisplayName?: unknown } | null;
}
interface PushActions {
  readonly notify?: unknown;
  readonly tweaks?: { readonly highlight?: unknown };
}
/** The same of the client; the members of old versions that are missing may be. */
export interface MatrixClient {
  readonly baseUrl: unknown;
  readonly pushRules?: { readonly global?: object };
  isGuest(): unknown;
  getUserId(): string;
  getSyncState(): unknown;
  getVisibleRooms(): readonly MatrixRoom[];
  getAccountData(type: string): { getContent(): unknown } | undefined;
  getPushActionsForEvent(event: MatrixEvent): PushActions | null;
  getPushDetailsForEvent?(
    event: MatrixEvent,
  ): { readonly rule?: { readonly rule_id?: unknown } | null } | null;
  sendReadReceipt(event: MatrixEvent, type: string, isOfAllThreads: boolean): Promise<unknown>;
  setRoomAccountData(roomId: string, type: string, content: object): Promise<unknown>;
  addPushRule(scope: 'global', kind: string, id: string, body: object): Promise<unknown>;
  deletePushRule(scope: 'global', kind: string, id: string): Promise<unknown>;
  on(name: string, hear: (...given: never[]) => void): void;
  prependListener?(name: string, hear: (...given: never[]) => void): void;
}
/** What Element lends to its console, and so to us. */
export interface ElementPage {
  readonly mxMatrixClientPeg?: {
    readonly matrixClient?: MatrixClient | null;
    get?(): MatrixClient | null;
    safeGet?(): MatrixClient;
  };
  readonly mxSettingsStore?: { getValue(name: string, roomId: string): unknown };
  readonly mxDispatcher?: {
    register(hear: (payload: unknown) => void): unknown;
    dispatch(payload: object): void;
  };
}

/** What the parts of Element's probe hand to one another. */
export interface ElementKit extends ProbeKit {
  place: {
    /** The id of the room that the address names; empty where it names none that is known. */
    readonly shown: (client: MatrixClient | undefined) => string;
  };
  reading: {
    /** Tells the server that a room was read to its end, as the page's own menu does. */
    readonly read: (client: MatrixClient, roomId: string) => Promise<void>;
    /** What others said since the person last read there, as far as the page has it. */
    readonly unread: (room: MatrixRoom, userId: string) => number;
  };
}

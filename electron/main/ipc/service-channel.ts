import {
  isCaptureText,
  isUnsentText,
  serviceChannels,
  type ServiceEvent,
} from '../../core/ipc/service-messages';
import {
  createServiceGate,
  type MessageSender,
  type ServiceChannelDeps,
  type ServiceGate,
} from './service-channel-gate';

export type { MessageSender, ServiceChannelDeps, ServiceRefusal } from './service-channel-gate';
export { createServiceGate } from './service-channel-gate';

/** The frame a message came from, as far as it is used. */
export interface SenderFrame {
  readonly url: string;
  readonly origin: string;
  readonly processId: number;
  readonly routingId: number;
  readonly top: { readonly origin: string } | null;
  readonly send: (channel: string, event: ServiceEvent) => void;
}

export interface ServiceMessageEvent {
  readonly sender: { readonly id: number };
  /** Null when the frame has gone meanwhile (Electron 35+). */
  readonly senderFrame: SenderFrame | null;
}

type Listener = (event: ServiceMessageEvent, raw: unknown) => void;

/** What is used of `ipcMain`. */
export interface ServiceChannelPort {
  readonly on: (channel: string, listener: Listener) => unknown;
  readonly off: (channel: string, listener: Listener) => unknown;
}

/**
 * Hears what service pages say and gives what stops it. The service is taken from `event.sender.id` by main's own map,
 * frames of another origin than their top frame are refused unless they tell of a capture or of what is unsent in them, all else is decided by the
 * gate.
 */
export function startServiceChannel(
  port: ServiceChannelPort,
  deps: ServiceChannelDeps,
  gate: ServiceGate = createServiceGate(deps),
): () => void {
  const hear: Listener = (event, raw) => {
    const serviceId = deps.serviceOf(event.sender.id);
    if (serviceId === undefined) return gate.refuse(undefined, 'unknown-sender');
    const frame = readFrame(event);
    if (frame === undefined) return gate.refuse(serviceId, 'frame-gone');
    if (!isOwnFrame(frame) && !isCaptureText(raw) && !isUnsentText(raw))
      return gate.refuse(serviceId, 'foreign-frame');
    gate.receive(serviceId, raw, toSender(event.sender.id, frame));
  };
  port.on(serviceChannels.message, hear);
  return () => {
    port.off(serviceChannels.message, hear);
    gate.stop();
  };
}

/** Sends an event back to whoever sent a message; false when there is nobody left to hear it. */
export function sendServiceEvent(target: MessageSender, event: ServiceEvent): boolean {
  return target.reply(event);
}

/** Names a frame. */
export const toFrameKey = (contentsId: number, processId: number, routingId: number): string =>
  `frame:${contentsId}:${processId}:${routingId}`;

/** Says whether a frame speaks for its service: of the same web origin as the page that holds it. */
export function isOwnFrame(frame: Pick<SenderFrame, 'origin' | 'top'>): boolean {
  return /^https?:\/\//.test(frame.origin) && frame.origin === frame.top?.origin;
}

function readFrame(event: ServiceMessageEvent): SenderFrame | undefined {
  try {
    const frame = event.senderFrame;
    if (frame === null || frame.top === null || frame.top.origin === '') return undefined;
    return frame;
  } catch {
    return undefined;
  }
}

function toSender(senderId: number, frame: SenderFrame): MessageSender {
  const { processId, routingId, url, origin } = frame;
  return {
    key: toFrameKey(senderId, processId, routingId),
    from: 'frame',
    senderId,
    processId,
    frameRoutingId: routingId,
    frameUrl: url,
    origin,
    reply(event) {
      try {
        frame.send(serviceChannels.event, event);
        return true;
      } catch {
        return false;
      }
    },
  };
}

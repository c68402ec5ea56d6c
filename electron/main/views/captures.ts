import type { ServiceId } from '../../core/model/service';
import { selectServiceSession } from '../../core/state/selectors';
import { toFrameKey, type MessageSender } from '../ipc/service-channel';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

/** What is used of a page to know that a document of it is gone. */
export interface CapturePage {
  readonly id: number;
  readonly on: (
    event: 'did-navigate' | 'did-frame-navigate' | 'render-process-gone' | 'destroyed',
    listener: (...args: readonly unknown[]) => void,
  ) => unknown;
}

type Frame = Pick<MessageSender, 'key' | 'senderId' | 'processId' | 'frameRoutingId'>;

interface CapturesDeps {
  readonly store: AppStore;
  readonly after: TimerPort['after'];
  /** Whether there still is such a frame. */
  readonly isFrameThere: (processId: number, routingId: number) => boolean;
  /** Told what was not believed. */
  readonly refuse: (serviceId: ServiceId, reason: string) => void;
}

/** Which services use microphone, camera or screen. */
export interface Captures {
  /** A page was really given microphone, camera or screen. */
  readonly grant: (contentsId: number) => void;
  /** A frame says how many captured tracks it has; believed only where something was given. */
  readonly hear: (serviceId: ServiceId, tracks: number, frame: Frame) => void;
  /** Watches a page, so that what ends with its documents is not taken to go on. */
  readonly watch: (page: CapturePage) => void;
  readonly stop: Stop;
}

/** How long after the last track a call goes on: another microphone is chosen by ending one track and taking a new one. */
const END_MS = 2_000;
/** How often frames that capture are looked for; one taken out of its page says nothing more. */
const CHECK_MS = 5_000;

/** Creates the book of captures and keeps `capturing` of each service. */
export function createCaptures({ store, after, isFrameThere, refuse }: CapturesDeps): Captures {
  const granted = new Set<number>();
  const frames = new Map<string, Frame & { readonly serviceId: ServiceId; ending: Stop | undefined }>();
  const check: { stop: Stop | undefined } = { stop: undefined };

  const sync = (serviceId: ServiceId): void => {
    const capturing = [...frames.values()].some((frame) => frame.serviceId === serviceId);
    if (selectServiceSession(store.getState(), serviceId).capturing !== capturing)
      store.dispatch({ kind: 'capture-changed', serviceId, capturing });
  };

  const forget = (isGone: (frame: Frame) => boolean): void => {
    for (const frame of [...frames.values()].filter(isGone)) {
      frame.ending?.();
      frames.delete(frame.key);
      sync(frame.serviceId);
    }
  };
  const forgetPage = (contentsId: number): void => {
    granted.delete(contentsId);
    forget((frame) => frame.senderId === contentsId);
  };

  const look = (): void => {
    check.stop = undefined;
    forget((frame) => !isFrameThere(frame.processId, frame.frameRoutingId));
    if (frames.size > 0) check.stop = after(CHECK_MS, look);
  };

  // They say that nothing is captured; another window of the service may go on.
  const stops = (['view-document-replaced', 'view-crashed', 'view-closed'] as const).map((kind) =>
    store.onAction(kind, ({ serviceId }) => sync(serviceId)),
  );

  return {
    grant: (contentsId) => granted.add(contentsId),
    hear: (serviceId, tracks, { key, senderId, processId, frameRoutingId }) => {
      const known = frames.get(key);
      if (tracks === 0) {
        if (known === undefined || known.ending !== undefined) return;
        known.ending = after(END_MS, () => forget((frame) => frame.key === key));
        return;
      }
      if (!granted.has(senderId)) return refuse(serviceId, 'capture: nothing was given');
      known?.ending?.();
      frames.set(key, { serviceId, key, senderId, processId, frameRoutingId, ending: undefined });
      check.stop ??= after(CHECK_MS, look);
      sync(serviceId);
    },
    watch: (page) => {
      page.on('did-navigate', () => forgetPage(page.id));
      page.on('render-process-gone', () => forgetPage(page.id));
      page.on('destroyed', () => forgetPage(page.id));
      page.on('did-frame-navigate', (...args) => {
        const [, , , , , processId, routingId] = args;
        const key = toFrameKey(page.id, Number(processId), Number(routingId));
        forget((frame) => frame.key === key);
      });
    },
    stop: () => {
      stops.forEach((stop) => stop());
      check.stop?.();
      for (const frame of frames.values()) frame.ending?.();
      frames.clear();
    },
  };
}

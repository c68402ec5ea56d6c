import { isDeepStrictEqual } from 'node:util';
import type { CaptureSaid } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import { selectServiceSession } from '../../core/state/selectors';
import type { AppStore, Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { createFrameBook, type FramePage, type SaidFrame } from './frame-book';

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
  readonly hear: (
    serviceId: ServiceId,
    said: Omit<CaptureSaid, 'kind'>,
    frame: Omit<SaidFrame, 'serviceId'>,
  ) => void;
  /** Watches a page, so that what ends with its documents is not taken to go on. */
  readonly watch: (page: FramePage) => void;
  readonly stop: Stop;
}

/** How long after the last track a call goes on: another microphone is chosen by ending one track and taking a new one. */
const END_MS = 2_000;
/** How often frames that capture are looked for; one taken out of its page says nothing more. */
const CHECK_MS = 5_000;

type Capturing = SaidFrame & {
  readonly camera: boolean;
  readonly microphone: boolean;
  ending: Stop | undefined;
};

/** Creates the book of captures and keeps `capturing` of each service, and with what. */
export function createCaptures({ store, after, isFrameThere, refuse }: CapturesDeps): Captures {
  const granted = new Set<number>();
  const sync = (serviceId: ServiceId): void => {
    const own = frames.all().filter((frame) => frame.serviceId === serviceId);
    const now = {
      capturing: own.length > 0,
      camera: own.some(({ camera }) => camera),
      microphone: own.some(({ microphone }) => microphone),
    };
    const { capturing, camera, microphone } = selectServiceSession(store.getState(), serviceId);
    if (!isDeepStrictEqual({ capturing, camera, microphone }, now))
      store.dispatch({ kind: 'capture-changed', serviceId, ...now });
  };
  const frames = createFrameBook<Capturing>({
    after,
    checkMs: CHECK_MS,
    isThere: ({ processId, frameRoutingId }) => isFrameThere(processId, frameRoutingId),
    onForgotten: ({ serviceId, ending }) => {
      ending?.();
      sync(serviceId);
    },
  });

  // They say that nothing is captured; another window of the service may go on.
  const stops = (['view-document-replaced', 'view-crashed', 'view-closed'] as const).map((kind) =>
    store.onAction(kind, ({ serviceId }) => sync(serviceId)),
  );

  return {
    grant: (contentsId) => granted.add(contentsId),
    hear: (serviceId, { tracks, cameras = 0, screens = 0 }, { key, senderId, processId, frameRoutingId }) => {
      const known = frames.find(key);
      if (tracks === 0) {
        if (known === undefined || known.ending !== undefined) return;
        known.ending = after(END_MS, () => frames.forget(key));
        return;
      }
      if (!granted.has(senderId)) return refuse(serviceId, 'capture: nothing was given');
      known?.ending?.();
      const kinds = { camera: cameras > 0, microphone: tracks > cameras + screens };
      frames.keep({ serviceId, key, senderId, processId, frameRoutingId, ...kinds, ending: undefined });
      sync(serviceId);
    },
    watch: (page) => frames.watch(page, { onEnd: () => void granted.delete(page.id) }),
    stop: () => {
      stops.forEach((stop) => stop());
      for (const { ending } of frames.all()) ending?.();
      frames.stop();
    },
  };
}

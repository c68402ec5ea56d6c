import type { ServiceId } from '../../core/model/service';
import { toFrameKey, type MessageSender } from '../ipc/service-channel';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';

const documentEnds = ['did-navigate', 'render-process-gone', 'destroyed'] as const;
type DocumentEnd = (typeof documentEnds)[number];

/** What is used of a page to know that its document is gone. */
export interface DocumentPage {
  readonly on: (event: DocumentEnd, listener: () => void) => unknown;
}

/** What is used of a page to know that a document of it is gone, or of one of its frames. */
export interface FramePage {
  readonly id: number;
  readonly on: (
    event: DocumentEnd | 'did-frame-navigate',
    listener: (...args: readonly unknown[]) => void,
  ) => unknown;
}

/** What is used of a page to know that a frame of it has another document. */
export interface NavigatingPage {
  readonly on: (event: 'did-frame-navigate', listener: (...args: readonly unknown[]) => void) => unknown;
}

/** A frame that said something of itself. */
export type SaidFrame = Pick<MessageSender, 'key' | 'senderId' | 'processId' | 'frameRoutingId'> & {
  readonly serviceId: ServiceId;
};

interface FrameBookDeps<F> {
  readonly after: TimerPort['after'];
  /** How often frames are looked for: one taken out of its page says nothing more. */
  readonly checkMs: number;
  /** Whether there still is such a frame. */
  readonly isThere: (frame: F) => boolean;
  /** Told of each frame once it is forgotten. */
  readonly onForgotten: (frame: F) => void;
}

/** Who hears of the ends of documents. */
interface DocumentEnds {
  /** The page's own. */
  readonly onEnd?: () => void;
  /** That of a frame, by its key. */
  readonly onFrameEnd?: (key: string) => void;
}

/** Frames that said something of themselves, until they take it back or are gone. */
export interface FrameBook<F extends SaidFrame> {
  readonly all: () => readonly F[];
  readonly find: (key: string) => F | undefined;
  readonly keep: (frame: F) => void;
  readonly forget: (key: string) => void;
  /** Watches a page, so that its frames are forgotten with their documents; whoever wants to hears of these ends first. */
  readonly watch: (page: FramePage, ends?: DocumentEnds) => void;
  readonly stop: Stop;
}

/** Calls when a page's document is gone: replaced, or with its process, or with the page. */
export function onDocumentEnd(page: DocumentPage, listener: () => void): void {
  for (const event of documentEnds) page.on(event, listener);
}

/** Calls when a frame of a page, or the page itself, has another document, with the frame's numbers. */
export function onFrameDocument(
  page: NavigatingPage,
  listener: (processId: number, routingId: number) => void,
): void {
  page.on('did-frame-navigate', (...args) => {
    const [, , , , , processId, routingId] = args;
    listener(Number(processId), Number(routingId));
  });
}

/** Creates the book, empty. It looks for its frames as long as it has any. */
export function createFrameBook<F extends SaidFrame>(deps: FrameBookDeps<F>): FrameBook<F> {
  const { after, checkMs, isThere, onForgotten } = deps;
  const frames = new Map<string, F>();
  const check: { stop: Stop | undefined } = { stop: undefined };

  const forgetAll = (isGone: (frame: F) => boolean): void => {
    for (const frame of [...frames.values()].filter(isGone)) {
      frames.delete(frame.key);
      onForgotten(frame);
    }
  };
  const forget = (key: string): void => forgetAll((frame) => frame.key === key);
  const look = (): void => {
    forgetAll((frame) => !isThere(frame));
    check.stop = frames.size > 0 ? after(checkMs, look) : undefined;
  };

  return {
    all: () => [...frames.values()],
    find: (key) => frames.get(key),
    keep: (frame) => {
      frames.set(frame.key, frame);
      check.stop ??= after(checkMs, look);
    },
    forget,
    watch: (page, ends) => {
      onDocumentEnd(page, () => {
        ends?.onEnd?.();
        forgetAll((frame) => frame.senderId === page.id);
      });
      onFrameDocument(page, (processId, routingId) => {
        const key = toFrameKey(page.id, processId, routingId);
        ends?.onFrameEnd?.(key);
        forget(key);
      });
    },
    stop: () => {
      check.stop?.();
      frames.clear();
    },
  };
}

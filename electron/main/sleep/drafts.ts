import type { ServiceEvent } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import type { MessageSender } from '../ipc/service-channel';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import { createFrameBook, type FramePage, type SaidFrame } from '../views/frame-book';
import type { BusyBook } from './busy-book';

/** How often frames with something unsent are asked anew: a page may send it by itself, or take the frame away. */
const CHECK_MS = 30_000;
/** How long frames may take to answer; one that does not holds what it said last. */
const ANSWER_MS = 500;

type Frame = SaidFrame & Pick<MessageSender, 'reply'>;

interface DraftsDeps {
  readonly book: Pick<BusyBook, 'begin' | 'end'>;
  readonly after: TimerPort['after'];
  readonly isFrameThere: (processId: number, routingId: number) => boolean;
}

/** What the person typed and has not sent, by the frames that say so; each is believed of itself. */
export interface Drafts {
  readonly hear: (serviceId: ServiceId, hasDraft: boolean, frame: Omit<Frame, 'serviceId'>) => void;
  /** Asks the frames of a service that have something; resolves when all have answered, or will not. */
  readonly ask: (serviceId: ServiceId) => Promise<void>;
  readonly watch: (page: FramePage) => void;
  readonly stop: Stop;
}

const question: ServiceEvent = { kind: 'unsent-asked' };

/** Creates what keeps the book on drafts. */
export function createDrafts({ book, after, isFrameThere }: DraftsDeps): Drafts {
  const asked = new Map<string, Set<() => void>>();

  const answered = (key: string): void => {
    const waiting = asked.get(key);
    asked.delete(key);
    waiting?.forEach((done) => done());
  };
  const frames = createFrameBook<Frame>({
    after,
    checkMs: CHECK_MS,
    isThere: (frame) => isFrameThere(frame.processId, frame.frameRoutingId) && frame.reply(question),
    onForgotten: ({ serviceId, key }) => {
      book.end(serviceId, 'draft', key);
      answered(key);
    },
  });
  const askOne = ({ key, reply }: Frame): Promise<void> =>
    new Promise((resolve) => {
      const waiting = asked.get(key) ?? new Set();
      asked.set(key, waiting);
      const stopWaiting = after(ANSWER_MS, () => {
        waiting.delete(resolve);
        resolve();
      });
      waiting.add(() => {
        stopWaiting();
        resolve();
      });
      if (!reply(question)) frames.forget(key);
    });

  return {
    hear: (serviceId, hasDraft, { key, senderId, processId, frameRoutingId, reply }) => {
      if (!hasDraft) return frames.forget(key);
      frames.keep({ serviceId, key, senderId, processId, frameRoutingId, reply });
      book.begin(serviceId, 'draft', key);
      answered(key);
    },
    ask: async (serviceId) => {
      await Promise.all(
        frames
          .all()
          .filter((one) => one.serviceId === serviceId)
          .map(askOne),
      );
    },
    watch: (page) => frames.watch(page),
    stop: frames.stop,
  };
}

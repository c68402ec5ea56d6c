import type { ServiceEvent } from '../../core/ipc/service-messages';
import type { ServiceId } from '../../core/model/service';
import { toFrameKey, type MessageSender } from '../ipc/service-channel';
import type { Stop } from '../store/app-store';
import type { TimerPort } from '../timers';
import type { BusyBook } from './busy-book';

/** How often frames with something unsent are asked anew: a page may send it by itself, or take the frame away. */
const CHECK_MS = 30_000;
/** How long frames may take to answer; one that does not holds what it said last. */
const ANSWER_MS = 500;

/** What is used of a page to know that a document of it is gone. */
export interface DraftPage {
  readonly id: number;
  readonly on: (
    event: 'did-navigate' | 'did-frame-navigate' | 'render-process-gone' | 'destroyed',
    listener: (...args: readonly unknown[]) => void,
  ) => unknown;
}

type Frame = Pick<MessageSender, 'key' | 'senderId' | 'processId' | 'frameRoutingId' | 'reply'>;

interface DraftsDeps {
  readonly book: Pick<BusyBook, 'begin' | 'end'>;
  readonly after: TimerPort['after'];
  readonly isFrameThere: (processId: number, routingId: number) => boolean;
}

/** What the person typed and has not sent, by the frames that say so; each is believed of itself. */
export interface Drafts {
  readonly hear: (serviceId: ServiceId, hasDraft: boolean, frame: Frame) => void;
  /** Asks the frames of a service that have something; resolves when all have answered, or will not. */
  readonly ask: (serviceId: ServiceId) => Promise<void>;
  readonly watch: (page: DraftPage) => void;
  readonly stop: Stop;
}

const question: ServiceEvent = { kind: 'unsent-asked' };

/** Creates what keeps the book on drafts. */
export function createDrafts({ book, after, isFrameThere }: DraftsDeps): Drafts {
  const frames = new Map<string, Frame & { readonly serviceId: ServiceId }>();
  const asked = new Map<string, Set<() => void>>();
  const check: { stop: Stop | undefined } = { stop: undefined };

  const answered = (key: string): void => {
    const waiting = asked.get(key);
    asked.delete(key);
    waiting?.forEach((done) => done());
  };
  const forget = (isGone: (frame: Frame) => boolean): void => {
    for (const frame of [...frames.values()].filter(isGone)) {
      frames.delete(frame.key);
      book.end(frame.serviceId, 'draft', frame.key);
      answered(frame.key);
    }
  };
  const look = (): void => {
    forget((frame) => !isFrameThere(frame.processId, frame.frameRoutingId) || !frame.reply(question));
    check.stop = frames.size > 0 ? after(CHECK_MS, look) : undefined;
  };
  const askOne = (frame: Frame): Promise<void> =>
    new Promise((resolve) => {
      const waiting = asked.get(frame.key) ?? new Set();
      asked.set(frame.key, waiting);
      const stopWaiting = after(ANSWER_MS, () => {
        waiting.delete(resolve);
        resolve();
      });
      waiting.add(() => {
        stopWaiting();
        resolve();
      });
      if (!frame.reply(question)) forget(({ key }) => key === frame.key);
    });

  return {
    hear: (serviceId, hasDraft, { key, senderId, processId, frameRoutingId, reply }) => {
      if (hasDraft) {
        frames.set(key, { serviceId, key, senderId, processId, frameRoutingId, reply });
        book.begin(serviceId, 'draft', key);
        check.stop ??= after(CHECK_MS, look);
        answered(key);
      } else forget((frame) => frame.key === key);
    },
    ask: async (serviceId) => {
      await Promise.all([...frames.values()].filter((one) => one.serviceId === serviceId).map(askOne));
    },
    watch: (page) => {
      for (const event of ['did-navigate', 'render-process-gone', 'destroyed'] as const)
        page.on(event, () => forget((frame) => frame.senderId === page.id));
      page.on('did-frame-navigate', (...args) => {
        const [, , , , , processId, routingId] = args;
        const key = toFrameKey(page.id, Number(processId), Number(routingId));
        forget((frame) => frame.key === key);
      });
    },
    stop: () => check.stop?.(),
  };
}

import type { CaptureSaid } from '../../core/ipc/service-messages';
import type { MessageSender } from '../ipc/service-channel';
import type { FramePage } from '../views/frame-book';

/** What is used of a page that shares. */
export interface SharePage extends FramePage {
  readonly isDestroyed: () => boolean;
  readonly getURL: () => string;
  readonly reload: () => void;
  readonly forcefullyCrashRenderer: () => void;
}

/** What a frame says of the screen. */
export type ScreenSaid = Pick<CaptureSaid, 'asks' | 'shares' | 'screens'>;

/** A frame that says it. */
export type ShareFrame = Pick<MessageSender, 'key' | 'senderId' | 'processId' | 'frameRoutingId' | 'reply'>;

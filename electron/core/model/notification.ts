import type { Message } from './message';
import type { ServiceId } from './service';

/** A notification as main knows it, already parsed, clipped and attributed. */
export interface PageNotification {
  /** Made by main; unique for ever, the inbox knows it by this. */
  readonly id: string;
  readonly serviceId: ServiceId;
  /** Made by the page side, to send events back; unique within one document. */
  readonly pageId: string;
  /** Names the document (or worker) that made it, so that a page reload drops its notifications' way back. */
  readonly senderKey: string;
  readonly title: string;
  readonly body: string;
  readonly iconUrl: string | undefined;
  readonly tag: string;
  readonly silent: boolean;
  readonly renotify: boolean;
  readonly requireInteraction: boolean;
  readonly origin: 'page' | 'worker' | 'listener';
  readonly shownAtMs: number;
  /** Nothing of it may be seen, not even where it is from. */
  readonly isVeiled?: true;
  /** It came while all was locked: that something came is all that is said, not even of which service. */
  readonly isWhileLocked?: true;
  /** What it tells, as far as is known. */
  readonly message: Message;
}

import type { InboxFilter, InboxHealth } from '../model/inbox';
import type { ServiceId } from '../model/service';

/** What becomes of the record of all notifications. */
export type InboxAction =
  | { readonly kind: 'inbox-health-changed'; readonly health: InboxHealth }
  | { readonly kind: 'inbox-counted'; readonly unread: number; readonly held: number }
  /** Entries were added, read or removed. */
  | { readonly kind: 'inbox-changed' }
  | { readonly kind: 'inbox-opened'; readonly filter: InboxFilter }
  /** The person wants the conversation of an entry; `key` is the notification's id. */
  | {
      readonly kind: 'inbox-entry-opened';
      readonly serviceId: ServiceId;
      readonly key: string;
      readonly channelId: string | null;
      readonly messageId: string | null;
    };

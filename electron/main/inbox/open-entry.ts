import type { AppStore } from '../store/app-store';
import type { Inbox } from './inbox';

/** Brings up the conversation of an entry; nothing where it is gone, or the inbox is closed. */
export async function openEntry(
  store: Pick<AppStore, 'dispatch'>,
  inbox: Pick<Inbox, 'entry'>,
  id: number,
): Promise<void> {
  const entry = await inbox.entry(id).catch(() => undefined);
  if (entry === undefined) return;
  const { serviceId, key, channelId, messageId } = entry;
  store.dispatch({ kind: 'inbox-entry-opened', serviceId, key, channelId, messageId });
}

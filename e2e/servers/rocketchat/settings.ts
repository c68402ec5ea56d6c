import type { Chat } from './chat/chat.js';
import { idOf } from './chat/ids.js';
import type { Setting } from './chat/records.js';
import type { ServerFacts } from './rest/endpoint.js';

/** The settings a client may see: those of a fresh server, and over them what was seeded or changed. */
export async function publicSettings(chat: Chat, facts: ServerFacts): Promise<readonly Setting[]> {
  const kept = await chat.book.keeper.all('settings');
  const all: Readonly<Record<string, unknown>> = {
    uniqueID: idOf('server', facts.siteName),
    Site_Name: facts.siteName,
    Site_Url: facts.siteUrl,
    Assets_favicon: { defaultUrl: 'images/logo/icon.svg' },
    Assets_background: { defaultUrl: 'images/logo/icon.svg' },
    UI_Use_Real_Name: false,
    UI_Allow_room_names_with_special_chars: false,
    Unread_Count: 'user_and_group_mentions_only',
    Unread_Count_DM: 'all_messages',
    Iframe_Integration_send_enable: false,
    Iframe_Integration_receive_enable: false,
    Jitsi_Domain: 'meet.jit.si',
    Outlook_Calendar_Enabled: false,
    ...Object.fromEntries(kept.map(({ _id, value }) => [_id, value])),
  };
  return Object.entries(all).map(([_id, value]) => ({ _id, value }));
}

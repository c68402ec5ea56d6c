import type { InboxEntry, InboxSession, InboxStep } from '../../core/model/inbox';
import { INBOX_PAGE_MAX } from '../../core/model/inbox';
import { INBOX_FILE_MAX, type InboxFile } from '../../core/model/inbox-file';
import type { Inbox } from '../inbox/inbox';
import { putSteps } from '../inbox/put-steps';

/** Reads the whole inbox, the newest first, in memory alone: on the disk it is encrypted. Rejects where the inbox fails. */
export async function readInbox(inbox: Pick<Inbox, 'page'>): Promise<InboxFile> {
  const sessions = new Map<number, InboxSession>();
  const entries: InboxEntry[] = [];
  let beforeId: number | null = null;
  do {
    const page: Awaited<ReturnType<Inbox['page']>> = await inbox.page({}, beforeId, INBOX_PAGE_MAX);
    for (const session of page.sessions) sessions.set(session.id, session);
    entries.push(...page.entries);
    beforeId = page.nextId;
  } while (beforeId !== null && entries.length < INBOX_FILE_MAX);
  return { sessions: [...sessions.values()], entries: entries.slice(0, INBOX_FILE_MAX) };
}

/** Puts into an empty inbox what another had, in its order; what comes after begins a stretch of its own. */
export async function replayInbox(
  inbox: Pick<Inbox, 'add' | 'came' | 'left' | 'flush'>,
  steps: readonly InboxStep[],
  nowMs: number,
): Promise<void> {
  await putSteps(inbox, steps);
  inbox.came(nowMs);
  await inbox.flush();
}

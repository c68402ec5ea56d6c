import type { InboxStep } from '../../core/model/inbox';
import type { Inbox } from './inbox';

/** How many are put in before the disk is waited for; far fewer than may wait there. */
const AT_ONCE = 500;

/** Puts in what happened, in its order; whoever calls it flushes at the end. */
export async function putSteps(
  inbox: Pick<Inbox, 'add' | 'came' | 'left' | 'flush'>,
  steps: readonly InboxStep[],
): Promise<void> {
  for (const [index, step] of steps.entries()) {
    if (step.kind === 'entry') inbox.add(step.entry);
    else inbox[step.kind](step.atMs);
    if (index % AT_ONCE === AT_ONCE - 1) await inbox.flush();
  }
}

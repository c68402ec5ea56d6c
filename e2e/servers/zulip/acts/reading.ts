import type { Flag, Message } from '../model.js';
import { messageDetails } from '../views.js';
import type { Scene } from './messages.js';

/** Sets or takes a flag on messages of one person and tells all their clients; gives those that it changed. */
export function setFlag(
  { organisation, queues }: Scene,
  userId: number,
  op: 'add' | 'remove',
  flag: Flag,
  ids: readonly number[],
): readonly number[] {
  const changed = ids.filter((id) => {
    const flags = organisation.messages.get(id)?.flags.get(userId);
    if (flags === undefined || flags.has(flag) === (op === 'add')) return false;
    if (op === 'add') flags.add(flag);
    else flags.delete(flag);
    return true;
  });
  if (changed.length === 0) return changed;
  const details =
    op === 'remove' && flag === 'read'
      ? { message_details: messageDetails(organisation, userId, changed) }
      : {};
  const told = { type: 'update_message_flags', op, operation: op, flag, messages: changed, all: false };
  queues.tell([userId], { ...told, ...details });
  return changed;
}

/** Marks as read all that fits. */
export function markRead(scene: Scene, userId: number, fits: (message: Message) => boolean): void {
  const { organisation } = scene;
  const ids = [...organisation.messages.values()].filter(fits).map(({ id }) => id);
  setFlag(scene, userId, 'add', 'read', ids);
}

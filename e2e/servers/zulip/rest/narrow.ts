import type { Message, Organisation } from '../model.js';

export interface Term {
  readonly operator: string;
  readonly operand: unknown;
  /** What fits it not is meant. */
  readonly negated?: boolean;
}

/** Whether a message is in a narrow: of a stream, a topic, a conversation, or what is unread. */
export function fitsNarrow(
  organisation: Organisation,
  userId: number,
  message: Message,
  narrow: readonly Term[],
): boolean {
  return narrow.every((term) => fitsTerm(organisation, userId, message, term) !== (term.negated === true));
}

function fitsTerm(
  { streams }: Organisation,
  userId: number,
  { id, to, flags }: Message,
  { operator, operand }: Term,
): boolean {
  if (operator === 'stream' || operator === 'channel')
    return to.kind === 'stream' && (to.streamId === operand || streams.get(to.streamId)?.name === operand);
  if (operator === 'topic')
    return to.kind === 'stream' && to.topic.toLowerCase() === String(operand).toLowerCase();
  if (operator === 'dm' || operator === 'pm-with') {
    const others = to.kind === 'private' ? to.userIds.filter((one) => one !== userId) : undefined;
    return others?.join(',') === (operand as readonly number[]).filter((one) => one !== userId).join(',');
  }
  if (operator === 'is' && operand === 'unread') return flags.get(userId)?.has('read') === false;
  if (operator === 'id') return id === Number(operand);
  return operator === 'near' || operator === 'with';
}

import type { Model, PageMessage } from './types.js';

/** What the page shows. */
export interface Narrow {
  readonly streamId?: number;
  readonly topic?: string;
  /** The others of a conversation. */
  readonly userIds?: string;
  readonly near?: number;
}

/** As the vendor hides encoding from browsers that undo it. */
export const encodePart = (text: string): string =>
  encodeURIComponent(text).replaceAll(/[%!'()*.]/g, (one) =>
    one === '%' ? '.' : `.${one.charCodeAt(0).toString(16).toUpperCase()}`,
  );

const decodePart = (text: string): string => decodeURIComponent(text.replaceAll('.', '%'));

/** Reads `#narrow/…`; undefined for every other view. */
export function readHash(hash: string): Narrow | undefined {
  const [kind, ...parts] = hash.replace(/^#/, '').split('/');
  if (kind !== 'narrow') return undefined;
  const narrow: { streamId?: number; topic?: string; userIds?: string; near?: number } = {};
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const operator = decodePart(parts[at] ?? '');
    const operand = decodePart(parts[at + 1] ?? '');
    if (operator === 'channel' || operator === 'stream')
      narrow.streamId = Number(/^(\d+)(-.*)?$/.exec(operand)?.[1]);
    else if (operator === 'topic') narrow.topic = operand;
    else if (operator === 'dm' || operator === 'pm-with')
      narrow.userIds = /^([\d,]+)(-.*)?/.exec(operand)?.[1] ?? '';
    else if (operator === 'near') narrow.near = Number(operand);
  }
  return narrow;
}

const slugOf = ({ streams }: Model, streamId: number): string =>
  encodePart(`${streamId}-${(streams.get(streamId)?.name ?? 'unknown').replaceAll(' ', '-')}`);

export const hashOfStream = (model: Model, streamId: number): string =>
  `#narrow/channel/${slugOf(model, streamId)}`;

export const hashOfConversation = (userIds: string): string =>
  `#narrow/dm/${userIds}-${userIds.includes(',') ? 'group' : 'dm'}`;

/** Where a message is, with the message in view. */
export const hashNear = (model: Model, message: PageMessage): string =>
  message.type === 'private'
    ? `${hashOfConversation(message.to_user_ids)}/near/${message.id}`
    : `${hashOfStream(model, message.stream_id)}/topic/${encodePart(message.topic)}/near/${message.id}`;

/** What the title says of the view. */
export function narrowTitle({ streams, users, userId }: Model, hash: string): string {
  const narrow = readHash(hash);
  if (narrow === undefined) return hash.startsWith('#recent') ? 'Recent conversations' : 'Inbox';
  if (narrow.userIds !== undefined) {
    const names = narrow.userIds
      .split(',')
      .map(Number)
      .filter((id, _, all) => all.length === 1 || id !== userId)
      .map((id) => users.get(id)?.full_name ?? 'Unknown user');
    return names.toSorted().join(', ');
  }
  const name = `#${streams.get(narrow.streamId ?? -1)?.name ?? 'Unknown channel'}`;
  return narrow.topic === undefined ? name : `${name} > ${narrow.topic}`;
}

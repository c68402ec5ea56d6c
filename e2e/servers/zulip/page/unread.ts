import { isMuted, policyOf } from './model.js';
import type { Model } from './types.js';

/** What the title shows: as the person set `desktop_icon_count_display`. */
export function notifiableCount(model: Model): number {
  const counts = { home: 0, mentions: 0, direct: 0, followed: 0 };
  for (const [id, place] of model.unread) {
    const { stream_id, topic } = place;
    if (stream_id === undefined) {
      counts.direct += 1;
      counts.home += 1;
      continue;
    }
    if (!model.streams.has(stream_id)) continue;
    if (!isMuted(model, place)) counts.home += 1;
    if (model.mentions.has(id)) counts.mentions += 1;
    else if (policyOf(model, stream_id, topic ?? '') === 3) counts.followed += 1;
  }
  switch (model.settings.desktop_icon_count_display) {
    case 1:
      return counts.home;
    case 2:
      return counts.mentions + counts.direct + counts.followed;
    case 3:
      return counts.mentions + counts.direct;
    default:
      return 0;
  }
}

export const directCount = ({ unread }: Model): number =>
  [...unread.values()].filter(({ user_ids }) => user_ids !== undefined).length;

/** What a stream shows in the list at the side; muted topics are not in it. */
export const streamCount = (model: Model, streamId: number): number =>
  [...model.unread.values()].filter((place) => place.stream_id === streamId && !isOwnMuted(model, place))
    .length;

const isOwnMuted = (model: Model, place: { readonly stream_id?: number; readonly topic?: string }): boolean =>
  policyOf(model, place.stream_id ?? 0, place.topic ?? '') === 1;

export const conversationCount = (model: Model, userIds: string): number =>
  [...model.unread.values()].filter((place) => place.user_ids === userIds).length;

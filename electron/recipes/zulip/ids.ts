import { messageLimits } from '../../core/ipc/service-limits';

/** Ids of channels, made of the server's own, which stay; a topic has only its name, in any case. */
export const streamId = (id: number): string => `stream/${id}`;

export const topicId = (stream: number, topic: string): string =>
  `topic/${stream}/${topic.toLowerCase()}`.slice(0, messageLimits.channelId);

/** `ids` are those of the others, in rising order. */
export const conversationId = (ids: string): string => `dm/${ids}`.slice(0, messageLimits.channelId);

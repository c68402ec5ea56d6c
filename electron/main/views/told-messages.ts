import type { Message } from '../../core/model/message';

/** Messages that a service has notified of already. */
export interface ToldMessages {
  /**
   * True where this very message was told before; from then on it was. What has no id of the server's own is always
   * new: where whoever sends chooses the id, two messages may have the same.
   */
  readonly wasTold: (
    message: Pick<Message, 'serviceId' | 'channel' | 'messageId'>,
    isServerId: boolean,
  ) => boolean;
}

/** Most messages of a service that are remembered. */
const TOLD_MAX = 1000;

/** Remembers them: a page that connected anew may tell again what it told. */
export function createToldMessages(): ToldMessages {
  const services = new Map<string, Set<string>>();
  return {
    wasTold: ({ serviceId, channel, messageId }, isServerId) => {
      if (!isServerId) return false;
      if (messageId === undefined || messageId === '' || channel === undefined) return false;
      const told = services.get(serviceId) ?? new Set<string>();
      services.set(serviceId, told);
      const key = JSON.stringify([channel.id, messageId]);
      if (told.has(key)) return true;
      told.add(key);
      const [oldest] = told;
      if (oldest !== undefined && told.size > TOLD_MAX) told.delete(oldest);
      return false;
    },
  };
}

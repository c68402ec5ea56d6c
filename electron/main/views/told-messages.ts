import type { Message } from '../../core/model/message';

/** Messages that a service has notified of already. */
export interface ToldMessages {
  /**
   * True where this very message was told before; from then on it was. What has no id of the server's own is always
   * new: where whoever sends chooses the id, two messages may have the same. Except that somebody told of the same words
   * in the same channel, of the same millisecond `saidAtMs`, with an id: a page's worker names none, its listener does.
   */
  readonly wasTold: (
    message: Pick<Message, 'serviceId' | 'channel' | 'messageId'> & Partial<Pick<Message, 'text'>>,
    isServerId: boolean,
    saidAtMs?: number,
  ) => boolean;
}

/** Most messages of a service that are remembered, by their ids and by their words. */
const TOLD_MAX = 1000;
const WORDS_MAX = 100;

/** What a service told. */
interface Told {
  readonly ids: Set<string>;
  /** Words that were told with an id, and without one: of each pair the second is no news. */
  readonly named: Set<string>;
  readonly unnamed: Set<string>;
}

/** Remembers them: a page that connected anew may tell again what it told. */
export function createToldMessages(): ToldMessages {
  const services = new Map<string, Told>();
  const toldBy = (serviceId: string): Told => {
    const told = services.get(serviceId) ?? { ids: new Set(), named: new Set(), unnamed: new Set() };
    services.set(serviceId, told);
    return told;
  };
  return {
    wasTold: ({ serviceId, channel, messageId, text }, isServerId, saidAtMs) => {
      if (channel === undefined) return false;
      const { ids, named, unnamed } = toldBy(serviceId);
      const words = text && saidAtMs ? JSON.stringify([channel.id, text, saidAtMs]) : undefined;
      const isNamed = isServerId && messageId !== undefined && messageId !== '';
      if (isNamed) {
        const id = JSON.stringify([channel.id, messageId]);
        if (ids.has(id)) return true;
        add(ids, id, TOLD_MAX);
      }
      if (words === undefined) return false;
      if ((isNamed ? unnamed : named).delete(words)) return true;
      add(isNamed ? named : unnamed, words, WORDS_MAX);
      return false;
    },
  };
}

function add(set: Set<string>, one: string, most: number): void {
  set.add(one);
  const [oldest] = set;
  if (oldest !== undefined && set.size > most) set.delete(oldest);
}

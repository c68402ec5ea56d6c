import type { NewInboxEntry } from '../../../core/model/inbox';
import { channelFacet, decisionFacet, digest, forMeFacet, senderFacet, serviceFacet } from './facets';
import type { Sql } from './sql';

/** Most names that are remembered; beyond it all are forgotten and looked up again. */
const REMEMBERED_MAX = 2_000;

/** Numbers of what repeats from entry to entry. */
export interface Names {
  readonly place: (entry: NewInboxEntry) => number;
  readonly sender: (sender: string) => number;
  readonly why: (entry: NewInboxEntry) => number;
  readonly facets: (entry: NewInboxEntry, isForMe: boolean) => string;
  /** After a transaction that came to nothing, and after names were removed. */
  readonly forget: () => void;
}

/** Gives the numbers of names; a new name gets its number in the transaction that is open. */
export function createNames(sql: Sql): Names {
  const known = new Map<string, number | string>();
  const remember = <T extends number | string>(key: string, make: () => T): T => {
    const there = known.get(key);
    if (there !== undefined) return there as T;
    if (known.size >= REMEMBERED_MAX) known.clear();
    const made = make();
    known.set(key, made);
    return made;
  };
  return {
    place: (entry) => {
      const { serviceId, serviceName, channelId, channelName, channelKind } = entry;
      const values = [serviceId, serviceName, channelId, channelName, channelKind];
      return remember(`p${JSON.stringify(values)}`, () => {
        const row = sql.get<{ id: number }>(
          `SELECT id FROM place WHERE service_id = ? AND service_name = ? AND channel_id IS ? AND channel_name IS ?
             AND channel_kind = ?`,
          values,
        );
        return row?.id ?? sql.run(INSERT_PLACE, values).id;
      });
    },
    sender: (sender) =>
      remember(`f${sender}`, () => {
        const row = sql.get<{ id: number }>('SELECT id FROM sender WHERE name = ?', [sender]);
        return row?.id ?? sql.run('INSERT INTO sender (name) VALUES (?)', [sender]).id;
      }),
    why: ({ reason, from, trail }) => {
      const values = [reason, JSON.stringify(from), JSON.stringify(trail)];
      const key = digest(...values);
      return remember(`w${key}`, () => {
        const row = sql.get<{ id: number }>('SELECT id FROM why WHERE digest = ?', [key]);
        return row?.id ?? sql.run(INSERT_WHY, [key, ...values]).id;
      });
    },
    facets: ({ serviceId, channelId, sender, decision }, isForMe) =>
      [
        remember(`s${serviceId}`, () => serviceFacet(serviceId)),
        channelId === null
          ? ''
          : remember(`c${JSON.stringify([serviceId, channelId])}`, () => channelFacet(serviceId, channelId)),
        sender === null ? '' : remember(`n${sender}`, () => senderFacet(sender)),
        decisionFacet(decision),
        isForMe ? forMeFacet : '',
      ].join(' '),
    forget: () => known.clear(),
  };
}

const INSERT_PLACE =
  'INSERT INTO place (service_id, service_name, channel_id, channel_name, channel_kind) VALUES (?, ?, ?, ?, ?)';
const INSERT_WHY = 'INSERT INTO why (digest, reason, source, trail) VALUES (?, ?, ?, ?)';

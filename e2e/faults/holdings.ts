import type { InboxFilter } from '../../electron/core/model/inbox.js';
import type { Foyer } from '../support/foyer.js';
import { command, inboxOf } from '../support/inbox.js';

/** What the app holds of what a person has put in, or was told. */
export interface Holdings {
  readonly services: ReadonlyMap<string, string>;
  readonly settings: ReadonlyMap<string, string>;
  /** By service; '' for everywhere. */
  readonly rules: ReadonlyMap<string, string>;
  /** Entries of the inbox by their keys. */
  readonly entries: ReadonlySet<string>;
}

const entriesOf = (object: object): ReadonlyMap<string, string> =>
  new Map(Object.entries(object).map(([name, value]) => [name, JSON.stringify(value)]));

/** Asks the app for what it holds; of the inbox what fits. */
export async function holdingsOf({ shell }: Foyer, filter: InboxFilter = {}): Promise<Holdings> {
  const [projection, entries] = await Promise.all([
    command(shell, 'app.connect', undefined),
    inboxOf(shell, filter),
  ]);
  const { services, settings, everywhere } = projection;
  return {
    services: new Map(
      services.map(({ id, name, url, enabled }) => [id, JSON.stringify([name, url, enabled])]),
    ),
    settings: entriesOf(settings),
    rules: new Map([
      ['', JSON.stringify(everywhere)],
      ...services.map(({ id, own }) => [id, JSON.stringify(own)] as const),
    ]),
    entries: new Set(entries.map(({ key }) => key)),
  };
}

/** Counts what was there before and is missing, or another, after. */
export function lostOf(before: Holdings, after: Holdings): number {
  const differing = (were: ReadonlyMap<string, string>, are: ReadonlyMap<string, string>): number =>
    [...were].filter(([name, value]) => are.get(name) !== value).length;
  return (
    differing(before.services, after.services) +
    differing(before.settings, after.settings) +
    differing(before.rules, after.rules) +
    [...before.entries].filter((key) => !after.entries.has(key)).length
  );
}

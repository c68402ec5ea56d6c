import { keepSame } from '../model/keep-same';
import { parsePersisted, withoutPolicyOfGone, type Persisted } from '../model/persisted';
import { fromMade } from './from-made';
import { renamed, type Links } from './links';
import { toMade, toShared, type Made, type Thing } from './made';

/** Gives what of the kept goes from machine to machine, under the names of the document. */
export const keptToMade = (kept: Persisted, links: Links): Made =>
  toMade({ ...kept, ...renamed(toShared(kept), links, 'shared') });

/**
 * Gives what is kept once it is as the document says. What is kept stays as it is where that would be nothing that can be
 * kept, whatever somebody wrote into the document. What did not change is the same object as before.
 */
export function madeToKept(made: Made, here: Persisted, links: Links): Persisted {
  const next = renamed(fromMade(made, renamed(toShared(here), links, 'shared')), links, 'local');
  // What is this machine's alone stays for a removal that can still be undone.
  const shared = toShared(withoutPolicyOfGone({ ...here, ...next }));
  const read = parsePersisted({ ...here, ...shared });
  return read.ok ? keepSame(here, read.persisted) : here;
}

/**
 * What a machine that joins is taken to have agreed on, so that of what both have the document's holds, lists of both are
 * put together, and what the machine alone has is new.
 */
export function toJoinBase(here: Made, there: Made): Made {
  return new Map(
    [...here].flatMap(([key, own]) => {
      const other = there.get(key);
      return other === undefined ? [] : [[key, toBase(own, other)] as const];
    }),
  );
}

function toBase(own: Thing, other: Thing): Thing {
  return {
    fields: Object.fromEntries(Object.entries(own.fields).filter(([name]) => name in other.fields)),
    lists: {},
    texts: Object.fromEntries(Object.entries(own.texts).filter(([name]) => (other.texts[name] ?? '') !== '')),
  };
}

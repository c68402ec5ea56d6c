import type { Persisted } from '../../core/model/persisted';
import { keptToMade, madeToKept, toJoinBase } from '../../core/sync/bridge';
import { diffMade } from '../../core/sync/diff-made';
import { fromMade } from '../../core/sync/from-made';
import { findLinks, noLinks, type Links } from '../../core/sync/links';
import type { Made } from '../../core/sync/made';
import { createSyncDocument } from './document';

/** What joining comes to. */
export interface JoinPlan {
  readonly document: Uint8Array;
  readonly links: Links;
  /** What the machine is taken to have agreed on: the rest of what is here is new to the others. */
  readonly agreed: Made;
  /** What will be kept. */
  readonly persisted: Persisted;
}

/** Puts together what is here with what the others made, without doubling what both have. Changes nothing. */
export function planJoin(updates: readonly Uint8Array[], here: Persisted, machineId: string): JoinPlan {
  const document = createSyncDocument(machineId);
  for (const update of updates) document.apply(update);
  const encoded = document.encode();
  const there = fromMade(document.made(), {
    ...here,
    services: [],
    rules: [],
    linkRules: [],
    patterns: [],
    tweaks: [],
    workspaces: [],
  });
  const links = document.made().size === 0 ? noLinks : findLinks(here, there);
  const own = keptToMade(here, links);
  const agreed = toJoinBase(own, document.made());
  document.edit(diffMade(agreed, own));
  return { document: encoded, links, agreed, persisted: madeToKept(document.made(), here, links) };
}

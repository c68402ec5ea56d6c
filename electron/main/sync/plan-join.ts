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

const nothing = {
  services: [],
  rules: [],
  linkRules: [],
  patterns: [],
  tweaks: [],
  workspaces: [],
} satisfies Partial<Persisted>;

/** Puts together what is here with what the others made, without doubling what both have. Changes nothing. */
export function planJoin(updates: readonly Uint8Array[], here: Persisted, machineId: string): JoinPlan {
  const document = createSyncDocument(machineId);
  document.apply(updates);
  const encoded = document.pack();
  const there = document.made();
  const links = there.size === 0 ? noLinks : findLinks(here, fromMade(there, { ...here, ...nothing }));
  const own = keptToMade(here, links);
  const agreed = toJoinBase(own, there);
  document.edit(diffMade(agreed, own));
  return { document: encoded, links, agreed, persisted: madeToKept(document.made(), here, links) };
}

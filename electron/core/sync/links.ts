import { matchServices } from '../model/match-services';
import type { ChannelPattern } from '../model/channel';
import type { FocusSchedule } from '../model/focus';
import type { LinkRule } from '../model/link-rule';
import { onceEach } from '../model/once-each';
import type { Rule } from '../model/rule';
import type { Shared } from './made';

/** What something is called here that is called otherwise in the document, by its name there. */
export interface Links {
  readonly services: Readonly<Record<string, string>>;
  readonly workspaces: Readonly<Record<string, string>>;
  readonly schedules: Readonly<Record<string, string>>;
}

export const noLinks: Links = { services: {}, workspaces: {}, schedules: {} };

/**
 * Finds what two machines have both before they ever met: services by kind, address and name, else by kind and address;
 * workspaces and schedules by name. Each is found at most once.
 */
export function findLinks(here: Shared, there: Shared): Links {
  const services = [...matchServices(here.services, there.services)].filter(([from, to]) => from !== to);
  return {
    services: Object.fromEntries(services),
    workspaces: byName(here.workspaces, there.workspaces),
    schedules: byName(here.focus.schedules, there.focus.schedules),
  };
}

interface Named {
  readonly id: string;
  readonly name: string;
}

function byName(here: readonly Named[], there: readonly Named[]): Readonly<Record<string, string>> {
  const shared = new Set(there.map(({ id }) => id));
  const free = here.filter(({ id }) => !shared.has(id));
  const links: [string, string][] = [];
  for (const one of there) {
    if (here.some(({ id }) => id === one.id)) continue;
    const index = free.findIndex(({ name }) => name === one.name);
    const found = index === -1 ? undefined : free.splice(index, 1)[0];
    if (found !== undefined) links.push([one.id, found.id]);
  }
  return Object.fromEntries(links);
}

type Rename = (id: string) => string;

const renames = (links: Readonly<Record<string, string>>, to: 'shared' | 'local'): Rename => {
  const pairs = Object.entries(links);
  const map = new Map(to === 'local' ? pairs : pairs.map(([there, here]) => [here, there]));
  return (id) => map.get(id) ?? id;
};

/** Gives it with the names that the document has, or with those that it has here; once for each thing. */
export const renamed = (shared: Shared, links: Links, to: 'shared' | 'local'): Shared =>
  renamersOf(links)[to](shared);

const renamersOf = onceEach((links: Links) => ({
  shared: createRenamer(links, 'shared'),
  local: createRenamer(links, 'local'),
}));

function createRenamer(links: Links, to: 'shared' | 'local'): (shared: Shared) => Shared {
  if (Object.values(links).every((names) => Object.keys(names).length === 0)) return (shared) => shared;
  const service = renames(links.services, to);
  const workspace = renames(links.workspaces, to);
  const schedule = renames(links.schedules, to);
  const ofService = <T extends { readonly serviceId: string }>(one: T): T => ({
    ...one,
    serviceId: service(one.serviceId),
  });
  const rule = onceEach((one: Rule): Rule => {
    const { scope } = one;
    return 'serviceId' in scope ? { ...one, scope: ofService(scope) } : one;
  });
  const linkRule = onceEach((one: LinkRule): LinkRule => ({
    ...one,
    serviceId: one.serviceId === null ? null : service(one.serviceId),
  }));
  const pattern = onceEach((one: ChannelPattern) => ofService(one));
  const toScheduled = (of: FocusSchedule['services']): FocusSchedule['services'] => {
    if (of.kind === 'some') return { ...of, serviceIds: of.serviceIds.map(service) };
    return of.kind === 'workspace' ? { ...of, workspaceId: workspace(of.workspaceId) } : of;
  };
  return (shared) => ({
    ...shared,
    services: shared.services.map((one) => ({ ...one, id: service(one.id) })),
    rules: shared.rules.map(rule),
    linkRules: shared.linkRules.map(linkRule),
    patterns: shared.patterns.map(pattern),
    tweaks: shared.tweaks.map(ofService),
    workspaces: shared.workspaces.map((one) => ({
      ...one,
      id: workspace(one.id),
      serviceIds: one.serviceIds.map(service),
    })),
    focus: {
      ...shared.focus,
      schedules: shared.focus.schedules.map((one) => ({
        ...one,
        id: schedule(one.id),
        services: toScheduled(one.services),
      })),
    },
  });
}

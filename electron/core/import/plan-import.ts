import { matchServices, sameNameWays } from '../model/match-services';
import type { Persisted } from '../model/persisted';
import { SERVICES_MAX, toServiceName, type ServiceId } from '../model/service';
import { WORKSPACES_MAX, type WorkspaceId } from '../model/workspace';
import type {
  EntryRefusal,
  ForeignData,
  ForeignFormat,
  ForeignService,
  ForeignSettings,
  RefusedEntry,
} from './foreign';
import { toStart, type KnownKinds } from './to-start';

/** A service that can come, and what it will be here. */
export interface PlannedService extends ForeignSettings {
  readonly key: string;
  readonly serviceId: ServiceId;
  /** `here`: it came before, or was added by hand. `no-address`: only once the person has given one. */
  readonly status: 'new' | 'here' | 'no-address';
  readonly recipeId: string;
  readonly name: string;
  readonly url: string | undefined;
}

/** A workspace that can come; one that is here already is only added to. */
export interface PlannedWorkspace {
  readonly workspaceId: WorkspaceId;
  readonly status: 'new' | 'here';
  readonly name: string;
  readonly serviceIds: readonly ServiceId[];
}

/** What bringing a file over would change, before anything is. */
export interface ImportPlan {
  readonly services: readonly PlannedService[];
  readonly workspaces: readonly PlannedWorkspace[];
  readonly refused: readonly RefusedEntry[];
}

/** Says what would come of what was found in a file of another app. Made again of the same file, all of it is `here`. */
export function planImport(
  data: ForeignData,
  here: Pick<Persisted, 'services' | 'workspaces'>,
  known: KnownKinds,
): ImportPlan {
  const there = data.services.map((service) => toNamed(data.format, service, known));
  const idOf = matchServices(
    here.services,
    there.map(({ named }) => named),
    sameNameWays,
  );
  const planned = there.map((one) => toPlanned(one, idOf.get(one.service.key)));
  const room = SERVICES_MAX - here.services.length;
  const fitting = keepFirst(planned, room, ({ status }) => status !== 'here');
  const groups = planWorkspaces(data, fitting.kept, here.workspaces);
  const groupRoom = WORKSPACES_MAX - here.workspaces.length;
  const fittingGroups = keepFirst(groups, groupRoom, ({ status }) => status === 'new');
  return {
    services: fitting.kept,
    workspaces: fittingGroups.kept,
    refused: [
      ...data.refused,
      ...fitting.over.map(({ name }) => refuse('service', name, 'too-many')),
      ...fittingGroups.over.map(({ name }) => refuse('workspace', name, 'too-many')),
    ],
  };
}

interface Named {
  readonly service: ForeignService;
  readonly url: string | undefined;
  readonly named: {
    readonly id: string;
    readonly recipeId: string;
    readonly url: string;
    readonly name: string;
  };
}

function toNamed(format: ForeignFormat, service: ForeignService, known: KnownKinds): Named {
  const { recipeId, recipeName, url } = toStart(format, service, known);
  const name = toServiceName(service.name) ?? toServiceName(recipeName) ?? service.kind;
  return { service, url, named: { id: service.key, recipeId, url: url ?? '', name } };
}

function toPlanned({ service, url, named }: Named, hereId: ServiceId | undefined): PlannedService {
  const { ids: _ids, kind: _kind, address: _address, team: _team, ...kept } = service;
  const serviceId = hereId ?? service.key;
  const status = hereId !== undefined ? 'here' : url === undefined ? 'no-address' : 'new';
  return { ...kept, serviceId, status, recipeId: named.recipeId, name: named.name, url };
}

const refuse = (what: RefusedEntry['what'], name: string, reason: EntryRefusal): RefusedEntry => ({
  what,
  name,
  reason,
});

/** Parts what there is room for from the rest; only what `counts` takes room. */
function keepFirst<T>(
  items: readonly T[],
  room: number,
  counts: (item: T) => boolean,
): { readonly kept: readonly T[]; readonly over: readonly T[] } {
  const counted = items.filter(counts);
  const over = new Set(counted.slice(Math.max(0, room)));
  return { kept: items.filter((item) => !over.has(item)), over: [...over] };
}

/** One of the same name, or that came before, is the one there is. Two of one name in the file become one. */
function planWorkspaces(
  data: ForeignData,
  services: readonly PlannedService[],
  here: Persisted['workspaces'],
): readonly PlannedWorkspace[] {
  const idOf = new Map(services.map(({ key, serviceId }) => [key, serviceId]));
  const planned = new Map<string, PlannedWorkspace>();
  for (const workspace of data.workspaces) {
    const name = toServiceName(workspace.name);
    if (name === undefined) continue;
    const ours = here.find(({ id }) => id === workspace.key) ?? here.find((one) => one.name === name);
    const key = ours?.id ?? JSON.stringify(name);
    const before = planned.get(key);
    const serviceIds = workspace.services.flatMap((one) => idOf.get(one) ?? []);
    planned.set(key, {
      workspaceId: ours?.id ?? before?.workspaceId ?? workspace.key,
      status: ours === undefined ? 'new' : 'here',
      name: ours?.name ?? name,
      serviceIds: [...new Set([...(before?.serviceIds ?? []), ...serviceIds])],
    });
  }
  return [...planned.values()];
}

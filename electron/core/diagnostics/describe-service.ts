import { hostOf } from '../model/address';
import type { Service } from '../model/service';
import type { ServiceSession } from '../state/service-session';
import type { Labels } from './labels';
import { codeOf, megabytesOf, numbersOf, oneOf } from './plain-facts';

/** With what a reason of refusal begins: what follows may be what a page said. */
const REFUSALS = [
  ...([
    'too-many',
    'not-a-message',
    'too-big',
    'unknown-kind',
    'bad-shape',
    'flood',
    'may-not-notify',
  ] as const),
  ...([
    'foreign-frame',
    'frame-gone',
    'not-asked',
    'navigation',
    'window',
    'permission',
    'download',
  ] as const),
  ...(['dialog', 'capture', 'opening', 'worker'] as const),
] as const;

export interface ServiceFacts {
  readonly labelOf: Labels;
  readonly hostLabelOf: Labels;
  /** Recipes that there are: another name would be the person's. */
  readonly recipeIds: readonly string[];
  readonly bytes: number | undefined;
  readonly nowMs: number;
}

/** Gives what of a service is said in the diagnostics: kinds, states and counts, and labels in place of names. */
export function describeService(service: Service, session: ServiceSession, facts: ServiceFacts) {
  const { load, adapter, listening, connection, server } = session;
  return {
    service: facts.labelOf(service.id),
    host: facts.hostLabelOf(hostOf(service.url)),
    scheme: oneOf(['https', 'http'], service.url.split(':')[0]),
    recipe: oneOf(facts.recipeIds, service.recipeId),
    serverVersion: numbersOf(server?.version),
    enabled: service.enabled,
    countInTotal: service.countInTotal,
    keepText: service.keepText,
    muteThere: service.muteThere,
    sleepMode: service.sleepMode,
    listen: service.listen,
    zoomPercent: service.zoomPercent,
    icon: service.icon.kind,
    ownNames: service.ownNames.length,
    ownKeys: service.ownKeys.length,
    permissions: service.permissions.map(({ permission, decision }) => ({ permission, decision })),
    load: load.kind,
    failure:
      load.kind === 'failed' ? { kind: load.failure.kind, code: codeOf(load.failure.code) } : undefined,
    attempt: session.attempt,
    refused: session.refusedCount,
    refusedLast: oneOf(REFUSALS, session.refusedReason?.split(/[: ]/)[0]),
    adapter: adapter.kind,
    channels: session.channels?.length,
    unread: {
      sources: Object.keys(session.reports).map((source) => oneOf(['adapter', 'badge', 'title'], source)),
    },
    listening: listening.kind,
    canSignIn: session.canSignIn,
    connection: connection && {
      kind: connection.kind,
      forS: Math.round((facts.nowMs - connection.sinceMs) / 1000),
    },
    busy: [...session.busy],
    capturing: session.capturing,
    megabytes: megabytesOf(facts.bytes),
  };
}

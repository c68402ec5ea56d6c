import * as z from 'zod/mini';
import { serviceIdSchema, serviceSchema, type Service, type ServiceId } from './service';
import { defaultSettings, settingsSchema, type Settings } from './settings';
import { defaultWindowPlace, windowPlaceSchema, type WindowPlace } from './window';

/** Version of the stored shape; a change of shape adds one and a migration. */
export const PERSISTED_VERSION = 1;

export const persistedSchema = z.object({
  version: z.literal(PERSISTED_VERSION),
  services: z.array(serviceSchema).check(z.maxLength(1000)),
  activeServiceId: z.nullable(serviceIdSchema),
  settings: settingsSchema,
  window: windowPlaceSchema,
});

/** All that survives a restart. The order of `services` is the order on the bar. */
export interface Persisted {
  readonly version: typeof PERSISTED_VERSION;
  readonly services: readonly Service[];
  readonly activeServiceId: ServiceId | null;
  readonly settings: Settings;
  readonly window: WindowPlace;
}

export const emptyPersisted: Persisted = {
  version: PERSISTED_VERSION,
  services: [],
  activeServiceId: null,
  settings: defaultSettings,
  window: defaultWindowPlace,
};

/** What parsing stored data gives: the data, or the first thing wrong with it. */
export type ParsedPersisted =
  { readonly ok: true; readonly persisted: Persisted } | { readonly ok: false; readonly reason: string };

/**
 * Parses data of the present version; never throws. Two services with one id are refused. An active service that is
 * not there gives way to the first: where there are services, one is active.
 */
export function parsePersisted(value: unknown): ParsedPersisted {
  const result = z.safeParse(persistedSchema, value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return { ok: false, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}` };
  }
  const ids = new Set(result.data.services.map((service) => service.id));
  if (ids.size !== result.data.services.length) return { ok: false, reason: 'services: an id occurs twice' };
  return { ok: true, persisted: withActive(result.data) };
}

function withActive(persisted: Persisted): Persisted {
  const { services, activeServiceId } = persisted;
  if (services.some((service) => service.id === activeServiceId)) return persisted;
  return { ...persisted, activeServiceId: services[0]?.id ?? null };
}

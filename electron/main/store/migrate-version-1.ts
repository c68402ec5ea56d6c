import * as z from 'zod/mini';
import { defaultFocus, type FocusNow } from '../../core/model/focus';
import { emptyPersisted } from '../../core/model/persisted';
import type { Rule } from '../../core/model/rule';
import { migration } from './migration';

/** What version 1 wrote, as far as something becomes of it; the rest is given on as it is and parsed at the end. */
const schema = z.object({
  version: z.literal(1),
  services: z.array(z.looseObject({ id: z.string(), notify: z.boolean() })),
  activeServiceId: z.nullable(z.string()),
  settings: z.object({
    theme: z.unknown(),
    barSize: z.unknown(),
    closeToTray: z.unknown(),
    downloads: z.unknown(),
    notifications: z.discriminatedUnion('kind', [
      z.object({ kind: z.literal('on') }),
      z.object({ kind: z.literal('paused') }),
      z.object({ kind: z.literal('paused-until'), untilMs: z.number() }),
    ]),
  }),
  window: z.unknown(),
});

/**
 * To version 2: a service whose notifications were off gets a rule that says so and goes on counting; a pause of all
 * becomes a pause of today's kind.
 */
export const version1 = migration(1, schema, (old) => {
  const { notifications, ...settings } = old.settings;
  const now: FocusNow | null =
    notifications.kind === 'on'
      ? null
      : {
          startedAtMs: 0,
          untilMs: notifications.kind === 'paused' ? null : notifications.untilMs,
          end: 'moment',
          isPause: true,
        };
  const rules = old.services.flatMap(({ id, notify }): readonly Rule[] =>
    notify ? [] : [{ scope: { kind: 'service', serviceId: id }, values: { notify: 'none' } }],
  );
  return {
    ...emptyPersisted,
    ...old,
    services: old.services.map(({ notify: _notify, ...service }) => ({
      ...service,
      keepText: true,
      ownNames: [],
    })),
    settings: { ...emptyPersisted.settings, ...settings },
    rules,
    focus: { ...defaultFocus, now },
  };
});

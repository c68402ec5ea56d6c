import fc from 'fast-check';
import { emptyPersisted } from '../model/persisted';
import { noTweaks } from '../model/tweaks';
import type { Service } from '../model/service';
import { syncOff } from '../model/sync';

/** What actions of moving carry. */
export const broughtActions = (service: fc.Arbitrary<Service>, serviceId: fc.Arbitrary<string>) => ({
  'services-brought': fc.record({
    services: fc.array(service, { maxLength: 3 }),
    rules: fc.array(
      fc.record({
        scope: fc.record({ kind: fc.constant('service' as const), serviceId }),
        values: fc.constant({ notify: 'none' as const }),
      }),
      { maxLength: 2 },
    ),
    tweaks: fc.array(
      serviceId.map((id) => ({ ...noTweaks(id), css: 'p {}' })),
      { maxLength: 2 },
    ),
    workspaces: fc.array(
      fc.record({
        id: fc.constantFrom('w1', 'w9'),
        name: fc.constant('Came'),
        serviceIds: fc.array(serviceId, { maxLength: 3 }),
        staysQuiet: fc.boolean(),
      }),
      { maxLength: 2 },
    ),
  }),
  'kept-merged': fc.record({
    persisted: fc
      .uniqueArray(service, { maxLength: 3, selector: ({ id }) => id })
      .map((services) =>
        Object.assign({}, emptyPersisted, { services, activeServiceId: services[0]?.id ?? null }),
      ),
  }),
  'sync-changed': fc.constant({ sync: syncOff }),
  'kept-restored': fc.record({
    persisted: fc
      .uniqueArray(service, { maxLength: 3, selector: ({ id }) => id })
      .map((services) =>
        Object.assign({}, emptyPersisted, { services, activeServiceId: services[0]?.id ?? null }),
      ),
  }),
});

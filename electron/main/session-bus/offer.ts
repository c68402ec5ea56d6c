import type * as dbus from 'dbus-next';
import type { BusObject } from './bus';

interface Link {
  readonly bus: dbus.MessageBus;
  readonly library: typeof dbus;
}

const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** Has the library answer calls of an object of ours, and say what there is to call. */
export async function offer({ bus, library }: Link, object: BusObject): Promise<void> {
  class Offered extends library.interface.Interface {}
  const methods = Object.entries(object.methods);
  for (const [name, { answer }] of methods)
    Reflect.set(Offered.prototype, name, (...body: unknown[]): unknown => {
      const reply = answer(body);
      if (reply.kind === 'failed') throw new library.DBusError(reply.name, withoutNul(reply.reason));
      return typeof reply.value === 'string' ? withoutNul(reply.value) : reply.value;
    });
  Offered.configureMembers({
    methods: Object.fromEntries(
      methods.map(([name, { takes, gives = '' }]) => [name, { inSignature: takes, outSignature: gives }]),
    ),
  });
  bus.export(object.path, new Offered(object.interface));
  // Whoever has the name keeps it: another Foyer, with another data folder, was there first. A bus that lets nobody have
  // one, or goes away meanwhile, says so here and nowhere else: then nobody finds us.
  await bus.requestName(object.name, library.NameFlag.DO_NOT_QUEUE).catch(() => undefined);
}

/** Gives the name back; what was called by it is found no more. */
export const withdraw = async ({ bus }: Pick<Link, 'bus'>, { name }: BusObject): Promise<void> => {
  await bus.releaseName(name).catch(() => undefined);
};

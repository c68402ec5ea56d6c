import type * as dbus from 'dbus-next';
import type { BusObject } from './bus';

interface Link {
  readonly bus: dbus.MessageBus;
  readonly library: typeof dbus;
}

const withoutNul = (text: string): string => text.replaceAll('\0', '');

/** Has the library answer calls of an object of ours, and say what there is to call; gives what {@link withdraw} takes back. */
export function offer({ bus, library }: Link, object: BusObject): dbus.interface.Interface {
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
  const made = new Offered(object.interface);
  bus.export(object.path, made);
  // Whoever has the name keeps it: another Foyer, with another data folder, was there first. A bus that lets nobody have
  // one, or goes away meanwhile, says so here and nowhere else: then nobody finds us.
  bus.requestName(object.name, library.NameFlag.DO_NOT_QUEUE).catch(() => undefined);
  return made;
}

/** Gives the name back; what was called by it is found no more. */
export function withdraw(
  { bus }: Pick<Link, 'bus'>,
  { name, path }: BusObject,
  made: dbus.interface.Interface,
): void {
  bus.unexport(path, made);
  bus.releaseName(name).catch(() => undefined);
}

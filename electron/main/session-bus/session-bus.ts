import type * as dbus from 'dbus-next';
import type { BusAnswer, BusCall, BusObject, BusSignal, SessionBus } from './bus';
import { toSocketAddress } from './bus-address';
import { createNameWatch } from './name-watch';
import { offer, withdraw } from './offer';
import { fromWire, toWire } from './wire';

type Library = typeof dbus;

export interface SessionBusPort {
  /** As in `DBUS_SESSION_BUS_ADDRESS`. */
  readonly address: string | undefined;
  /** Gives dbus-next; asked for at first use, so that start-up does not pay for it. */
  readonly load: () => Promise<Library>;
}

interface Link {
  readonly bus: dbus.MessageBus;
  readonly library: Library;
  /** What of ours is answered for on it. */
  readonly offered: Map<BusObject, dbus.interface.Interface>;
}

const CONNECT_TIMEOUT_MS = 5_000;
/** What D-Bus itself takes for the end of patience. */
const CALL_TIMEOUT_MS = 25_000;

/** Creates the link to the session bus: connected at first use, and again at the next use after it was lost. */
export function createSessionBus(port: SessionBusPort): SessionBus {
  const held: { link: Promise<Link | undefined> | undefined; isLost: boolean; isClosed: boolean } = {
    link: undefined,
    isLost: false,
    isClosed: false,
  };
  const pending = new Set<(answer: BusAnswer) => void>();
  const served = new Set<BusObject>();

  const lose = (): void => {
    held.link = undefined;
    held.isLost = true;
    for (const settle of [...pending]) settle({ kind: 'failed', reason: 'the session bus went away' });
    names.lose();
  };

  const connect = async (): Promise<Link | undefined> => {
    const address = port.address === undefined ? undefined : toSocketAddress(port.address);
    if (address === undefined) return undefined;
    const library = await port.load();
    const bus = library.sessionBus({ busAddress: address });
    if (!(await isConnected(bus))) return undefined;
    bus.on('error', lose);
    bus.on('message', (message) => {
      if (message.type !== library.MessageType.SIGNAL) return;
      const body = message.body.map((value) => fromWire(value, library.Variant));
      // An answer read just before it is still on its way through promises, and has to be known first.
      setImmediate(() => names.hear(message, body));
    });
    const made: Link = { bus, library, offered: new Map() };
    for (const object of served) offerOnce(made, object);
    if (held.isLost) queueMicrotask(names.renew);
    held.isLost = false;
    return made;
  };

  const link = (): Promise<Link | undefined> => {
    if (held.isClosed) return Promise.resolve(undefined);
    held.link ??= connect()
      .catch(() => undefined)
      .then((reached) => {
        // Not there yet, perhaps: the next use tries again.
        if (reached === undefined) {
          held.link = undefined;
          held.isLost = true;
        }
        return reached;
      });
    return held.link;
  };

  const call = async (wanted: BusCall): Promise<BusAnswer> => {
    const reached = await link();
    return reached === undefined
      ? { kind: 'failed', reason: 'there is no session bus' }
      : send(reached, wanted, pending);
  };
  const names = createNameWatch(call);

  return {
    call,
    emit: (signal) => {
      void link().then((reached) => reached?.bus.send(toSignal(reached.library, signal)));
    },
    watch: names.watch,
    serve: (object) => {
      served.add(object);
      void link().then((reached) => {
        if (reached !== undefined && served.has(object)) offerOnce(reached, object);
      });
      return () => {
        served.delete(object);
        void held.link?.then((reached) => {
          const made = reached?.offered.get(object);
          if (reached === undefined || made === undefined) return;
          reached.offered.delete(object);
          withdraw(reached, object, made);
        });
      };
    },
    close: () => {
      names.clear();
      // What was asked for just before is still on its way through a few promises.
      setImmediate(() => {
        held.isClosed = true;
        void held.link?.then((reached) => reached?.bus.disconnect());
      });
    },
  };
}

/** A connection that is being made while something is to be served comes by it in two ways. */
function offerOnce(link: Link, object: BusObject): void {
  if (!link.offered.has(object)) link.offered.set(object, offer(link, object));
}

function send(link: Link, wanted: BusCall, pending: Set<(answer: BusAnswer) => void>): Promise<BusAnswer> {
  const { library, bus } = link;
  const timeoutMs = wanted.timeoutMs ?? CALL_TIMEOUT_MS;
  return new Promise((resolve) => {
    const settle = (answer: BusAnswer): void => {
      clearTimeout(timer);
      pending.delete(settle);
      resolve(answer);
    };
    const giveUp = (): void => settle({ kind: 'failed', reason: `no answer in ${timeoutMs} ms` });
    const timer = timeoutMs === 'never' ? undefined : setTimeout(giveUp, timeoutMs);
    pending.add(settle);
    bus.call(toCall(library, wanted)).then(
      (reply) =>
        settle({ kind: 'reply', body: (reply?.body ?? []).map((one) => fromWire(one, library.Variant)) }),
      (error: unknown) => settle({ kind: 'failed', reason: String(error) }),
    );
  });
}

function toCall({ Message, Variant }: Library, wanted: BusCall): dbus.Message {
  return new Message({
    destination: wanted.name,
    path: wanted.path,
    interface: wanted.interface,
    member: wanted.member,
    signature: wanted.signature ?? '',
    body: (wanted.body ?? []).map((value) => toWire(value, Variant)),
  });
}

function toSignal({ Message, Variant }: Library, signal: BusSignal): dbus.Message {
  const body = (signal.body ?? []).map((value) => toWire(value, Variant));
  return Message.newSignal(signal.path, signal.interface, signal.member, signal.signature, body);
}

/** dbus-next encodes what was sent too early inside an event, where a mistake cannot be caught: so nothing is. */
function isConnected(bus: dbus.MessageBus): Promise<boolean> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(false), CONNECT_TIMEOUT_MS);
    const settle = (connected: boolean) => () => {
      clearTimeout(timer);
      resolve(connected);
    };
    bus.once('connect', settle(true));
    bus.on('error', settle(false));
  });
}

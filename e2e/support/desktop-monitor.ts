import { Message, sessionBus } from 'dbus-next';

export interface BusMonitor {
  stop(): void;
}

/** Calls `hear` with each message that fits one of the rules, whoever sends it to whom, and when it came. */
export async function startBusMonitor(
  address: string,
  rules: readonly string[],
  hear: (message: Message, receivedAtMs: number) => void,
): Promise<BusMonitor> {
  const bus = sessionBus({ busAddress: address });
  await new Promise<void>((resolve, reject) => {
    bus.once('connect', resolve);
    bus.once('error', reject);
  });
  bus.on('error', () => undefined);
  // A monitor that answers what it overhears is thrown off the bus; claiming each call as handled keeps it silent.
  bus.addMethodHandler(() => true);
  await bus.call(
    new Message({
      destination: 'org.freedesktop.DBus',
      path: '/org/freedesktop/DBus',
      interface: 'org.freedesktop.DBus.Monitoring',
      member: 'BecomeMonitor',
      signature: 'asu',
      body: [[...rules], 0],
    }),
  );
  bus.on('message', (message) => hear(message, performance.timeOrigin + performance.now()));
  return { stop: () => bus.disconnect() };
}

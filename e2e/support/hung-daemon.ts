import type { Message } from 'dbus-next';
import { connectBus } from './desktop-bus.js';

/** Something that has the notification daemon's name and never answers. */
export interface HungDaemon {
  /** Names of the methods called so far. */
  calls(): readonly string[];
  stop(): void;
}

/** Takes the name of the notification daemon on that bus, as one that hangs. */
export async function startHungDaemon(address: string): Promise<HungDaemon> {
  const connection = await connectBus(address);
  const calls: string[] = [];
  connection.bus.addMethodHandler((message: Message) => {
    calls.push(message.member);
    return true;
  });
  await connection.bus.requestName('org.freedesktop.Notifications', 0);
  return { calls: () => calls, stop: connection.close };
}

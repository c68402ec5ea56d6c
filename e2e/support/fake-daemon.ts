import { Message } from 'dbus-next';
import { connectBus } from './desktop-bus.js';

/** Somebody who has the notification daemon's name and says who it is, and no more. */
export async function startFakeDaemon(address: string, name: string): Promise<{ readonly stop: () => void }> {
  const connection = await connectBus(address);
  connection.bus.addMethodHandler((message: Message) => {
    if (message.member !== 'GetServerInformation') return false;
    connection.bus.send(Message.newMethodReturn(message, 'ssss', [name, 'vendor', '1', '1.2']));
    return true;
  });
  await connection.bus.requestName('org.freedesktop.Notifications', 0);
  return { stop: connection.close };
}

import { expect, it } from 'vitest';
import { toSocketAddress } from './bus-address';

it.each<[string, string | undefined]>([
  ['unix:path=/run/user/1000/bus', 'unix:socket=/run/user/1000/bus'],
  ['unix:path=/tmp/dbus-x,guid=0123', 'unix:socket=/tmp/dbus-x'],
  ['unix:abstract=/tmp/dbus-x,guid=0123', 'unix:socket=\0/tmp/dbus-x'],
  ['unix:path=/home/a%20b/bus', 'unix:socket=/home/a b/bus'],
  ['tcp:host=localhost,port=1;unix:path=/run/bus', 'unix:socket=/run/bus'],
  ['autolaunch:', undefined],
  ['unix:path=/tmp/with%2ccomma', undefined],
  ['unix:path=/tmp/%zz', undefined],
  ['unix:runtime=yes', undefined],
  ['', undefined],
])('D32 %s', (address, socket) => {
  expect(toSocketAddress(address)).toBe(socket);
});

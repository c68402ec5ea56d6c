import { expect, it } from 'vitest';
import type { BusObject } from '../session-bus/bus';
import { startBusVerbs } from './bus-verbs';

function setUp(code: 0 | 1 = 0) {
  const served: BusObject[] = [];
  const heard: (readonly string[])[] = [];
  startBusVerbs({
    bus: {
      serve: (object) => {
        served.push(object);
        return () => undefined;
      },
    },
    hear: (args) => {
      heard.push(args);
      return { code, text: 'said\n' };
    },
  });
  const call = (member: string, ...body: readonly unknown[]) => served[0]?.methods[member]?.answer(body);
  return { call, heard };
}

it.each([
  ['Open', ['Chat', ''], ['open', '--', 'Chat']],
  ['Open', ['', ''], ['open', '--']],
  ['Open', ['--off', 'general'], ['open', '--', '--off', 'general']],
  ['OpenLink', ['foyer://open/x'], ['foyer://open/x']],
  ['Add', ['chat.example.org'], ['add', '--', 'chat.example.org']],
  ['Compose', ['Chat', '', 'Hello'], ['compose', '--', 'Chat', 'Hello']],
  ['Mute', ['Chat', 'general', '1h'], ['mute', '--for=1h', '--', 'Chat', 'general']],
  ['Mute', ['Chat', '', ''], ['mute', '--for=always', '--', 'Chat']],
  ['Focus', ['off'], ['focus', '--for=off']],
])('D90 %s %j is heard as on the command line', (member, body, args) => {
  const { call, heard } = setUp();
  expect(call(member, ...body)).toEqual({ kind: 'reply', value: undefined });
  expect(heard).toEqual([args]);
});

it('D90 gives the status, and an error with the reason for what is not done', () => {
  expect(setUp().call('Status')).toEqual({ kind: 'reply', value: 'said' });
  expect(setUp(1).call('Open', 'nowhere', '')).toEqual({
    kind: 'failed',
    name: 'app.foyer.Foyer1.Error.Refused',
    reason: 'said',
  });
});

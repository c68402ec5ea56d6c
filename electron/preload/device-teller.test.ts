import { expect, it } from 'vitest';
import { createDeviceTeller } from './device-teller';

const device = (kind: MediaDeviceKind, label: string, deviceId = label) => ({ kind, label, deviceId });
const used = '{"kind":"capture","tracks":1,"cameras":0,"screens":0,"asks":0,"shares":0}';
const unused = '{"kind":"capture","tracks":0,"cameras":0,"screens":0,"asks":0,"shares":0}';

function setUp() {
  const there = [
    device('audioinput', 'Default - Headset', 'default'),
    device('audioinput', 'Headset'),
    device('audioinput', 'Headset'),
    device('audiooutput', 'Loudspeaker'),
    device('videoinput', 'Lid'),
    device('videoinput', ''),
  ];
  const sent: unknown[] = [];
  const held = { asks: 0 };
  const hear = createDeviceTeller({
    enumerate: async () => {
      held.asks += 1;
      return there;
    },
    send: (text) => sent.push(JSON.parse(text)),
  });
  return { there, sent, held, hear };
}
const settled = () => new Promise((resolve) => void setImmediate(resolve));

it('V44 tells what there is once one is in use, each once', async () => {
  const { hear, sent, held } = setUp();
  hear('{"kind":"badge"}');
  hear(unused);
  await settled();
  expect(held.asks).toBe(0);
  hear(used);
  hear(used);
  await settled();
  expect(sent).toEqual([{ kind: 'devices', cameras: ['Lid'], microphones: ['Headset'] }]);
  expect(held.asks).toBe(1);
});

it('V44 looks anew each time use begins, and tells what has changed', async () => {
  const { hear, sent, there } = setUp();
  hear(used);
  hear(unused);
  hear(used);
  await settled();
  expect(sent).toHaveLength(1);
  there.push(device('videoinput', 'Desk'));
  hear(unused);
  hear(used);
  await settled();
  expect(sent.at(-1)).toMatchObject({ cameras: ['Lid', 'Desk'] });
});

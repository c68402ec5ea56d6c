// What Chromium offers pages of late, tried once the person has clicked.
import { settled } from './hostile-tools.js';

/** What gives an empty list has given nothing. */
const some = async (list) => (await list).length > 0 || Promise.reject(new Error('none'));
const price = { total: { label: 'x', amount: { currency: 'EUR', value: '1' } } };
const ways = {
  serial: () => navigator.serial.requestPort(),
  bluetooth: () => navigator.bluetooth.requestDevice({ acceptAllDevices: true }),
  hid: () => some(navigator.hid.requestDevice({ filters: [] })),
  usb: () => navigator.usb.requestDevice({ filters: [] }),
  fonts: () => some(queryLocalFonts()),
  idle: () => new IdleDetector().start(),
  screens: () => getScreenDetails(),
  awake: () => navigator.wakeLock.request('screen'),
  colours: () => new EyeDropper().open(),
  pay: () => new PaymentRequest([{ supportedMethods: 'https://pay.test/' }], price).show(),
  present: () => new PresentationRequest('https://show.test/').start(),
};

export const newerActs = {
  newer: async () => {
    await new Promise((resolve) => addEventListener('click', resolve, { once: true }));
    const all = Object.entries(ways).map(async ([name, run]) => [
      name,
      await settled(Promise.resolve().then(run)),
    ]);
    for (const scheme of ['web+foyer', 'mailto'])
      navigator.registerProtocolHandler(scheme, `${location.origin}/?%s`);
    return JSON.stringify(Object.fromEntries(await Promise.all(all)));
  },
};

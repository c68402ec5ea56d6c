import { expect, test, type Page } from '@playwright/test';
import { startStage, type Stage } from '../servers/web/stage.js';

// Focus keeps pages quiet, never a call.
let stage: Stage;
let page: Page;

test.beforeAll(async () => {
  stage = await startStage({
    services: (web) => ({
      call: `${web.own}/call.html?name=call`,
      other: `${web.own}/call.html?name=other`,
    }),
    args: ['--use-fake-device-for-media-stream'],
  });
  await stage.foyer.app.evaluate(({ ipcMain }) => {
    const counts: number[] = [];
    Reflect.set(globalThis, 'counts', counts);
    ipcMain.on('service:message', (_event, text: string) => {
      if (text.includes('"capture"')) counts.push(Number(/\d+/.exec(text)?.[0]));
    });
  });
  page = await stage.page('name=call');
  await stage.page('name=other');
});

test.afterAll(async () => {
  await stage?.stop();
});

test.afterEach(async () => {
  await silence(false);
});

const silence = (isSilenced: boolean) =>
  isSilenced ? stage.command('focus.begin', { until: null, isPause: false }) : stage.command('focus.end');

/** Of the page with that in its address: whether it is muted, and whether it is to be heard. */
const soundOf = (part: string) =>
  stage.foyer.app.evaluate(({ webContents }, given) => {
    const found = webContents.getAllWebContents().find((one) => one.getURL().includes(given));
    return found?.isAudioMuted() === true ? 'muted' : 'on';
  }, part);
const isAudible = (part: string) =>
  stage.foyer.app.evaluate(
    ({ webContents }, given) =>
      webContents
        .getAllWebContents()
        .find((one) => one.getURL().includes(given))
        ?.isCurrentlyAudible(),
    part,
  );
/** How many live tracks pages told of, oldest first. */
const captures = () => stage.foyer.app.evaluate(() => Reflect.get(globalThis, 'counts') as number[]);
type Step = 'start' | 'clone' | 'end' | 'claim';
const call = (step: Step) =>
  page.evaluate(async (given) => {
    await (Reflect.get(globalThis, 'call') as Record<Step, () => unknown>)[given]();
  }, step);
const allow = async () => {
  const sheet = stage.foyer.shell.getByRole('dialog', { name: /Call would like to use your microphone/ });
  await sheet.getByRole('button', { name: 'Allow', exact: true }).click();
};

test('V20 a page that makes sounds is muted while its service is silenced, and is heard again', async () => {
  await expect.poll(() => isAudible('name=call')).toBe(true);
  await silence(true);
  await expect.poll(() => soundOf('name=call')).toBe('muted');
  expect(await soundOf('name=other')).toBe('muted');
  await silence(false);
  await expect.poll(() => soundOf('name=call')).toBe('on');
});

test('P70 V20 V22 V23 V38 one with a live track is heard, a copy of it too, and is muted when the last has ended', async () => {
  const started = call('start');
  await allow();
  await started;
  await silence(true);
  await expect.poll(() => soundOf('name=other')).toBe('muted');
  expect(await soundOf('name=call')).toBe('on');
  await expect(stage.onBar(/^Call/)).toHaveAccessibleName(/uses the microphone/);
  await call('clone');
  const toldBefore = (await captures()).length;
  await expect.poll(async () => (await captures()).length).toBeGreaterThan(toldBefore + 1);
  expect((await captures()).at(-1)).toBe(1);
  expect(await captures()).not.toContain(0);
  expect(await soundOf('name=call')).toBe('on');
  await call('end');
  await expect.poll(() => soundOf('name=call')).toBe('muted');
  await call('start');
  await expect.poll(() => soundOf('name=call')).toBe('on');
  await stage.command('service.reload', { serviceId: 'call', fromStartPage: true });
  await expect.poll(() => soundOf('name=call')).toBe('muted');
});

test('V22 one that merely claims is muted, also where its process lies to main', async () => {
  await call('claim');
  await silence(true);
  await expect.poll(() => soundOf('name=call')).toBe('muted');
  await stage.foyer.app.evaluate(({ ipcMain, webContents }) => {
    const found = webContents.getAllWebContents().find((one) => one.getURL().includes('name=call'));
    const event = { sender: found, senderFrame: found?.mainFrame };
    ipcMain.emit('service:message', event, '{"kind":"capture","tracks":3}');
  });
  await expect.poll(() => stage.foyer.log()).toMatch(/refused: capture: nothing was given x1 of call/);
  expect(await soundOf('name=call')).toBe('muted');
});

test('P73 V23 a call in a frame of another origin is heard, and over when the frame is taken out', async () => {
  const started = stage.web.reports.find((one) => one.from === 'frame');
  await page.evaluate(
    (src) => (Reflect.get(globalThis, 'call') as { frame: (src: string) => void }).frame(src),
    `${stage.web.foreign}/call.html?name=frame&start`,
  );
  await allow();
  expect((await started).what).toBe('started');
  await silence(true);
  await expect.poll(() => soundOf('name=other')).toBe('muted');
  expect(await soundOf('name=call')).toBe('on');
  await page.evaluate(() => document.querySelector('iframe')?.remove());
  await expect.poll(() => soundOf('name=call')).toBe('muted');
});

test('V44 V45 the microphone that was chosen for a service is the one its page gets, now and in its next document', async () => {
  const labelOf = () =>
    page.evaluate(async () => {
      const [track] = (await navigator.mediaDevices.getUserMedia({ audio: true })).getTracks();
      track?.stop();
      return track?.label;
    });
  // Of what it claimed before nothing is left.
  await page.reload();
  const choose = (microphone: string | null) =>
    stage.command('service.set-devices', { serviceId: 'call', devices: { camera: null, microphone } });
  expect(await labelOf()).not.toBe('Fake Audio Input 2');
  await expect
    .poll(async () => (await stage.service('call')).knownDevices.microphones)
    .toContain('Fake Audio Input 2');
  await choose('Fake Audio Input 2');
  await expect.poll(labelOf).toBe('Fake Audio Input 2');
  await page.reload();
  await expect.poll(labelOf).toBe('Fake Audio Input 2');
  await choose(null);
  await expect.poll(labelOf).not.toBe('Fake Audio Input 2');
});

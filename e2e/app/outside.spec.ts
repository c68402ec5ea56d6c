import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startStage, type Stage } from '../servers/web/stage.js';
import { fromOutside, type FromOutside } from '../support/from-outside.js';

test.describe.configure({ mode: 'serial' });

let stage: Stage;
let outside: FromOutside;

test.beforeAll(async () => {
  stage = await startStage({
    services: (web) => ({ desk: `${web.own}/calm.html?name=desk`, front: `${web.own}/calm.html?name=front` }),
    settings: { vendorLinks: ['mattermost'] },
  });
  outside = fromOutside(stage.foyer.profile, stage.desktop.env);
});

test.afterAll(async () => {
  await stage.stop();
});

const active = async (): Promise<string | null> => (await stage.projection()).activeServiceId;
const follow = (link: string) => outside.bus('OpenLink', 's', link);
const sheet = () => stage.foyer.shell.getByRole('dialog');

test('D80 D81 the command line asks the Foyer that runs, and ends with its answer', async () => {
  const said = await outside.cli('status', '--json');
  expect(said.code).toBe(0);
  const status = JSON.parse(said.out) as { isRunning: boolean; services: { id: string; isShown: boolean }[] };
  expect(status.isRunning).toBe(true);
  expect(status.services.map(({ id, isShown }) => [id, isShown])).toEqual([
    ['desk', true],
    ['front', false],
  ]);
  expect(await outside.cli('mute', 'front', '--for', '1h')).toMatchObject({ code: 0, out: '' });
  await expect.poll(async () => (await stage.service('front')).quietUntilMs).toBeGreaterThan(Date.now());
  expect(await outside.cli('open', 'nowhere')).toMatchObject({
    code: 1,
    err: expect.stringContaining('There is no service “nowhere”.'),
  });
  const folder = join(stage.foyer.profile, 'asked');
  expect((await stat(folder)).mode & 0o777).toBe(0o700);
  expect((await stat(join(folder, 'socket'))).mode & 0o777).toBe(0o600);
});

test('D90 the verbs are on the session bus, and say what there is to call', async () => {
  await outside.bus('Open', 'ss', 'Front', '');
  await expect.poll(active).toBe('front');
  await outside.bus('Focus', 's', '30m');
  expect((await stage.projection()).focus).toHaveLength(1);
  await outside.bus('Focus', 's', 'off');
  expect((await stage.projection()).focus).toHaveLength(0);
  expect(await outside.bus('Status', '')).toContain('isShown');
  await expect(outside.bus('Mute', 'sss', 'nowhere', '', '')).rejects.toThrow('There is no service');
  const seen = await stage.desktop.bus.call(
    {
      name: 'app.foyer.Foyer',
      path: '/app/foyer/Foyer',
      interface: 'org.freedesktop.DBus.Introspectable',
    },
    'Introspect',
  );
  expect(String(seen)).toContain('Compose');
});

test('D70 D71 D72 a link opens what is there; what it wants changed the person is asked about', async () => {
  // As the desktop hands it over: one argument of a new start.
  await outside.cli('foyer://open/desk');
  await expect.poll(active).toBe('desk');
  await follow('foyer://mute/Desk?for=tomorrow');
  await expect(sheet()).toContainText('Mute Desk?');
  expect((await stage.service('desk')).quietUntilMs).toBeUndefined();
  // While one waits for its answer no other gets in its way.
  await expect(follow('foyer://focus')).rejects.toThrow('Another link is still waiting');
  await stage.foyer.shell.keyboard.press('Escape');
  await expect(sheet()).toHaveCount(0);
  expect((await stage.service('desk')).quietUntilMs).toBeUndefined();
  expect((await stage.projection()).focus).toHaveLength(0);
  await follow('foyer://add?server=chat.localhost');
  await expect(sheet()).toContainText('Add a service at chat.localhost?');
  const yes = sheet().getByRole('button', { name: 'Look there' });
  await expect(yes).not.toHaveAttribute('aria-disabled', 'true');
  await yes.click();
  await expect(stage.foyer.shell.getByRole('combobox')).toHaveValue('chat.localhost');
  // Nothing else that stands beside a link is heard.
  await expect(async () => {
    await outside.cli('mute', 'desk', 'mattermost://chat.example.org/team/channels/town-square');
    // Of links that come as fast as these the fifth is one too many; another comes half a moment later.
    await expect(sheet()).toContainText('Add a service at https://chat.example.org/?', { timeout: 1_000 });
  }).toPass({ timeout: 15_000 });
  expect((await stage.service('desk')).quietUntilMs).toBeUndefined();
  await sheet().getByRole('button', { name: 'Cancel' }).click();
});

import { expect, test, type Page } from '@playwright/test';
import { barOf, menuEntry, onBar, openAddresses, pickFor } from '../support/bar';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { command } from '../support/inbox';
import { startPlainServer, type PlainServer } from '../support/plain-server';
import { seedService } from '../support/seed';

// What the person sees and does about sleep, in one run of the real app.
test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let server: PlainServer;
let foyer: Foyer;
let profile: string;
const shell = (): Page => foyer.shell;
const nameOf = (name: string) => barOf(shell()).getByRole('button', { name: new RegExp(`^${name}`) });

test.beforeAll(async () => {
  [desktop, server, profile] = await Promise.all([startDesktop(), startPlainServer(), createProfile()]);
  const services = ['One', 'Two', 'Three'].map((name) => {
    const id = name.toLowerCase();
    const recipeId = name === 'Three' ? 'rocketchat' : 'website';
    return seedService({ id, recipeId, name, url: server.urlFor(`${id}.localhost`) });
  });
  foyer = await startFoyer({ env: desktop.env, profile, seed: { services, activeServiceId: 'one' } });
  await Promise.all(['one', 'two', 'three'].map((id) => foyer.servicePage(`${id}.localhost`)));
});
test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([desktop?.stop(), server?.stop()]);
  await removeProfile(profile);
});

test('Z5 Z60 Z61 one behind is put to sleep by its menu, says so with the time of its counts, and is woken by it', async () => {
  await pickFor(shell(), 'Two', 'Put to sleep');
  await expect(nameOf('Two')).toHaveAccessibleName(/^Two, asleep, counts from \d/);
  await expect.poll(() => openAddresses(foyer)).not.toContain(server.urlFor('two.localhost'));
  await pickFor(shell(), 'Two', 'Wake');
  await foyer.servicePage('two.localhost');
  await expect(nameOf('Two')).toHaveAccessibleName('Two');
});

test('Z61 Z62 the one on the screen is told by command, says so, and sleeps once it is left', async () => {
  const toSleep = shell().getByRole('status').getByText('Sleeps once you leave');
  await command(shell(), 'command.run', { id: 'service.sleep' });
  await expect(toSleep).toBeVisible();
  await pickFor(shell(), 'One', 'Do not put to sleep');
  await expect(toSleep).toBeHidden();
  await onBar(shell(), 'One').click({ button: 'right' });
  await shell().getByRole('menuitem', { name: 'Put to sleep Once you leave it' }).click();
  await expect(toSleep).toBeVisible();
  await onBar(shell(), 'Two').click();
  await expect(nameOf('One')).toHaveAccessibleName(/^One, asleep/);
});

test('Z11 Z62 all others sleep by command; one that is gone to is there again, and all wake by command', async () => {
  await command(shell(), 'command.run', { id: 'service.sleepOthers' });
  await expect(nameOf('Three')).toHaveAccessibleName(/^Three, asleep/);
  await onBar(shell(), 'One').click();
  await foyer.servicePage('one.localhost');
  await expect(nameOf('One')).toHaveAccessibleName('One, shown');
  await command(shell(), 'command.run', { id: 'service.wakeAll' });
  await foyer.servicePage('three.localhost');
  await expect(nameOf('Three')).not.toHaveAccessibleName(/asleep/);
});

test('Z70 Z72 Z73 Z75 what everything uses is seen by key, changes by itself, and a service is reloaded and put to sleep there', async () => {
  await onBar(shell(), 'One').click();
  await command(shell(), 'command.run', { id: 'processes' });
  const sheet = shell().getByRole('dialog', { name: 'What uses memory and processor' });
  const rowOf = (name: string) => sheet.getByRole('row', { name: new RegExp(`^${name}`) });
  await expect(rowOf('Two').getByRole('cell').first()).toHaveText(/^\d+ MB$/);
  await expect(rowOf('Main process').getByRole('cell').first()).toHaveText(/^\d+ MB$/);
  await expect(rowOf('All together').getByRole('cell').nth(1)).toHaveText(/^[\d.,]+%$/);
  const loaded = (await foyer.servicePage('two.localhost')).waitForEvent('load');
  await rowOf('Two').getByRole('button', { name: 'Reload Two' }).focus();
  await shell().keyboard.press('r');
  await loaded;
  await expect(rowOf('Two')).toContainText('Awake');
  await shell().keyboard.press('s');
  await expect(rowOf('Two')).toContainText('Asleep');
  await rowOf('Two').getByRole('button', { name: 'Wake Two' }).click();
  await expect(rowOf('Two')).toContainText('Awake');
  await sheet.getByRole('button', { name: 'Service', exact: true }).click();
  await expect(sheet.getByRole('columnheader', { name: 'Service' })).toHaveAttribute(
    'aria-sort',
    'ascending',
  );
  await expect(sheet.getByRole('row').nth(1)).toHaveAccessibleName(/^One/);
  await shell().keyboard.press('Escape');
  await expect(sheet).toHaveCount(0);
});

test('Z52 Z63 memory is a place of its own in the settings, and what is set there holds', async () => {
  await command(shell(), 'command.run', { id: 'settings.memory' });
  const after = shell().getByRole('combobox', { name: 'Services sleep' });
  await expect(after).toBeFocused();
  await after.selectOption('After 30 minutes');
  await shell().getByRole('combobox', { name: 'Look at those nobody hears' }).selectOption('Never');
  await shell().getByRole('switch', { name: 'Sooner when the battery is spared' }).click();
  await shell().getByRole('combobox', { name: 'Awake at once' }).selectOption('5 services at most');
  const root = shell().locator(':root');
  await expect(root).toHaveAttribute('data-saving', 'false');
  await shell().getByRole('radiogroup', { name: 'Spare the battery' }).getByText('Always').click();
  await expect(shell().getByText(/^On now: services sleep sooner/)).toBeVisible();
  await expect(root).toHaveAttribute('data-saving', 'true');
  // Nothing runs on a battery here: by itself it is off.
  await command(shell(), 'command.run', { id: 'saver' });
  await expect(shell().getByRole('radio', { name: 'On battery' })).toBeChecked();
  await expect(root).toHaveAttribute('data-saving', 'false');
  await expect(shell().getByText(/does not look at them either/)).toBeVisible();
  await expect
    .poll(async () => (await command(shell(), 'app.connect', undefined)).settings.sleep)
    .toMatchObject({
      afterMin: 30,
      checkEveryMin: null,
      soonerOnBattery: false,
      awakeMax: 5,
      deafToo: false,
    });
});

test('Z61 Z64 each service says how it sleeps and is heard; one that is always awake cannot be put to sleep', async () => {
  const search = shell().getByRole('textbox', { name: 'Search settings' });
  await search.fill('two.localhost');
  await expect(shell().getByText('does not listen for it and does not look either')).toBeVisible();
  await shell().getByRole('combobox', { name: 'Sleep', exact: true }).selectOption('Always awake');
  await search.fill('three.localhost');
  await expect(shell().getByText('kept only until Foyer ends')).toBeVisible();
  await shell().getByRole('combobox', { name: 'While it sleeps' }).selectOption('Listen');
  await expect
    .poll(async () => (await command(shell(), 'app.connect', undefined)).services)
    .toMatchObject([{}, { sleepMode: 'awake' }, { listen: 'yes' }]);
  await onBar(shell(), 'Two').click({ button: 'right' });
  const entry = shell().getByRole('menuitem', { name: 'Put to sleep Set to be always awake' });
  await expect(entry).toBeDisabled();
  await shell().keyboard.press('Escape');
  await expect(menuEntry(shell(), 'Rename')).toBeHidden();
});

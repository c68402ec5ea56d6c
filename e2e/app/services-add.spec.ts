import { expect, type Page, test } from '@playwright/test';
import { findFreePorts } from '../servers/lib/net.js';
import { namesOnBar, onBar, openAddresses } from '../support/bar.js';
import { type Desktop, startDesktop } from '../support/desktop.js';
import { type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { type Site, startSite } from '../support/site.js';

test.describe.configure({ mode: 'serial' });

let desktop: Desktop;
let site: Site;
let foyer: Foyer;
let shell: Page;

test.beforeAll(async () => {
  [desktop, site] = await Promise.all([startDesktop(), startSite()]);
  // A name that is not there, and one that is there but is no loopback name, whatever network the tests run on.
  const rules = '--host-resolver-rules=MAP missing.example ~NOTFOUND, MAP plain.example 127.0.0.1';
  foyer = await startFoyer({ env: desktop.env, args: [rules] });
  ({ shell } = foyer);
});

test.afterAll(async () => {
  await foyer?.quit();
  if (foyer) await removeProfile(foyer.profile);
  await Promise.all([desktop?.stop(), site?.stop()]);
});

test('by keyboard alone, from the first start to the page', async () => {
  await expect(shell.getByRole('combobox', { name: 'Search services' })).toBeFocused();
  await shell.keyboard.type('web');
  await expect(shell.getByRole('option')).toHaveCount(1);
  await shell.keyboard.press('Enter');
  await expect(shell.getByRole('textbox', { name: 'Address' })).toBeFocused();
  await shell.keyboard.type(site.addressOf('ann'));
  await expect(shell.getByText('Found: Page of ann')).toBeVisible();
  await shell.keyboard.press('Tab');
  await expect(shell.getByRole('textbox', { name: 'Name on the bar' })).toHaveValue('Page of ann');
  await shell.keyboard.type('Ann');
  await shell.keyboard.press('Enter');
  await expect(onBar(shell, 'Ann')).toHaveAttribute('aria-current', 'page');
  const page = await foyer.servicePage(site.addressOf('ann'));
  await expect(page.getByRole('heading', { name: 'Signed out' })).toBeVisible();
});

test('by mouse, out of the catalogue', async () => {
  await onBar(shell, 'Add a service').click();
  for (const name of ['Rocket.Chat', 'Mattermost', 'Slack', 'The Lounge', 'Zulip', 'Discord', 'WhatsApp'])
    await expect(shell.getByRole('option', { name })).toHaveCount(1);
  await shell.getByRole('option', { name: 'Rocket.Chat' }).click();
  await shell.getByRole('textbox', { name: 'Address' }).fill(site.addressOf('work'));
  await shell.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(onBar(shell, 'Rocket.Chat')).toHaveAttribute('aria-current', 'page');
  await foyer.servicePage(site.addressOf('work'));
});

test('a second account of the same recipe gets a name and a page of its own', async () => {
  await onBar(shell, 'Add a service').click();
  await shell.getByRole('option', { name: 'Rocket.Chat' }).click();
  const name = shell.getByRole('textbox', { name: 'Name on the bar' });
  await expect(name).toHaveValue('Rocket.Chat 2');
  await shell.getByRole('textbox', { name: 'Address' }).fill(site.addressOf('work'));
  await shell.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(onBar(shell, 'Rocket.Chat 2')).toBeVisible();
  expect(await namesOnBar(shell)).toEqual(['Ann', 'Rocket.Chat', 'Rocket.Chat 2']);
  await expect
    .poll(() => openAddresses(foyer).filter((url) => url === site.addressOf('work')))
    .toHaveLength(2);
});

test('what cannot be added says why, each in its own words, and nothing is added', async () => {
  const before = await namesOnBar(shell);
  const [deadPort] = await findFreePorts(1);
  await onBar(shell, 'Add a service').click();
  await shell.getByRole('option', { name: 'Website' }).click();
  const address = shell.getByRole('textbox', { name: 'Address' });
  const cases: readonly (readonly [typed: string, said: RegExp])[] = [
    ['', /^Type an address first/],
    [`127.0.0.1:${deadPort}`, /no server answers/],
    ['https://missing.example', /^There is no server by that name/],
    ['file:///etc/passwd', /^Only web addresses work here/],
    ['javascript:alert(1)', /^Only web addresses work here/],
    [site.selfSignedAddress, /certificate cannot be trusted/],
    [site.addressOf('broken'), /answered with an error/],
    [site.addressOf('circle'), /leads in circles/],
    ['https://ann:secret@chat.example', /^Leave the user name and password out/],
    ['chat example', /has no spaces/],
    ['http://', /^That is not an address/],
  ];
  for (const [typed, said] of cases) {
    await address.fill(typed);
    await shell.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(address, typed).toHaveAccessibleDescription(said);
    await expect(address).toHaveAttribute('aria-invalid', 'true');
  }
  expect(await namesOnBar(shell)).toEqual(before);
  await address.fill(site.addressOf('late'));
  await expect(address).not.toHaveAttribute('aria-invalid', 'true');
  await shell.getByRole('button', { name: 'Cancel' }).click();
});

test('an address that is not encrypted is warned of before it is added', async () => {
  await shell.getByRole('option', { name: 'Website' }).click();
  const address = shell.getByRole('textbox', { name: 'Address' });
  const warning = shell.getByText('This address is not encrypted.');
  await address.fill(site.addressOf('here'));
  await expect(shell.getByText('Found: Page of here')).toBeVisible();
  await expect(warning).toBeHidden();
  await address.fill(`http://plain.example:${site.port}/open/`);
  // In one breath, before the server was asked: the warning has to be there to be read first.
  await shell.keyboard.press('Enter');
  await expect(warning).toBeVisible();
  await expect(onBar(shell, 'Page of open')).toHaveCount(0);
  await shell.getByRole('button', { name: 'Add', exact: true }).click();
  await expect(onBar(shell, 'Page of open')).toBeVisible();
});

test('adding can be left: Escape goes back a step, and then to the page', async () => {
  await onBar(shell, 'Add a service').click();
  await shell.getByRole('option', { name: 'Zulip' }).click();
  await expect(shell.getByRole('heading', { name: 'Zulip' })).toBeVisible();
  await shell.keyboard.press('Escape');
  await expect(shell.getByRole('combobox', { name: 'Search services' })).toBeFocused();
  await shell.keyboard.press('Escape');
  await expect(shell.getByRole('heading', { name: 'Page of open' })).toBeVisible();
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
});

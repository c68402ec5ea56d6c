import { expect, test } from '@playwright/test';
import { makeIdentity } from '../support/certificates.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startTlsServer, type TlsServer } from '../servers/web/tls-server.js';

// Real servers with certificates made now: what is wrong is named, trusted only once it was shown, and taken back at once.
const DAY_MS = 86_400_000;
const host = '127.0.0.1';
const authority = makeIdentity({ name: 'Own authority', isAuthority: true });
const identities = {
  own: makeIdentity({ name: host, hosts: [host] }),
  changed: makeIdentity({ name: host, hosts: [host] }),
  late: makeIdentity({
    name: host,
    hosts: [host],
    validFromMs: Date.now() - 90 * DAY_MS,
    validToMs: Date.now() - DAY_MS,
  }),
  other: makeIdentity({ name: 'elsewhere.test', hosts: ['elsewhere.test'] }),
  unknown: makeIdentity({ name: host, hosts: [host], by: authority }),
  second: makeIdentity({ name: host, hosts: [host] }),
};
const servers = new Map<string, TlsServer>();
let stage: Stage;

test.beforeAll(async () => {
  for (const id of ['own', 'late', 'other', 'unknown', 'second'] as const)
    servers.set(id, await startTlsServer(identities[id]));
  stage = await startStage({
    services: (web) => ({
      home: `${web.own}/calm.html?name=home`,
      ...Object.fromEntries([...servers].map(([id, { url }]) => [id, url])),
    }),
  });
});

test.afterAll(async () => {
  await stage?.stop();
  await Promise.all([...servers.values()].map((server) => server.stop()));
});

const server = (id: string): TlsServer => {
  const found = servers.get(id);
  if (found === undefined) throw new Error(`no server ${id}`);
  return found;
};
const place = (id: string): string => `${host}:${server(id).port}`;
const show = (id: string) => stage.command('service.activate', { serviceId: id });
const failure = (name: RegExp) => stage.foyer.shell.getByRole('region', { name });
const dialog = () => stage.foyer.shell.getByRole('dialog', { name: /Trust this certificate at/ });
const title = async (id: string) => (await stage.service(id)).title;
const kept = async () => (await stage.projection()).certificates;
const lines = (hex: string): RegExp => new RegExp(hex.split(' ').join('\\s*'));

async function trust(id: string, heading: RegExp): Promise<void> {
  await show(id);
  await failure(heading).getByRole('button', { name: 'Trust this certificate' }).click();
  await dialog().getByRole('button', { name: 'Trust it' }).click();
}

/** Presses the button before all is said to be known. */
async function pressAnyway(): Promise<void> {
  const button = dialog().getByRole('button', { name: 'Trust it' });
  await expect(button).toBeDisabled();
  await button.dispatchEvent('click');
  await expect(dialog()).toBeVisible();
}

test('T2 T3 one that signed itself is named, shown whole, and trusted at its host by the person', async () => {
  await show('own');
  await expect(failure(/vouches for itself/)).toContainText('nothing was sent to it');
  await expect(failure(/vouches for itself/)).toContainText(lines(identities.own.hex));
  expect(server('own').requests.items).toEqual([]);
  await failure(/vouches for itself/)
    .getByRole('button', { name: 'Trust this certificate' })
    .click();
  await expect(dialog()).toContainText(lines(identities.own.hex));
  await expect(dialog()).toContainText('Signed by');
  await dialog().getByRole('button', { name: 'Trust it' }).click();
  await expect.poll(() => title('own')).toBe('Inside connected fetched');
  expect(await kept()).toMatchObject([
    { place: place('own'), fingerprint: identities.own.fingerprint, problems: ['self-signed'] },
  ]);
});

test('T1 T6 the same certificate at another port is another matter, and within a page nothing is asked', async () => {
  const page = await stage.page(server('own').url);
  const said = await page.evaluate(async (url) => {
    const tries = [fetch(url, { mode: 'no-cors' }), fetch(`${url}again`, { mode: 'no-cors' })];
    return (await Promise.allSettled(tries)).map(({ status }) => status);
  }, server('second').url);
  expect(said).toEqual(['rejected', 'rejected']);
  await expect(stage.foyer.shell.getByRole('dialog')).toHaveCount(0);
  expect(server('second').requests.items).toEqual([]);
});

test('T2 T3 one that is out of date is trusted only by who says that they know', async () => {
  await show('late');
  await expect(failure(/vouches for itself/)).toContainText('Ask whoever runs the server to renew it');
  await failure(/vouches for itself/)
    .getByRole('button', { name: 'Trust this certificate' })
    .click();
  await pressAnyway();
  expect((await kept()).map((one) => one.place)).toEqual([place('own')]);
  await dialog().getByRole('checkbox', { name: 'I know that the certificate is out of date.' }).check();
  await dialog().getByRole('button', { name: 'Trust it' }).click();
  await expect.poll(() => title('late')).toBe('Inside connected fetched');
  expect((await kept())[0]?.problems).toEqual(['self-signed', 'expired']);
});

test('T2 one for another host, and one of an authority that nobody here knows, are named', async () => {
  await show('other');
  await expect(failure(/vouches for itself/)).toContainText(
    'The server answered with the certificate of elsewhere.test',
  );
  await show('unknown');
  await expect(failure(/Nobody known vouches for/)).toContainText('signed by Own authority');
});

test('T4 another certificate than the one that was trusted is a loud warning with both fingerprints', async () => {
  server('own').become(identities.changed);
  await stage.command('service.reload', { serviceId: 'own', fromStartPage: true });
  await show('own');
  const warning = failure(/The certificate of 127\.0\.0\.1:\d+ has changed/);
  await expect(warning.getByRole('alert')).toContainText('somebody may be listening in between');
  await expect(warning).toContainText(lines(identities.changed.hex));
  await expect(warning).toContainText(lines(identities.own.hex));
  const before = server('own').requests.items.length;
  await warning.getByRole('button', { name: 'Trust this certificate' }).click();
  await pressAnyway();
  expect(server('own').requests.items.length).toBe(before);
  await dialog()
    .getByRole('checkbox', { name: /I know that the certificate was changed/ })
    .check();
  await dialog().getByRole('button', { name: 'Trust it' }).click();
  await expect.poll(() => title('own')).toBe('Inside connected fetched');
  expect((await kept()).filter((one) => one.place === place('own'))).toMatchObject([
    { fingerprint: identities.changed.fingerprint },
  ]);
});

test('T7 T8 trust is listed in the settings, and taken back it holds no more at once, for open sockets too', async () => {
  await expect.poll(() => server('own').openSockets()).toBe(1);
  await stage.foyer.shell.getByRole('button', { name: 'Settings' }).first().click();
  await expect(stage.foyer.shell.getByRole('listitem').filter({ hasText: place('own') })).toContainText(
    lines(identities.changed.hex),
  );
  const before = server('own').requests.items.length;
  await stage.foyer.shell.getByRole('button', { name: `Take back the trust in ${place('own')}` }).click();
  await expect.poll(() => server('own').openSockets()).toBe(0);
  await expect(stage.foyer.shell.getByRole('listitem').filter({ hasText: place('own') })).toHaveCount(0);
  await show('own');
  await expect(failure(/vouches for itself/)).toContainText(lines(identities.changed.hex));
  expect(server('own').requests.items.length).toBe(before);
  await trust('own', /vouches for itself/);
  await expect.poll(() => title('own')).toBe('Inside connected fetched');
});

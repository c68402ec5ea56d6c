import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { aTrusted } from '../../electron/core/trust.test-support.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startTlsServer, type TlsServer } from '../servers/web/tls-server.js';
import { makeIdentity } from '../support/certificates.js';
import { toPfx } from '../support/pfx.js';

// A server that wants to see a certificate of the person's own; the system's store is a real one, in a home of the test's.
const host = '127.0.0.1';
const identity = makeIdentity({ name: host, hosts: [host] });
const people = makeIdentity({ name: 'People', isAuthority: true });
const mira = makeIdentity({ name: 'Mira', by: people, isPersons: true });
let home: string;
let server: TlsServer;
let stage: Stage;

test.beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'foyer-home-'));
  server = await startTlsServer(identity, {
    tls: { ca: people.cert, requestCert: true, rejectUnauthorized: false },
  });
  const place = `${host}:${server.port}`;
  stage = await startStage({
    services: (web) => ({ home: `${web.own}/calm.html?name=home` }),
    kept: {
      certificates: [aTrusted({ place, fingerprint: identity.fingerprint, validToMs: Date.now() + 9e7 })],
    },
    env: { HOME: home },
  });
  const file = join(home, 'mira.p12');
  await writeFile(file, toPfx(mira, 'secret'));
  const imported = await stage.foyer.app.evaluate(
    ({ app }, certificate) =>
      new Promise<number>((resolve) => app.importCertificate({ certificate, password: 'secret' }, resolve)),
    file,
  );
  expect(imported).toBe(0);
});

test.afterAll(async () => {
  await stage?.stop();
  await server?.stop();
  await rm(home, { recursive: true, force: true });
});

const sheet = () => stage.foyer.shell.getByRole('dialog', { name: /asks who you are/ });
const add = (name: string) =>
  stage.command('service.add', { recipeId: 'website', address: server.url, name });
const arrival = (after: number) => server.requests.find(({ path }) => path === '/', { after });

test('T30 T31 a server is shown the certificate that was chosen for it, and none before', async () => {
  await add('Chosen');
  await expect(sheet()).toContainText('Signed by People');
  expect(server.requests.items).toEqual([]);
  await expect(sheet().getByRole('radio', { name: /Mira/ })).not.toBeChecked();
  await expect(sheet().getByRole('button', { name: 'Show this one' })).toBeDisabled();
  await sheet().getByRole('radio', { name: /Mira/ }).check();
  await sheet()
    .getByRole('checkbox', { name: /from now on without asking/ })
    .check();
  await sheet().getByRole('button', { name: 'Show this one' }).click();
  expect((await arrival(0)).client).toBe('Mira');
  const { ownCertificates } = await stage.projection();
  expect(ownCertificates).toMatchObject([{ place: `${host}:${server.port}`, fingerprint: mira.fingerprint }]);
});

test('T30 another service is asked for itself, and may show none', async () => {
  const after = server.requests.items.length;
  await add('Unknown');
  await sheet().getByRole('button', { name: 'Show none' }).click();
  expect((await arrival(after)).client).toBeUndefined();
});

test('T31 the choice is listed in the settings and can be forgotten', async () => {
  await stage.foyer.shell.getByRole('button', { name: 'Settings' }).first().click();
  await stage.foyer.shell.getByRole('button', { name: /Ask again which certificate to show/ }).click();
  await expect.poll(async () => (await stage.projection()).ownCertificates).toEqual([]);
});

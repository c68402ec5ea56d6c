import { expect, test } from '@playwright/test';
import { aTrusted } from '../../electron/core/trust.test-support.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { startTlsServer, type TlsServer } from '../servers/web/tls-server.js';
import { makeIdentity } from '../support/certificates.js';

// A certificate that was trusted before the app started: Chromium is told of it at the very first connection, and remembers.
const host = '127.0.0.1';
const identity = makeIdentity({ name: host, hosts: [host] });
let server: TlsServer;
let stage: Stage;

test.beforeAll(async () => {
  server = await startTlsServer(identity);
  stage = await startStage({
    services: () => ({ own: server.url }),
    kept: {
      certificates: [
        aTrusted({
          place: `${host}:${server.port}`,
          fingerprint: identity.fingerprint,
          subject: host,
          issuer: host,
        }),
      ],
    },
  });
});

test.afterAll(async () => {
  await stage?.stop();
  await server?.stop();
});

const title = async () => (await stage.service('own')).title;
const failure = () => stage.foyer.shell.getByRole('region', { name: /vouches for itself/ });

test('T6 kept trust holds from the first connection on, for workers too', async () => {
  await expect.poll(title).toBe('Inside connected fetched');
  const page = await stage.page(server.url);
  const scope = await page.evaluate(async () => {
    const { scope: found } = await navigator.serviceWorker.register('/worker.js');
    return found;
  });
  expect(scope).toBe(server.url);
});

test('T7 taken back, nothing reaches the server although Chromium remembers that it was fine', async () => {
  await expect.poll(server.openSockets).toBe(1);
  const before = server.requests.items.length;
  await stage.command('certificate.revoke', { place: `${host}:${server.port}` });
  await expect.poll(server.openSockets).toBe(0);
  await expect(failure()).toBeVisible();
  await stage.command('service.reload', { serviceId: 'own', fromStartPage: true });
  await expect(failure()).toBeVisible();
  expect(server.requests.items.length).toBe(before);
  expect(stage.foyer.log()).toContain('certificate no longer trusted');
});

test('T3 trusted anew, it is there again', async () => {
  await failure().getByRole('button', { name: 'Trust this certificate' }).click();
  const dialog = stage.foyer.shell.getByRole('dialog', { name: /Trust this certificate at/ });
  await dialog.getByRole('button', { name: 'Trust it' }).press('Enter');
  await expect.poll(title).toBe('Inside connected fetched');
});

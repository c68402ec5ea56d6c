import { expect, test } from '@playwright/test';
import { digestAuth } from '../servers/web/digest.js';
import { startProxy, type Proxy } from '../servers/web/proxy.js';
import { startStage, type Stage } from '../servers/web/stage.js';
import { basicAuth } from '../servers/web/web-server.js';

// Names and passwords that are asked for by HTTP, through a proxy that wants one of its own.
let proxy: Proxy;
let stage: Stage;
const server = { password: 'right' };

test.beforeAll(async () => {
  proxy = await startProxy('mira', 'out');
  stage = await startStage({
    services: (web) => ({
      digest: `${web.own}/digest`,
      kept: `${web.own}/kept`,
      calm: `${web.own}/calm.html?name=calm`,
    }),
    routes: {
      '/digest': digestAuth('Digest', 'alice', 'right'),
      '/kept': (request, response) => basicAuth('Kept', 'alice', server.password)(request, response),
    },
    hasKeyRing: true,
    args: [`--proxy-server=127.0.0.1:${proxy.port}`, '--proxy-bypass-list=<-loopback>'],
  });
});

test.afterAll(async () => {
  await stage?.stop();
  await proxy?.stop();
});

const show = (id: string) => stage.command('service.activate', { serviceId: id });
const sheet = (name: RegExp) => stage.foyer.shell.getByRole('dialog', { name });
const title = async (id: string) => (await stage.service(id)).title;

async function signIn(name: RegExp, user: string, password: string, isKept = false): Promise<void> {
  await sheet(name).getByRole('textbox', { name: 'User name' }).fill(user);
  await sheet(name).getByLabel('Password', { exact: true }).fill(password);
  if (isKept)
    await sheet(name)
      .getByRole('checkbox', { name: /Remember it/ })
      .check();
  await sheet(name).getByRole('button', { name: 'Sign in', exact: true }).click();
}

const ofProxy = /Sign in to the proxy 127/;
const ofServer = /Sign in to 127/;

test('T22 G11 a proxy that wants a password is named, and told once it lets all services and looks through', async () => {
  const look = () => stage.command('server.discover', { text: `${stage.web.own}/calm.html` });
  expect(await look()).toMatchObject({ kind: 'gate', gate: { kind: 'proxy' } });
  await show('digest');
  await expect(sheet(ofProxy)).toContainText('It says: The way out');
  await signIn(ofProxy, 'mira', 'wrong');
  await expect(sheet(ofProxy)).toContainText('That did not work');
  await signIn(ofProxy, 'mira', 'out');
  await expect.poll(() => title('calm')).toMatch(/calm/i);
  await expect(sheet(ofServer)).toBeVisible();
  await expect(sheet(ofProxy)).toHaveCount(0);
  expect(await look()).toMatchObject({ kind: 'website' });
});

test('W14 digest: wrong is said, right lets in', async () => {
  await show('digest');
  await expect(sheet(ofServer)).toContainText('It says: Digest');
  await signIn(ofServer, 'alice', 'wrong');
  await expect(sheet(ofServer)).toContainText('That did not work');
  await signIn(ofServer, 'alice', 'right');
  await expect.poll(() => title('digest')).toBe('Inside');
});

test('T20 remembered, it is not asked for again, and is listed without its words', async () => {
  await show('kept');
  await signIn(ofServer, 'alice', 'right', true);
  await expect.poll(() => title('kept')).toBe('Inside');
  expect((await stage.projection()).logins).toMatchObject([
    { serviceId: 'kept', realm: 'Kept', isProxy: false },
  ]);
  expect(JSON.stringify(await stage.projection())).not.toContain('alice');
  await stage.foyer.app.evaluate(({ session }) =>
    session.fromPartition('persist:service-kept').clearAuthCache(),
  );
  const before = stage.web.requests.items.length;
  await stage.command('service.reload', { serviceId: 'kept', fromStartPage: true });
  await stage.web.requests.find((path) => path === '/kept', { after: before });
  await expect.poll(async () => (await stage.service('kept')).load.kind).toBe('ready');
  await expect(sheet(ofServer)).toHaveCount(0);
});

test('T21 remembered and wrong since, it is tried once, forgotten, and asked for', async () => {
  server.password = 'changed';
  await stage.foyer.app.evaluate(({ session }) =>
    session.fromPartition('persist:service-kept').clearAuthCache(),
  );
  const before = stage.web.requests.items.length;
  await stage.command('service.reload', { serviceId: 'kept', fromStartPage: true });
  await expect(sheet(ofServer)).toContainText('That did not work');
  expect((await stage.projection()).logins).toEqual([]);
  expect(
    stage.web.requests.items.slice(before).filter((path) => path === '/kept').length,
  ).toBeLessThanOrEqual(2);
  await signIn(ofServer, 'alice', 'changed', true);
  await expect.poll(() => title('kept')).toBe('Inside');
});

test('T20 forgotten in the settings, it is asked for again', async () => {
  await stage.foyer.shell.getByRole('button', { name: 'Settings' }).first().click();
  await stage.foyer.shell.getByRole('button', { name: /Forget the password for 127/ }).click();
  await expect.poll(async () => (await stage.projection()).logins).toEqual([]);
  await stage.command('service.reload', { serviceId: 'kept', fromStartPage: true });
  await show('kept');
  await expect(sheet(ofServer)).toBeVisible();
});

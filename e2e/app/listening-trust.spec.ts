import { expect, test } from '@playwright/test';
import { startRocketChat, type RocketChat } from '../servers/rocketchat/rocketchat';
import { makeIdentity } from '../support/certificates';
import { command } from '../support/inbox';
import { startRocketScene, type RocketScene, type Stage } from '../support/rocketchat-scene';
import { startTlsFront, type TlsFront } from '../support/tls-front';

// A Rocket.Chat behind a certificate that only the person trusts, asleep.
test.describe.configure({ mode: 'serial' });

const identity = makeIdentity({ name: '127.0.0.1', hosts: ['127.0.0.1'] });
let server: RocketChat;
let front: TlsFront;
let scene: RocketScene;
let team: Stage;

test.beforeAll(async () => {
  server = await startRocketChat({ version: '7.9.0' });
  front = await startTlsFront(identity, Number(new URL(server.url).port));
  const servers = { team: { ...server, url: front.url }, seen: {} };
  scene = await startRocketScene(servers, async ({ shell }) => {
    await shell.getByRole('button', { name: 'Trust this certificate' }).click();
    const dialog = shell.getByRole('dialog', { name: /Trust this certificate at/ });
    await dialog.getByRole('button', { name: 'Trust it' }).press('Enter');
  });
  team = scene.stages.find(({ serviceId }) => serviceId === 'team') as Stage;
  await scene.signIn(team);
  // What it signs in with is taken of a page that knows who is there.
  await scene.agreed(team);
  await command(scene.foyer.shell, 'service.set-listen', { serviceId: 'team', listen: 'yes' });
  await command(scene.foyer.shell, 'service.activate', { serviceId: 'seen' });
  await command(scene.foyer.shell, 'service.sleep', { serviceId: 'team' });
});

test.afterAll(async () => {
  await scene?.stop();
  await front?.stop();
});

const listening = async () => {
  const { services } = await command(scene.foyer.shell, 'app.connect', undefined);
  return services.find(({ id }) => id === 'team')?.listening;
};

test('J13 J18 what the person trusts its listener trusts', async () => {
  await expect.poll(listening).toBe('live');
  const arriving = scene.desktop.nextNotification(({ body }) => body.includes('are you there'));
  await server.say('alice,bob', 'bob', 'are you there');
  expect((await arriving).title).toContain('bob');
});

test('J15 J18 trust taken back, nothing is heard, and no line stays open', async () => {
  await command(scene.foyer.shell, 'certificate.revoke', { place: front.place });
  await expect.poll(listening).toBe('lost');
  await expect.poll(front.open).toBe(0);
});

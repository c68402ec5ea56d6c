import { expect, test, type Page } from '@playwright/test';
import { startHaproxy } from '../servers/haproxy';
import type { Balancer, BalancerOptions } from '../servers/lib/balancer';
import { findFreePorts } from '../servers/lib/net';
import { startNginx } from '../servers/nginx';
import { startRedis } from '../servers/redis';
import { startRocketChat } from '../servers/rocketchat/rocketchat';
import { makeIdentity } from '../support/certificates';
import type { Foyer } from '../support/foyer';
import { inboxOf } from '../support/inbox';
import { startRocketScene, type RocketScene, type Stage } from '../support/rocketchat-scene';

// Real balancers before two instances, processes of their own that share what they know through a real Redis; no session
// is bound to one of them.

const ROOMS = ['general', 'busy', 'private', 'Lunch, where?', 'alice,bob'];
/** So many are said before the kill, at once after it, and when all is well again. */
const SOME = 10;

const sorted = (ids: readonly string[]) => ids.toSorted((a, b) => a.localeCompare(b));

/** Watches from now on; what it gives waits until the page has said that its server is away, however shortly. */
async function watchAway(page: Page): Promise<() => Promise<void>> {
  const status = await page.getByRole('status').elementHandle();
  if (status === null) throw new Error('the page has no status');
  const watch = await status.evaluateHandle((node) => ({
    seen: new Promise<void>((resolve) => {
      const look = () => {
        if (node.textContent === 'Waiting for the server') resolve();
      };
      new MutationObserver(look).observe(node, { subtree: true, childList: true, characterData: true });
      look();
    }),
  }));
  return () => watch.evaluate(({ seen }) => seen);
}

interface Stand {
  readonly scene: RocketScene;
  readonly stage: Stage;
  readonly balancer: Balancer;
  readonly said: string[];
  /** Bob says something in the next room. */
  readonly say: () => Promise<void>;
  readonly saySome: () => Promise<void>;
  /** The messages in the inbox. */
  readonly found: () => Promise<readonly string[]>;
  readonly stop: () => Promise<void>;
}

/** A certificate of an authority that nobody here knows. */
const edge = makeIdentity({
  name: '127.0.0.1',
  hosts: ['127.0.0.1'],
  by: makeIdentity({ name: 'Own authority', isAuthority: true }),
});

/** As a person does who knows that the certificate is theirs. */
async function trustEdge({ shell }: Foyer): Promise<void> {
  await shell
    .getByRole('region', { name: /Nobody known vouches for/ })
    .getByRole('button', { name: 'Trust this certificate' })
    .click();
  const dialog = shell.getByRole('dialog', { name: /Trust this certificate at/ });
  await expect(dialog).toContainText(new RegExp(edge.hex.split(' ').join('\\s*')));
  await dialog.getByRole('button', { name: 'Trust it' }).click();
}

async function startStand(
  start: (options: BalancerOptions) => Promise<Balancer>,
  isEncrypted = false,
): Promise<Stand> {
  const [[port = 0], redis] = await Promise.all([findFreePorts(1), startRedis()]);
  const server = await startRocketChat({
    instances: 2,
    redisPort: redis.port,
    isApart: true,
    siteUrl: `${isEncrypted ? 'https' : 'http'}://127.0.0.1:${port}/`,
    client: { reconnectMs: 300 },
  });
  const backends = server.instances.map((one) => one.port);
  const balancer = await start({ port, backends, ...(isEncrypted && { tls: edge }) });
  const servers = { team: { ...server, url: balancer.url } };
  const scene = await startRocketScene(servers, isEncrypted ? trustEdge : undefined);
  const [stage] = scene.stages;
  if (stage === undefined) throw new Error('not started');
  await scene.signIn(stage);
  await scene.agreed(stage);
  const said: string[] = [];
  const say = async () => {
    const room = ROOMS[said.length % ROOMS.length] ?? '';
    const { _id } = await server.say(room, 'bob', `@alice, number ${said.length}`);
    said.push(_id);
  };
  return {
    scene,
    stage,
    balancer,
    said,
    say,
    saySome: async () => {
      for (let index = 0; index < SOME; index += 1) await say();
    },
    found: async () => sorted((await inboxOf(scene.foyer.shell)).map((one) => one.messageId ?? '')),
    stop: async () => {
      await scene.stop();
      await Promise.all([balancer.stop(), redis.stop()]);
    },
  };
}

for (const [name, start, isEncrypted] of [
  ['nginx', startNginx, false],
  ['HAProxy that ends TLS', startHaproxy, true],
] as const)
  test(`C20 I57 behind ${name} one of two instances is killed: each message is in the inbox once, the counts are right`, async () => {
    const { scene, stage, said, say, saySome, found, stop } = await startStand(start, isEncrypted);
    try {
      const { server, page } = stage;
      await saySome();
      const holder = server.instances.find((one) => one.socketCount() > 0);
      const other = server.instances.find((one) => one !== holder);
      const wasAway = await watchAway(page);
      const killing = holder?.halt();
      await saySome();
      await killing;
      await wasAway();
      // Somebody talks until the page is back, by the other instance.
      await expect
        .poll(async () => {
          await say();
          return page.getByRole('status').textContent();
        })
        .toBe('');
      const backMs = Date.now();
      await scene.agreed(stage);
      test.info().annotations.push({ type: 'counts right after', description: `${Date.now() - backMs} ms` });
      expect(Date.now() - backMs).toBeLessThan(5000);
      await saySome();
      await expect.poll(found, { timeout: 15_000 }).toEqual(sorted(said));
      // It comes back to life and the other is killed; nothing is told again.
      await holder?.resume();
      const wasAwayAgain = await watchAway(page);
      await other?.halt();
      await wasAwayAgain();
      await expect(page.getByRole('status')).toHaveText('');
      await say();
      await expect.poll(found).toEqual(sorted(said));
      await scene.agreed(stage);
      expect(scene.foyer.log()).not.toMatch(/\[foyer\] bug/);
    } finally {
      await stop();
    }
  });

test('C20 HAProxy refuses WebSockets for a while, and one instance is killed: nothing is lost, nothing doubled', async () => {
  const { scene, stage, balancer, said, saySome, found, stop } = await startStand(startHaproxy);
  try {
    const { server, page } = stage;
    await saySome();
    const before = await scene.agreed(stage);
    await balancer.passSockets(false);
    await expect(page.getByRole('status')).toHaveText('Waiting for the server');
    await saySome();
    await server.instances[0]?.halt();
    await saySome();
    expect(server.instances.map((one) => one.socketCount())).toEqual([0, 0]);
    // What is said meanwhile is asked for, for there is no line that would tell.
    await expect.poll(found, { timeout: 40_000 }).toEqual(sorted(said));
    // Foyer keeps what it knows of the rooms.
    expect((await scene.rooms(stage)).map(({ id }) => id)).toEqual(before.map(({ id }) => id));
    await balancer.passSockets(true);
    await expect(page.getByRole('status')).toHaveText('', { timeout: 20_000 });
    const backMs = Date.now();
    await scene.agreed(stage);
    expect(Date.now() - backMs).toBeLessThan(5000);
    await saySome();
    await expect.poll(found, { timeout: 15_000 }).toEqual(sorted(said));
  } finally {
    await stop();
  }
});

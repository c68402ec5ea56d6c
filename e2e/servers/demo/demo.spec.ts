import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { expect, test } from '@playwright/test';
import { startDesktop } from '../../support/desktop.js';
import { startPlainBrowser } from '../lib/browser.js';
import { isAccepting } from '../lib/net.js';
import { SERVERS_FOLDER } from '../lib/packages.js';
import { startDemo } from './demo.js';
import { BEFORE, LATER, type Line, OPENING } from './script.js';
import { createTalk } from './talk.js';

test('the opening brings a mention and a direct message soon, and later lines are spread out', () => {
  let atMs = 0;
  const times = OPENING.map((line) => ({ ...line, atMs: (atMs += line.afterMs) }));
  expect(times.find(({ text }) => text.startsWith('alice:'))?.atMs).toBeLessThan(6000);
  expect(times.find(({ where }) => where === 'alice')?.atMs).toBeLessThan(12_000);
  expect(new Set(LATER.map(({ where }) => where)).size).toBeGreaterThan(5);
  expect(LATER.filter(({ text }) => text.startsWith('alice:')).length).toBeLessThan(LATER.length / 2);
  expect(BEFORE.filter(({ text, where }) => text.includes('alice') || where === 'alice')).toEqual([]);
});

test('the talk says the opening in order, then each later line once, and ends when told', async () => {
  const heard: Line[] = [];
  const { promise, resolve } = withResolvers();
  const talk = createTalk(
    {
      random: () => 0,
      say: async (line) => {
        heard.push(line);
        if (heard.length === OPENING.length + LATER.length) resolve();
        if (heard.length === 2) throw new Error('that server is away');
      },
    },
    0.0001,
  );
  talk.begin();
  talk.begin();
  await promise;
  talk.stop();
  expect(heard.map(({ text }) => text)).toEqual([...OPENING, ...LATER].map(({ text }) => text));
});

test('the demo opens signed in, talks when it is heard, and ends', async () => {
  const [demo, desktop] = await Promise.all([startDemo({ pace: 0.15 }), startDesktop()]);
  const browser = await startPlainBrowser(desktop.env);
  const { page } = browser;
  try {
    const [team, clients, projects] = demo.services;
    expect(demo.services.map(({ recipeId, name }) => [recipeId, name])).toEqual([
      ['thelounge', 'Team chat'],
      ['thelounge', 'Client chat'],
      ['converse', 'Project rooms'],
    ]);
    await page.goto(team?.url ?? '');
    await expect(page.locator('#chat-container')).toContainText('butter knife');
    await expect(page.getByText('has joined the channel')).toHaveCount(0);
    await desktop.findNotification(({ title }) => title === 'mara (#design) says:');
    await desktop.findNotification(({ title }) => title === 'lena says:');
    await expect(page).toHaveTitle(/^\([2-9]\d*\) #general/);
    await page.goto(clients?.url ?? '');
    await expect(page.locator('.channel-list-item[data-name="#acme-cycles"]')).toBeVisible();
    await expect(page.locator('.channel-list-item[data-name="#design"]')).toHaveCount(0);
    await page.goto(projects?.url ?? '');
    await expect(page.locator('converse-rooms-list .list-item')).toHaveCount(3);
    const direct = desktop.nextNotification(({ title }) => title === 'Sofie Lind says');
    await demo.say({ place: 'projects', who: 'sofie', where: 'alice', text: 'hello' });
    await direct;
    const refused = await fetch(
      new URL('/demo-sign-in?user=nobody', (team?.url ?? '').replace('team.localhost', '127.0.0.1')),
    );
    expect(refused.status).toBe(404);
  } finally {
    await browser.close();
    await demo.stop();
    await desktop.stop();
  }
});

test('the command prints one line when all is there, and SIGTERM ends all of it', async () => {
  const command = spawn(process.execPath, ['--import', 'tsx', join(SERVERS_FOLDER, 'demo', 'main.ts')], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  try {
    const [line] = (await once(command.stdout, 'data')) as [Buffer];
    const { services } = JSON.parse(line.toString()) as { services: { url: string }[] };
    const ports = services.map(({ url }) => Number(new URL(url).port));
    expect(ports).toHaveLength(3);
    for (const port of ports) expect(await isAccepting(port)).toBe(true);
    command.kill('SIGTERM');
    expect(await once(command, 'exit')).toEqual([0, null]);
    for (const port of ports) expect(await isAccepting(port)).toBe(false);
  } finally {
    command.kill('SIGKILL');
  }
});

function withResolvers() {
  let resolve: () => void = () => undefined;
  const promise = new Promise<void>((done) => (resolve = done));
  return { promise, resolve };
}

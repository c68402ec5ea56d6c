import { expect, test } from '@playwright/test';
import { attack } from '../support/attack.js';
import { startWeb, type Web } from '../servers/web/web-server.js';
import { startDesktop, type Desktop } from '../support/desktop.js';
import { startAlone, type RunningAlone } from '../support/electron-launch.js';
import { createProfile, removeProfile } from '../support/foyer.js';
import { seedService, writeSeed } from '../support/seed.js';

// Without Playwright in the pages: it answers their dialogs and makes each believe that it is seen and focused.
let web: Web;
let desktop: Desktop;
let profile: string;
let app: RunningAlone;

test.beforeAll(async () => {
  [web, desktop, profile] = await Promise.all([startWeb(), startDesktop(), createProfile()]);
  const service = (id: string, path: string) =>
    seedService({ id, recipeId: 'website', name: id, url: `${web.own}/${path}` });
  writeSeed(profile, {
    services: [
      service('front', 'calm.html?name=front'),
      service('behind', 'calm.html?name=behind'),
      service('hostile', 'hostile.html?act=dialogs'),
    ],
    activeServiceId: 'front',
  });
  app = startAlone({ env: desktop.env, profile });
  for (const name of ['front', 'behind']) await web.reports.find((one) => one.from === name);
});

test.afterAll(async () => {
  await app.stop();
  await Promise.all([desktop.stop(), web.stop(), removeProfile(profile)]);
});

/** What a page says of itself when asked. */
async function look(name: string): Promise<string> {
  // It says that it is there before it listens.
  await expect.poll(() => web.isHeardBy(name)).toBe(true);
  const after = web.reports.items.length;
  web.tell(name, 'look');
  return (await web.reports.find((one) => one.from === name && one.what.includes('focus:'), { after })).what;
}

test('the page in front is visible and knows it, one behind is hidden and knows it', async () => {
  await expect.poll(() => look('front')).toMatch(/^visible/);
  await expect.poll(() => look('behind')).toMatch(/^hidden/);
});

test(
  'a page that loads behind leaves the keyboard where the person types',
  attack('take-the-keyboard'),
  async () => {
    await expect.poll(() => look('front')).toBe('visible focus:true');
    await expect.poll(() => look('behind')).toBe('hidden focus:false');
    const after = web.reports.items.length;
    web.tell('behind', 'reload');
    await web.reports.find((one) => one.from === 'behind' && one.what === 'loaded', { after });
    await expect.poll(() => look('behind')).toBe('hidden focus:false');
    await expect.poll(() => look('front')).toBe('visible focus:true');
  },
);

test('a page behind still hears its server and notifies', async () => {
  web.tell('behind', 'from behind');
  const one = await desktop.findNotification((shown) => shown.title.startsWith('from behind'));
  await desktop.click(one.id);
  await expect.poll(() => look('behind')).toMatch(/^visible/);
  await expect.poll(() => look('front')).toMatch(/^hidden/);
});

test(
  'a storm of dialogs by a page behind shows nothing, holds up nobody, not even that page',
  attack('dialogs-from-behind'),
  async () => {
    await web.reports.find((one) => one.from === 'dialogs' && one.what === 'done');
    await expect.poll(() => app.log()).toMatch(/refused: dialog of a page that is not shown x\d+ of hostile/);
  },
);

import { expect, type Page } from '@playwright/test';
import { onBar } from '../support/bar.js';
import type { Foyer } from '../support/foyer.js';
import { entryWith } from '../support/inbox.js';
import type { Fault } from './fault.js';
import { unhang } from './hang.js';
import { holdingsOf, lostOf } from './holdings.js';
import { loaded, pageOf, show, type Stand, tell, toService, watchOthers } from './stand.js';

/** In a page of the recipe The Lounge: the model that its adapter reads is one that throws, or never gives an answer. */
function poison(how: string): void {
  const root = document.body.appendChild(document.createElement('div'));
  root.id = 'app';
  const $store = {
    get state(): unknown {
      if (how === 'throws') throw new Error('nothing to read here');
      for (;;);
    },
    watch: (read: () => unknown) => read(),
  };
  Object.assign(root, { __vue_app__: { config: { globalProperties: { $store, $router: {} } } } });
}

/** Cat as a service whose adapter has to do with a model that does not do as it should. */
async function withAdapter(stand: Stand): Promise<{ readonly foyer: Foyer; readonly cat: Page }> {
  const cat = { ...toService(stand.web, 'cat'), recipeId: 'thelounge' };
  const services = [toService(stand.web, 'ann'), toService(stand.web, 'bob'), cat];
  const after = stand.web.reports.items.length;
  const foyer = await stand.start({ kept: { services } });
  for (const id of ['ann', 'bob', 'cat']) await loaded(stand.web, id, after);
  await show(foyer, 'cat');
  return { foyer, cat: await pageOf(foyer, 'cat') };
}

const recipeThrows: Fault = {
  id: 'recipe-throws',
  title: 'a recipe’s adapter throws in its page',
  group: 'pages',
  cost: 'nightly',
  run: async (stand) => {
    const { foyer, cat } = await withAdapter(stand);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await cat.evaluate(poison, 'throws');
    await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/channels are not known/);
    // The page itself goes on, and is counted by what it says itself.
    await tell(stand, 'cat', 'said by the page');
    await entryWith(foyer.shell, 'said by the page');
    await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/unread/);
    await othersGoOn();
    const lost = lostOf(before, await holdingsOf(foyer));
    await stand.quit();
    return { seen: '“channels are not known”; its page is counted by its own word', recoverMs: [], lost };
  },
};

const recipeLoops: Fault = {
  id: 'recipe-loops',
  title: 'a recipe’s adapter never comes to an end',
  group: 'pages',
  cost: 'nightly',
  timeoutMs: 120_000,
  run: async (stand) => {
    const { foyer, cat } = await withAdapter(stand);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    const before = await holdingsOf(foyer);
    await cat.evaluate(poison, 'loops');
    const recoverMs = await unhang(stand, foyer);
    await othersGoOn();
    const lost = lostOf(before, await holdingsOf(foyer));
    await stand.quit();
    return { seen: '“Cat is not responding”, with “Reload now”', recoverMs: [recoverMs], lost };
  },
};

const recipeGone: Fault = {
  id: 'recipe-gone',
  title: 'a recipe is not there any more after an update',
  group: 'pages',
  cost: 'nightly',
  run: async (stand) => {
    const cat = { ...toService(stand.web, 'cat'), recipeId: 'of-another-time' };
    const services = [toService(stand.web, 'ann'), toService(stand.web, 'bob'), cat];
    const after = stand.web.reports.items.length;
    const foyer = await stand.start({ kept: { services } });
    for (const id of ['ann', 'bob', 'cat']) await loaded(stand.web, id, after);
    const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
    await show(foyer, 'cat');
    const before = await holdingsOf(foyer);
    await tell(stand, 'cat', 'without its recipe');
    await entryWith(foyer.shell, 'without its recipe');
    await expect(onBar(foyer.shell, 'Cat')).toHaveAccessibleName(/unread/);
    await othersGoOn();
    expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
    const lost = lostOf(before, await holdingsOf(foyer));
    await stand.quit();
    return { seen: 'its page as that of any website', recoverMs: [], lost };
  },
};

export const recipeFaults: readonly Fault[] = [recipeThrows, recipeLoops, recipeGone];

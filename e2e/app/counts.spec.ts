import { expect, test } from '@playwright/test';
import { findWorse, readBudget } from '../../scripts/counts/compare.mjs';
import { type Company, companyServiceOf, startCompany } from '../support/company';
import { startDesktop, type Desktop } from '../support/desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from '../support/foyer';
import { type BorderCounts, countProcesses, watchBorders } from '../support/main-counts';
import { startPlainServer, type PlainServer } from '../support/plain-server';
import { seedService } from '../support/seed';

/*
 * What Foyer takes that does not depend on the machine, against `scripts/counts/budget.json`: how many processes for so
 * many services, and how much goes over main's borders for one message. Of several messages the least counts: what the
 * clock brings in between falls on one or two of them, what a message costs on all. On a busy machine the clock brings
 * more (what is told frame by frame takes more frames), so that more of them are looked at while there is too much.
 */
const SERVICES = 2;
const CHANNELS = 50;
const MESSAGES = 4;
const MESSAGES_MAX = 24;

let desktop: Desktop;
let plain: PlainServer;
let company: Company;
let foyer: Foyer;
let profile: string;

test.beforeAll(async () => {
  [desktop, plain, profile, company] = await Promise.all([
    startDesktop(),
    startPlainServer(),
    createProfile(),
    startCompany(SERVICES, CHANNELS, { sleepMode: 'asleep-at-start', listen: 'yes' }),
  ]);
  const seen = seedService({ id: 'seen', recipeId: 'website', name: 'Seen', url: plain.urlFor('127.0.0.1') });
  foyer = await startFoyer({
    env: desktop.env,
    profile,
    seed: { services: [seen, ...company.services], activeServiceId: 'seen' },
  });
  await foyer.servicePage(plain.urlFor('127.0.0.1'));
});

test.afterAll(async () => {
  await foyer?.quit();
  await Promise.all([desktop?.stop(), plain?.stop(), company?.chat.stop()]);
  await removeProfile(profile);
});

test('processes, messages and bytes are no more than they were', async () => {
  const services = company.users.map((user) => companyServiceOf(foyer, company, user));
  const one = company.users[0] ?? '';
  const budget = await readBudget();
  const counted: Record<string, number> = {};
  const countNow = async (name: string): Promise<void> => {
    const { pages, own } = await countProcesses(foyer);
    counted[`app.processes.pages.${name}`] = pages;
    counted[`app.processes.own.${name}`] = own;
  };

  await countNow('atStart');
  for (const service of services) await service.open();
  await countNow('twoAwake');
  const watch = await watchBorders(foyer);
  const tell = async (text: string): Promise<BorderCounts> =>
    watch.during(async () => {
      const arriving = desktop.nextNotification(({ body }) => body.includes(text));
      await company.tell(one, text);
      await arriving;
    });
  const tellAll = async (name: string): Promise<void> => {
    // The first of all starts the inbox.
    await tell(`first, ${name}`);
    const each: BorderCounts[] = [];
    const least = (): Readonly<Record<string, number>> =>
      Object.fromEntries(
        (['fromPages', 'toShell', 'bytes', 'changes'] as const).map((what) => [
          `app.message.${name}.${what}`,
          Math.min(...each.map((message) => message[what])),
        ]),
      );
    const isTooMuch = (): boolean => findWorse(budget, least(), `app.message.${name}.`).length > 0;
    while (each.length < MESSAGES || (each.length < MESSAGES_MAX && isTooMuch()))
      each.push(await tell(`${name} ${each.length}`));
    Object.assign(counted, least());
  };
  await tellAll('awake');

  for (const service of services) await service.sleep();
  await expect.poll(async () => (await countProcesses(foyer)).pages).toBe(2);
  await countNow('twoAsleep');
  await tellAll('asleep');

  expect(findWorse(budget, counted, 'app.')).toEqual([]);
});

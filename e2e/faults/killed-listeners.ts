import { expect } from '@playwright/test';
import { companyServiceOf, startCompany } from '../support/company.js';
import { entryWith } from '../support/inbox.js';
import type { Fault } from './fault.js';
import { holdingsOf, lostOf } from './holdings.js';
import { killPart } from './processes.js';
import { loaded, people, type Person, toService, watchOthers } from './stand.js';

const MESSAGES = 10;

/** A service of a Rocket.Chat sleeps beside the stand's own, which are awake. */
export const killListeners: Fault = {
  id: 'kill-listeners',
  title: 'kill -9 of the process that hears services asleep, while messages come',
  group: 'processes',
  cost: 'nightly',
  run: async (stand) => {
    const company = await startCompany(1, 3, { listen: 'yes' });
    try {
      const [user = ''] = company.users;
      const ids = Object.keys(people) as Person[];
      const after = stand.web.reports.items.length;
      const services = [...ids.map((id) => toService(stand.web, id)), ...company.services];
      const foyer = await stand.start({ kept: { services } });
      for (const id of ids) await loaded(stand.web, id, after);
      const asleep = companyServiceOf(foyer, company, user);
      await asleep.open();
      await asleep.sleep();
      const othersGoOn = await watchOthers(stand, foyer, 'ann', 'bob');
      await company.tell(user, 'heard before');
      await entryWith(foyer.shell, 'heard before');
      const before = await holdingsOf(foyer);
      const told = async (from: number, to: number): Promise<void> => {
        for (let index = from; index < to; index += 1) await company.tell(user, `to the deaf ${index}`);
      };
      await told(0, MESSAGES / 2);
      const killedMs = await killPart(foyer, 'listeners');
      await told(MESSAGES / 2, MESSAGES);
      await entryWith(foyer.shell, `to the deaf ${MESSAGES - 1}`);
      const recoverMs = performance.now() - killedMs;
      // Each once, whether it was said before the end, after it, or in between.
      const { size } = (await holdingsOf(foyer, { text: 'deaf' })).entries;
      expect(size).toBe(MESSAGES);
      await expect.poll(asleep.load).toBe('asleep live');
      await othersGoOn();
      return {
        seen: 'nothing: all of it is in the inbox, once, a moment later',
        recoverMs: [recoverMs],
        lost: lostOf(before, await holdingsOf(foyer)),
      };
    } finally {
      // The faults after it have three services.
      await stand.quit();
      await company.chat.stop();
    }
  },
};

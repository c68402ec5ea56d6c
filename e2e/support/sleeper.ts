import { setTimeout } from 'node:timers/promises';
import { expect, type Page } from '@playwright/test';
import type { ServiceProjection } from '../../electron/core/ipc/projection.js';
import type { InboxEntry } from '../../electron/core/model/inbox.js';
import { openAddresses } from './bar.js';
import { expectEachOnce } from './each-once.js';
import type { Foyer } from './foyer.js';
import { partsOf } from './scene.js';

/** A service that sleeps, is heard, and wakes again, while another one is looked at. */
export interface Sleeper {
  projected(): Promise<ServiceProjection>;
  /** The addresses of its pages. */
  pages(): readonly string[];
  /** Whether it sleeps and its listener is live. */
  isHeard(): Promise<boolean>;
  /** Lets it be listened to from now on. */
  listen(): Promise<void>;
  /** Puts it to sleep; returns once it is heard and its page is gone. */
  sleep(): Promise<void>;
  /** Wakes it; gives its page once nobody listens any more. */
  wake(): Promise<Page>;
  /** Expects the inbox to have each of these messages once; `nameOf` says of an entry which it is: by its id when left out. */
  keptOnce(said: readonly string[], nameOf?: (entry: InboxEntry) => string | null): Promise<void>;
}

interface SleeperOptions {
  readonly serviceId: string;
  /** The service that is looked at meanwhile. */
  readonly beside: string;
  /** Part of the address of all its pages. */
  readonly address: string;
  /** Longest until nobody listens after it was woken; as all expectations when left out. */
  readonly wakeMaxMs?: number;
}

/** Gives it of the Foyer that runs now. */
export function sleeperOf(
  foyer: () => Foyer,
  { serviceId, beside, address, wakeMaxMs }: SleeperOptions,
): Sleeper {
  const { command, inbox } = partsOf(foyer);
  const projected = async (): Promise<ServiceProjection> => {
    const { services } = await command('app.connect', undefined);
    const found = services.find(({ id }) => id === serviceId);
    if (found === undefined) throw new Error('the service went away');
    return found;
  };
  const pages = (): readonly string[] => openAddresses(foyer()).filter((url) => url.includes(address));
  const isHeard = async (): Promise<boolean> => {
    const { load, listening } = await projected();
    return load.kind === 'asleep' && listening === 'live';
  };
  return {
    projected,
    pages,
    isHeard,
    listen: () => command('service.set-listen', { serviceId, listen: 'yes' }),
    sleep: async () => {
      await command('service.activate', { serviceId: beside });
      await command('service.sleep', { serviceId });
      await expect.poll(isHeard).toBe(true);
      expect(pages()).toEqual([]);
    },
    wake: async () => {
      await command('service.wake', { serviceId });
      const page = await foyer().servicePage(address);
      const patience = wakeMaxMs === undefined ? {} : { timeout: wakeMaxMs };
      await expect.poll(async () => (await projected()).listening, patience).toBe('off');
      return page;
    },
    keptOnce: (said, nameOf = ({ messageId }) => messageId) =>
      expectEachOnce(said, async () =>
        (await inbox({ serviceId })).flatMap((entry) => {
          const name = nameOf(entry);
          return name !== null && said.includes(name) ? [name] : [];
        }),
      ),
  };
}

/** Somebody who talks all the while. */
export interface Talk {
  /** What was said so far. */
  readonly said: readonly string[];
  /** Returns once more was said than that since. */
  more(count: number): Promise<void>;
  end(): Promise<void>;
}

/** How fast they talk. */
const PACE_MS = 40;

/** Lets somebody talk; `say` says something, of which so much was said before, and gives what it is known by. */
export function startTalk(say: (count: number) => Promise<string>): Talk {
  const said: string[] = [];
  const now = { isOn: true };
  const talking = (async () => {
    while (now.isOn) {
      said.push(await say(said.length));
      await setTimeout(PACE_MS);
    }
  })();
  return {
    said,
    more: async (count) => {
      const before = said.length;
      await expect.poll(() => said.length).toBeGreaterThan(before + count);
    },
    end: async () => {
      now.isOn = false;
      await talking;
    },
  };
}

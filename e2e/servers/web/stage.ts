import type { Locator, Page } from '@playwright/test';
import type { CommandName, ShellBridge } from '../../../electron/core/ipc/contract.js';
import type { Projection, ServiceProjection } from '../../../electron/core/ipc/projection.js';
import type { Persisted } from '../../../electron/core/model/persisted.js';
import type { Service } from '../../../electron/core/model/service.js';
import { defaultSettings, type Settings } from '../../../electron/core/model/settings.js';
import { type Desktop, startDesktop } from '../../support/desktop.js';
import { type Foyer, removeProfile, startFoyer } from '../../support/foyer.js';
import { seedService } from '../../support/seed.js';
import { type Routes, startWeb, type Web } from './web-server.js';

/** The app on a desktop, with services of a small web server. */
export interface Stage {
  readonly web: Web;
  readonly desktop: Desktop;
  readonly foyer: Foyer;
  /** What the shell knows of a service now. */
  readonly service: (id: string) => Promise<ServiceProjection>;
  readonly projection: () => Promise<Projection>;
  readonly onBar: (name: string | RegExp) => Locator;
  /** Does as the shell's own page would. */
  readonly command: (name: CommandName, input?: unknown) => Promise<unknown>;
  /** How long the shell's page waits for a switch to that service to be answered, in ms. */
  readonly timeOfSwitching: (serviceId: string) => Promise<number>;
  /** Playwright's hold of the page of a service, by a part of its address. */
  readonly page: (part: string) => Promise<Page>;
  /** Addresses handed to the system's programs since they were last taken; nothing is really opened. */
  readonly opened: () => Promise<readonly string[]>;
  readonly takeOpened: () => Promise<readonly string[]>;
  /** Windows beside the shell's own. */
  readonly childCount: () => Promise<number>;
  readonly stop: () => Promise<void>;
}

export interface StageOptions {
  readonly routes?: Routes;
  /** Services by id, with their addresses; the first is on top. */
  readonly services: (web: Web) => Readonly<Record<string, string>>;
  readonly settings?: Partial<Settings>;
  /** What else is kept from before. */
  readonly kept?: Partial<Persisted>;
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly hasKeyRing?: boolean;
}

/** Starts server, desktop and app; each service's name is its id with a capital. */
export async function startStage({
  routes,
  services,
  settings,
  kept = {},
  args = [],
  env = {},
  hasKeyRing = false,
}: StageOptions): Promise<Stage> {
  const [web, desktop] = await Promise.all([startWeb(routes), startDesktop({ hasKeyRing })]);
  const seeded: Service[] = Object.entries(services(web)).map(([id, url]) =>
    seedService({ id, recipeId: 'website', name: id.charAt(0).toUpperCase() + id.slice(1), url }),
  );
  const foyer = await startFoyer({
    env: { ...desktop.env, ...env },
    args,
    scripts: desktop.scripts,
    seed: {
      ...kept,
      services: seeded,
      activeServiceId: seeded[0]?.id ?? null,
      settings: { ...defaultSettings, ...settings },
    },
  });
  await foyer.app.evaluate(({ shell }) => {
    const opened: string[] = [];
    Reflect.set(globalThis, 'opened', opened);
    shell.openExternal = (url) => Promise.resolve(void opened.push(url));
  });
  const command = (name: CommandName, input?: unknown): Promise<unknown> =>
    foyer.shell.evaluate(
      ([given, value]) => {
        const { shell } = globalThis as unknown as { readonly shell: ShellBridge };
        return (shell.command as (name: string, input: unknown) => Promise<unknown>)(given, value);
      },
      [name, input] as const,
    );
  const projection = async () => (await command('app.connect')) as Projection;
  return {
    web,
    desktop,
    foyer,
    command,
    projection,
    timeOfSwitching: (serviceId) =>
      foyer.shell.evaluate(async (id) => {
        const { shell } = globalThis as unknown as { readonly shell: ShellBridge };
        const startMs = performance.now();
        await shell.command('service.activate', { serviceId: id });
        return performance.now() - startMs;
      }, serviceId),
    service: async (id) => {
      const found = (await projection()).services.find((one) => one.id === id);
      if (found === undefined) throw new Error(`no service ${id}`);
      return found;
    },
    onBar: (name) => foyer.shell.getByRole('navigation', { name: 'Services' }).getByRole('button', { name }),
    page: (part) => foyer.servicePage(part),
    opened: () => foyer.app.evaluate(() => Reflect.get(globalThis, 'opened') as string[]),
    takeOpened: () => foyer.app.evaluate(() => (Reflect.get(globalThis, 'opened') as string[]).splice(0)),
    childCount: () => foyer.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length),
    stop: async () => {
      await foyer.quit();
      await Promise.all([desktop.stop(), web.stop(), removeProfile(foyer.profile)]);
    },
  };
}

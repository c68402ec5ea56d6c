import type { Locator, Page } from '@playwright/test';
import type { Desktop } from './desktop';
import { createProfile, removeProfile, startFoyer, type Foyer } from './foyer';
import type { PlainServer } from './plain-server';
import { seedService } from './seed';

/** A view of the window: whose page it is, and where it stands. */
export interface StackedView {
  readonly url: string;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The real app, as one looks at its shell. */
export interface ShellApp {
  readonly foyer: () => Foyer;
  readonly bar: () => Locator;
  readonly onBar: (name: string | RegExp) => Locator;
  readonly menuItem: (name: string) => Locator;
  /** Ids of the services in the order of the bar. */
  readonly order: () => Promise<(string | null)[]>;
  readonly pageOf: (id: string) => Promise<Page>;
  /** The views of the window, lowest first. */
  readonly stack: () => Promise<StackedView[]>;
  readonly isShellOnTop: () => Promise<boolean>;
  /** Ends the app and starts it on the same profile. */
  readonly restart: () => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts the app with services of these names, each on a host of its own, the first one shown. */
export async function startShellApp(
  desktop: Desktop,
  server: PlainServer,
  names: readonly string[],
): Promise<ShellApp> {
  const profile = await createProfile();
  const services = names.map((name) => {
    const id = name.toLowerCase().replaceAll(' ', '-');
    return seedService({ id, recipeId: 'website', name, url: server.urlFor(`${id}.localhost`) });
  });
  const { env } = desktop;
  const seed = { services, activeServiceId: services[0]?.id ?? null };
  const running = { foyer: await startFoyer({ env, profile, seed }) };
  const bar = (): Locator => running.foyer.shell.getByRole('navigation', { name: 'Services' });
  const stack = (): Promise<StackedView[]> =>
    running.foyer.app.evaluate(({ BaseWindow, WebContentsView }) =>
      (BaseWindow.getAllWindows()[0]?.contentView.children ?? []).flatMap((view) =>
        view instanceof WebContentsView ? [{ url: view.webContents.getURL(), ...view.getBounds() }] : [],
      ),
    );
  return {
    foyer: () => running.foyer,
    bar,
    onBar: (name) => bar().getByRole('button', { name }),
    menuItem: (name) => running.foyer.shell.getByRole('menuitem', { name, exact: true }),
    order: () =>
      bar()
        .locator('[data-service-id]')
        .evaluateAll((buttons) => buttons.map((button) => button.getAttribute('data-service-id'))),
    pageOf: (id) => running.foyer.servicePage(`${id}.localhost`),
    stack,
    isShellOnTop: async () => (await stack()).at(-1)?.url.startsWith('app://') ?? false,
    restart: async () => {
      await running.foyer.quit();
      running.foyer = await startFoyer({ env, profile });
    },
    stop: async () => {
      await running.foyer.quit();
      await removeProfile(profile);
    },
  };
}

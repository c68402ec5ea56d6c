import { join } from 'node:path';
import type { ElectronApplication, Page } from '@playwright/test';
import type { CommandName, ShellEvent } from '../../electron/core/ipc/contract';
import type { Projection } from '../../electron/core/ipc/projection';
import type { Settings } from '../../electron/core/model/settings';
import { launchElectron } from './electron-launch';

/** What the shell asked of its made-up main. */
export interface Call {
  readonly name: CommandName;
  readonly input: unknown;
}

/** How the made-up main answers a command: with a value, with part of a table, by a function, with a refusal, or not yet. */
export interface FakeAnswer {
  readonly value?: unknown;
  /** Answered in parts, as asked for by `offset` and `limit`. */
  readonly rows?: readonly unknown[];
  /** Only from within the page: functions do not travel there. */
  readonly by?: (input: unknown) => unknown;
  readonly refused?: string;
  readonly pending?: boolean;
}

/** Put into the page by `shell-harness/preload.cjs`. */
interface HarnessInPage {
  readonly push: (projection: Projection) => void;
  readonly restyle: (settings: Partial<Settings>, changes: Partial<Projection>) => void;
  readonly send: (event: ShellEvent) => void;
  readonly answer: (name: CommandName, answer: FakeAnswer) => void;
  readonly calls: () => readonly Call[];
}

declare global {
  interface Window {
    readonly harness: HarnessInPage;
  }
}

/** The built shell page in a window of its own, told what to show by the test. */
export interface ShellHarness {
  readonly app: ElectronApplication;
  readonly page: Page;
  /** Everything the page complained about, refused styles and scripts among them. */
  readonly complaints: readonly string[];
  readonly show: (projection: Projection) => Promise<void>;
  /** Shows the same as before, with other settings. */
  readonly restyle: (settings: Partial<Settings>, changes?: Partial<Projection>) => Promise<void>;
  readonly send: (event: ShellEvent) => Promise<void>;
  readonly answer: (name: CommandName, answer: FakeAnswer) => Promise<void>;
  readonly calls: (name?: CommandName) => Promise<readonly Call[]>;
  readonly resize: (width: number, height: number) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Where and how the window opens. */
export interface ShellHarnessOptions {
  /** Environment with a display. */
  readonly env: Readonly<Record<string, string>>;
  readonly args?: readonly string[];
}

/** Opens the built shell alone; `out/renderer` must be there. */
export async function openShellHarness(
  userData: string,
  { env, args = [] }: ShellHarnessOptions,
): Promise<ShellHarness> {
  const app = await launchElectron({
    args: [`--user-data-dir=${userData}`, ...args, join(import.meta.dirname, 'shell-harness')],
    env,
  });
  const page = await app.firstWindow();
  const complaints: string[] = [];
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning') complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  await page.waitForFunction(() => 'harness' in window);
  return {
    app,
    page,
    complaints,
    show: (projection) => page.evaluate((next) => window.harness.push(next), projection),
    restyle: (settings, changes = {}) =>
      page.evaluate(([first, second]) => window.harness.restyle(first, second), [settings, changes] as const),
    send: (event) => page.evaluate((next) => window.harness.send(next), event),
    answer: (name, answer) =>
      page.evaluate(([command, value]) => window.harness.answer(command, value), [name, answer] as const),
    calls: async (name) => {
      const calls = await page.evaluate(() => window.harness.calls());
      return name === undefined ? calls : calls.filter((call) => call.name === name);
    },
    resize: async (width, height) => {
      await app.evaluate(
        ({ BrowserWindow }, [w, h]) => BrowserWindow.getAllWindows()[0]?.setContentSize(w, h),
        [width, height] as const,
      );
      await page.waitForFunction(([w, h]) => innerWidth === w && innerHeight === h, [width, height] as const);
    },
    close: () => app.close(),
  };
}

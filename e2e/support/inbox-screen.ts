import { expect, type Locator, type Page } from '@playwright/test';
import type { Projection } from '../../electron/core/ipc/projection';
import { startDesktop } from './desktop';
import { createProfile, removeProfile } from './foyer';
import { aMorning, inboxServices, MORNING_MS } from './inbox-fixtures';
import { putInbox, type Kept } from './inbox-stand-in';
import { aProjection } from './shell-fixtures';
import { openShellHarness, type ShellHarness } from './shell-harness';

/** The built shell showing its inbox, with a made-up main, on a clock that stands at `MORNING_MS`. */
export interface InboxScreen {
  readonly shell: ShellHarness;
  readonly page: Page;
  /** Draws the inbox anew; without entries of its own it shows a morning after a focus. */
  readonly open: (changes?: Partial<Projection>, kept?: Kept) => Promise<void>;
  /** Tells the shell that something of the inbox changed, as main does. */
  readonly changed: (changes?: Partial<Projection>) => Promise<void>;
  readonly heads: () => Locator;
  readonly entry: (text: string) => Locator;
  readonly status: () => Locator;
  readonly search: () => Locator;
  readonly stop: () => Promise<void>;
}

/** Opens a window with the shell in it. */
export async function startInboxScreen(): Promise<InboxScreen> {
  const [desktop, profile] = await Promise.all([startDesktop(), createProfile()]);
  const shell = await openShellHarness(profile, { env: desktop.env });
  const { page } = shell;
  await page.clock.setFixedTime(MORNING_MS);
  const pushed = { revision: 0, version: 1 };
  const push = async (changes: Partial<Projection>): Promise<void> => {
    pushed.revision += 1;
    const { revision, version } = pushed;
    const inbox = {
      health: { kind: 'ready', seal: { kind: 'sealed' } },
      unread: 0,
      held: 0,
      version,
    } as const;
    await shell.show(aProjection({ revision, services: inboxServices(), page: 'inbox', inbox, ...changes }));
  };
  return {
    shell,
    page,
    open: async (changes = {}, kept = aMorning()) => {
      await page.reload();
      await page.emulateMedia({ reducedMotion: 'reduce' });
      await putInbox(shell, kept);
      await push(changes);
      await expect(page.locator('.inbox')).toBeVisible();
      // Where it was asked for something, the keyboard goes to the list once that is there.
      if (changes.inboxFilter !== undefined)
        await expect(page.locator('.conversation-name').first()).toBeFocused();
    },
    changed: async (changes = {}) => {
      pushed.version += 1;
      await push(changes);
    },
    heads: () => page.locator('.conversation-name'),
    entry: (text) => page.locator('.entry-open').filter({ hasText: text }),
    status: () => page.locator('.inbox-found[role=status]'),
    search: () => page.getByRole('textbox', { name: 'Search the inbox' }),
    stop: async () => {
      await shell.close();
      await desktop.stop();
      await removeProfile(profile);
    },
  };
}

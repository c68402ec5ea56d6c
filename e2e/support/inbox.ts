import { expect, type Page } from '@playwright/test';
import type { CommandAnswer, CommandInput, CommandName } from '../../electron/core/ipc/contract.js';
import { INBOX_PAGE_MAX, type InboxEntry, type InboxFilter } from '../../electron/core/model/inbox.js';
import type { Foyer } from './foyer.js';

interface ShellWindow {
  readonly shell: { readonly command: (name: string, input: unknown) => Promise<unknown> };
}

/** Gives a command to main as the shell's own page would, and gives its answer. */
export const command = <N extends CommandName>(
  shell: Page,
  name: N,
  input: CommandInput<N>,
): Promise<CommandAnswer<N>> =>
  shell.evaluate(([of, what]) => (globalThis as unknown as ShellWindow).shell.command(of, what), [
    name,
    input,
  ] as const) as Promise<CommandAnswer<N>>;

/** All that the inbox holds of what fits, the newest first. */
export async function inboxOf(
  shell: Page,
  filter: InboxFilter = {},
  beforeId: number | null = null,
): Promise<readonly InboxEntry[]> {
  const answer = await command(shell, 'inbox.page', {
    filter: { ...filter, decisions: filter.decisions?.slice() },
    beforeId,
    limit: INBOX_PAGE_MAX,
  });
  if (answer.kind === 'failed') throw new Error(`the inbox fails: ${answer.reason}`);
  const { entries, nextId } = answer.value;
  return nextId === null ? entries : [...entries, ...(await inboxOf(shell, filter, nextId))];
}

/** How many entries fit. */
export async function countOf(shell: Page, filter: InboxFilter): Promise<number> {
  const decisions = filter.decisions?.slice();
  const answer = await command(shell, 'inbox.count', { filter: { ...filter, decisions } });
  if (answer.kind === 'failed') throw new Error(`the inbox fails: ${answer.reason}`);
  return answer.value;
}

/** Waits for an entry with these words in its text and gives it. */
export async function entryWith(shell: Page, words: string): Promise<InboxEntry> {
  const find = async () =>
    (await inboxOf(shell)).find(({ body, title }) => `${title} ${body}`.includes(words));
  await expect.poll(async () => (await find())?.body, { message: `an entry with "${words}"` }).toBeDefined();
  const entry = await find();
  if (entry === undefined) throw new Error(`the entry with "${words}" went away`);
  return entry;
}

/** Puts the clock of the app forward, as if the machine had slept meanwhile. */
export const passTime = (foyer: Foyer, ms: number): Promise<void> =>
  foyer.app.evaluate(({ powerMonitor }, byMs) => {
    const real = Date.now;
    Date.now = () => real() + byMs;
    powerMonitor.emit('resume');
  }, ms);

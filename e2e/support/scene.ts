import type { Locator } from '@playwright/test';
import type { CommandAnswer, CommandInput, CommandName } from '../../electron/core/ipc/contract.js';
import type { InboxEntry, InboxFilter } from '../../electron/core/model/inbox.js';
import { barOf } from './bar.js';
import type { Foyer } from './foyer.js';
import { command, countOf, inboxOf } from './inbox.js';

/** What can be done with Foyer whatever it hosts. */
export interface SceneParts {
  /** One button on the bar. */
  onBar(name: RegExp): Locator;
  /** Gives Foyer a command as its own page would. */
  command<N extends CommandName>(name: N, input: CommandInput<N>): Promise<CommandAnswer<N>>;
  /** What the inbox holds of what fits, the newest first. */
  inbox(filter: InboxFilter): Promise<readonly InboxEntry[]>;
  /** How many of these there are. */
  count(filter: InboxFilter): Promise<number>;
}

/** Gives it of the Foyer that runs now. */
export const partsOf = (foyer: () => Foyer): SceneParts => ({
  onBar: (name) => barOf(foyer().shell).getByRole('button', { name }),
  command: (name, input) => command(foyer().shell, name, input),
  inbox: (filter) => inboxOf(foyer().shell, filter),
  count: (filter) => countOf(foyer().shell, filter),
});

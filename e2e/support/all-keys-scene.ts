import { expect, type Page } from '@playwright/test';
import { type Mattermost, startMattermost } from '../servers/mattermost/mattermost.js';
import { onBar } from './bar.js';
import { type KeysScene, startKeysScene } from './keys-scene.js';
import { partsOf, type SceneParts } from './scene.js';
import { seedService } from './seed.js';
import { signInToMattermost } from './sign-in.js';

const SITES = ['ann', 'bob', 'cat', 'dan', 'eve', 'fay', 'gus', 'hal'];
/** All nine, in their order on the bar; the last is a chat whose channels are known. */
export const NINE = [...SITES, 'chat'];

export type KeyPlace = 'page' | 'shell';

/** Foyer with nine services and a workspace for each of them. */
export interface AllKeysScene extends KeysScene, SceneParts {
  readonly mattermost: Mattermost;
  readonly chat: Page;
  /** Puts the keyboard into that service's page, or on the bar while that page is shown. */
  readonly begin: (place: KeyPlace, id: string) => Promise<void>;
}

/** Starts it; returns once the channels of the chat are known. */
export async function startAllKeysScene(): Promise<AllKeysScene> {
  const mattermost = await startMattermost({
    reconnectMs: 100,
    seed: {
      users: [{ name: 'alice' }, { name: 'bob' }],
      teams: [{ name: 'garden', displayName: 'Garden Club' }],
      channels: [{ team: 'garden', name: 'roses', displayName: 'Roses' }],
    },
  });
  const url = `${mattermost.instances[0]?.urlFor('alice') ?? ''}/`;
  const scene = await startKeysScene({
    ids: SITES,
    off: [],
    more: [seedService({ id: 'chat', recipeId: 'mattermost', name: 'chat', url })],
    workspaces: NINE.map((id) => ({
      id: `only-${id}`,
      name: `Only ${id}`,
      serviceIds: [id],
      staysQuiet: false,
    })),
  });
  const { foyer, shell, keyboard } = scene;
  const parts = partsOf(() => foyer);
  const chat = await foyer.servicePage('alice.localhost');
  await signInToMattermost(chat, 'alice');
  await expect
    .poll(async () => (await parts.command('channels.list', { serviceId: 'chat' })).channels?.length ?? 0)
    .toBeGreaterThan(1);
  const keyboardIn = (id: string) =>
    expect.poll(() => scene.keyboardAt()).toBe(id === 'chat' ? 'garden' : id);
  return {
    ...scene,
    ...parts,
    mattermost,
    chat,
    begin: async (place, id) => {
      await onBar(shell, id).click();
      await scene.shown(id);
      // A click on the bar gives the keyboard to the page.
      await keyboardIn(id);
      if (id !== 'chat') await scene.pageOf(id).getByRole('textbox', { name: 'User' }).focus();
      if (place === 'page') return;
      await keyboard.press('F6');
      await keyboardIn('shell');
    },
    stop: async () => {
      await scene.stop();
      await mattermost.stop();
    },
  };
}

import { expect, type Page, test } from '@playwright/test';
import type { ShellBridge } from '../../electron/core/ipc/contract.js';
import { createFolder, removeFolder } from '../servers/lib/managed.js';
import { startDesktop } from '../support/desktop.js';
import { createProfile, type Foyer, removeProfile, startFoyer } from '../support/foyer.js';
import { command } from '../support/inbox.js';
import { seedService } from '../support/seed.js';
import { measured } from '../support/shown.js';

const CHANGES = 60;
const passphrase = 'correct horse battery';

test('a change on one machine reaches the other', async () => {
  const [desktop, folder, one, other] = await Promise.all([
    startDesktop(),
    createFolder('sync'),
    createProfile(),
    createProfile(),
  ]);
  const services = Array.from({ length: 20 }, (_, index) =>
    seedService({
      id: `s${index}`,
      recipeId: 'website',
      name: `S${index}`,
      url: `http://127.0.0.1:9/${index}`,
      enabled: false,
    }),
  );
  const here = await startFoyer({ env: desktop.env, profile: one, seed: { services } });
  const there = await startFoyer({ env: desktop.env, profile: other });
  try {
    await begin(here, folder);
    expect(await begin(there, folder)).toMatchObject({ kind: 'offer' });
    expect(await command(there.shell, 'sync.join', undefined)).toMatchObject({ kind: 'joined' });
    const took: number[] = [];
    for (let change = 0; change < CHANGES; change += 1) {
      const name = `Name ${change}`;
      const told = toldOf(there.shell, name);
      const changedAtMs = Date.now();
      await command(here.shell, 'service.rename', { serviceId: 's3', name });
      took.push((await told) - changedAtMs);
    }
    measured(test.info(), 'sync.convergeP95Ms', 'foyer', took);
  } finally {
    await Promise.all([here.quit(), there.quit()]);
    await desktop.stop();
    await removeFolder(folder);
    await Promise.all([removeProfile(one), removeProfile(other)]);
  }
});

async function begin({ app, shell }: Foyer, folder: string) {
  await app.evaluate(({ dialog }, filePath) => {
    dialog.showOpenDialog = () => Promise.resolve({ canceled: false, filePaths: [filePath] });
  }, folder);
  expect(await command(shell, 'sync.choose-folder', undefined)).toMatchObject({ kind: 'found' });
  return command(shell, 'sync.begin', { passphrase, machineName: 'Machine' });
}

/** When the window is told of a service of that name, by the clock of this machine. */
const toldOf = (shell: Page, name: string): Promise<number> =>
  shell.evaluate(
    (wanted) =>
      new Promise<number>((resolve) => {
        const { shell: bridge } = globalThis as unknown as { readonly shell: ShellBridge };
        const stop = bridge.onProjection(({ services }) => {
          if (!Array.isArray(services) || !services.some((one: { name: string }) => one.name === wanted))
            return;
          stop();
          resolve(Date.now());
        });
      }),
    name,
  );

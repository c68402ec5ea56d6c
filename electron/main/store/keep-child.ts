import { setImmediate } from 'node:timers/promises';
import { createInitialState } from '../../core/state/app-state';
import { createAppStore } from './app-store';
import { loadPersisted } from './disk';
import { openDiskWriter } from './disk-writer';
import { startKeeping } from './keep';
import type { KeptWriter } from './thread-writer';

/**
 * The process that `keep-process.test.ts` kills and starves: counts up in the window's place and has every count
 * written. Says `begun n` before each write, then `done n` or `refused n`.
 */
async function writeUntilKilled(folder: string): Promise<void> {
  const loaded = loadPersisted(folder, Date.now());
  const store = createAppStore(createInitialState(loaded.persisted), (error) => {
    throw error;
  });
  const openWriter = async (): Promise<KeptWriter> => {
    const writer = await openDiskWriter(folder);
    return { write: async (role, value) => writer.write(role, value) };
  };
  const keeping = startKeeping(store, { openWriter }, loaded);
  for (let count = (loaded.persisted.window.bounds?.x ?? 0) + 1; ; count += 1) {
    process.stdout.write(`begun ${count}\n`);
    const bounds = { x: count, y: 0, width: 800, height: 600 };
    store.dispatch({ kind: 'window-placed', place: { bounds, maximized: false } });
    await keeping.flush();
    const isRefused = store.getState().session.notices.some((notice) => notice.kind === 'settings-not-saved');
    process.stdout.write(`${isRefused ? 'refused' : 'done'} ${count}\n`);
    await setImmediate();
  }
}

await writeUntilKilled(process.argv[2] ?? '');

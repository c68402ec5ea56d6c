import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { AppState } from '../../core/state/app-state';
import { createAppStore } from '../store/app-store';
import { loadPersisted } from '../store/disk';
import { toKeptFile } from '../store/sealed-kept';
import { convertFiles } from './convert-files';
import { createHeldKey } from './held-key';
import { createLockDesk, type LockDeskPort } from './lock-desk';
import { CHEAP, quick, useTemporary } from './lock.test-support';
import { readStart, setAsideSealed } from './read-start';
import { openTriesFile } from './tries-file';
import { createVault } from './vault';

export const services = [aService('a', { name: 'Zanzibar' })];

/** Desks on a folder of its own for each test, on a Mac with Touch ID. */
export function useDesk() {
  const folder = useTemporary();
  const at = (name: string): string => join(folder.path, name);

  /** An app on the folder, as it would start now; `foyer.json` is written whenever all is. */
  function start(changes: Partial<LockDeskPort> = {}) {
    const clock = { nowMs: 1_000_000 };
    const begun = readStart(folder.path, clock.nowMs);
    const store = createAppStore(begun.state, (error) => expect.fail(String(error)));
    const vault = createVault();
    const disk: { refuses: Error | undefined } = { refuses: undefined };
    const rewrite = async (): Promise<void> => {
      if (disk.refuses !== undefined) throw disk.refuses;
      const text = JSON.stringify(toKeptFile(store.getState().persisted, vault));
      writeFileSync(at('foyer.json'), text);
      writeFileSync(at('foyer.backup.json'), text);
      await convertFiles(folder.path, vault);
    };
    const openKept = (): void => {
      const { persisted, notices } = loadPersisted(folder.path, clock.nowMs, vault);
      const hasPassphrase = vault.isOpen();
      store.dispatch({ kind: 'kept-opened', persisted, notices, hasPassphrase, nowMs: clock.nowMs });
    };
    const finger: { isKnown: boolean; answer: Promise<void> | undefined } = {
      isKnown: true,
      answer: undefined,
    };
    const held = createHeldKey({
      nowMs: () => clock.nowMs,
      after: () => () => undefined,
      biometrics: {
        look: () => 'touch-id',
        ask: async () => {
          await finger.answer;
          if (!finger.isKnown) throw new Error('called off');
        },
      },
      settings: () => store.getState().persisted.lock,
      onEnded: () => store.dispatch({ kind: 'biometrics-ended' }),
    });
    const desk = createLockDesk({
      store,
      folder: folder.path,
      vault,
      derive: quick,
      cost: CHEAP,
      tries: openTriesFile(folder.path),
      held,
      nowMs: () => clock.nowMs,
      rewrite,
      openKept,
      startOver: () => {
        setAsideSealed(folder.path, clock.nowMs);
        openKept();
      },
      ...changes,
    });
    const kind = (): AppState['session']['lock']['kind'] => store.getState().session.lock.kind;
    return { desk, store, vault, clock, disk, finger, kind, rewrite };
  }

  /** The same, on a folder in which there is something to seal. */
  const seeded = () => {
    writeFileSync(at('foyer.json'), JSON.stringify(aState(services).persisted));
    writeFileSync(at('inbox.key'), '{"version":1,"key":"zanzibar-key"}');
    writeFileSync(at('foyer.broken-2026-01-01T00-00-00.json'), '{"old":"zanzibar"}');
    for (const name of ['icons/a.png', 'backups/before-restore-1.json', 'imports/1.json']) {
      mkdirSync(dirname(at(name)), { recursive: true });
      writeFileSync(at(name), 'zanzibar');
    }
    return start();
  };
  const files = () =>
    readdirSync(folder.path, { recursive: true, encoding: 'utf8' })
      .filter((name) => !['icons', 'backups', 'imports'].includes(name))
      .toSorted();
  const filesWith = (text: RegExp) => files().filter((name) => text.test(readFileSync(at(name), 'latin1')));
  return { folder, at, start, seeded, files, filesWith };
}

import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { waitUntilMs } from '../../core/decide/decide-lock';
import { emptyPersisted } from '../../core/model/persisted';
import { createInitialState, type AppState } from '../../core/state/app-state';
import { fromOpenPart } from '../../core/state/veil';
import { KEY_FILE } from '../inbox/key';
import { WAITING_FILE } from '../inbox/waiting-file';
import { FILES, loadPersisted, peekSealed, type LoadedPersisted } from '../store/disk';
import { setAside } from '../store/set-aside';
import { LOCK_FILES, readLock } from './lock-file';
import { openTriesFile } from './tries-file';

/** What there is at a start. `loaded` is undefined while it is locked. */
export interface Start {
  readonly state: AppState;
  readonly loaded: LoadedPersisted | undefined;
}

/** Reads what is kept, or, where there is a passphrase, what may be known without it. Never throws. */
export function readStart(folder: string, nowMs: number): Start {
  const lock = readLock(folder);
  const sealed = peekSealed(folder);
  if (lock.kind !== 'good' && sealed === undefined) {
    const loaded = loadPersisted(folder, nowMs);
    return { state: createInitialState(loaded.persisted, loaded.notices, nowMs), loaded };
  }
  const part = sealed?.part;
  const state = createInitialState(part === undefined ? emptyPersisted : fromOpenPart(part), [], nowMs);
  const locked = {
    kind: 'locked',
    why: 'start',
    waitUntilMs: waitUntilMs(openTriesFile(folder).read(), nowMs),
    isBroken: lock.kind !== 'good',
    opensBy: 'none',
  } as const;
  return { state: { ...state, session: { ...state.session, lock: locked } }, loaded: undefined };
}

/** Renames all that is sealed, so that nothing of it is in the way of an app that begins anew, and nothing is lost. */
export function setAsideSealed(folder: string, nowMs: number): void {
  const names = [...Object.values(LOCK_FILES), ...Object.values(FILES), KEY_FILE, WAITING_FILE];
  for (const name of names) setAside(folder, name, { kind: 'sealed' }, nowMs);
  // It is learnt again.
  rmSync(join(folder, 'used.json'), { force: true });
}

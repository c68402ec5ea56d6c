import { parsePersisted, type Persisted } from '../../core/model/persisted';
import type { AppStore, Stop } from './app-store';
import type { LoadedPersisted, OnDisk } from './disk';
import { toReason } from './disk-error';
import type { DiskWriter } from './disk-writer';
import { plainCodec, type FileCodec } from '../lock/vault';
import { toKeptFile } from './sealed-kept';

/** Wait between a change and its writing; changes in between are written together. */
export const WRITE_DELAY_MS = 250;
/** First and longest wait after a failed write. */
export const REWRITE_FIRST_MS = 1_000;
export const REWRITE_MAX_MS = 60_000;

const NOTICE_ID = 'settings-not-saved';

/** What keeping needs from outside. */
export interface KeepPort {
  /** Opens the writer; called at the first write, never before. */
  readonly openWriter: () => Promise<DiskWriter>;
  /** Seals what is written, where there is a passphrase. */
  readonly codec?: FileCodec;
}

/** Keeping, as long as it runs. */
export interface Keeping {
  /** Writes what is not yet written. Once the writer is open this is done when the call returns, not only later. */
  readonly flush: () => Promise<void>;
  /**
   * Writes file and backup anew, both with what is kept now, so that nothing of before is left in them. Rejects where the
   * disk refuses; it is tried again as any write is.
   */
  readonly rewrite: () => Promise<void>;
  /** Flushes and ends. */
  readonly stop: Stop;
}

/**
 * Keeps `state.persisted` on disk: writes it soon after each change, the file before it becoming the backup. A failed
 * write is told to the person once and tried again until it succeeds. Rules K5 to K11 of `docs/spec/storage.md`.
 */
export function startKeeping(
  store: Pick<AppStore, 'getState' | 'dispatch' | 'watch'>,
  port: KeepPort,
  loaded: Pick<LoadedPersisted, 'persisted' | 'source' | 'onDisk'>,
): Keeping {
  const { codec = plainCodec } = port;
  const now: Now = {
    onDisk: loaded.onDisk,
    writer: undefined,
    opening: undefined,
    timer: undefined,
    failures: 0,
    problem: undefined,
  };
  // What came from the backup is put back in its place even if nothing changes any more.
  now.kept = loaded.source === 'backup' ? undefined : loaded.persisted;

  const isPending = (): boolean => now.kept !== store.getState().persisted;

  const fail = (error: unknown): void => {
    now.failures += 1;
    now.problem = toReason(error);
    if (now.failures === 1) {
      store.dispatch({
        kind: 'notice-shown',
        notice: { kind: 'settings-not-saved', id: NOTICE_ID, reason: now.problem },
      });
    }
    schedule(Math.min(REWRITE_MAX_MS, REWRITE_FIRST_MS * 2 ** Math.min(16, now.failures - 1)));
  };

  const write = (writer: DiskWriter): void => {
    if (!isPending()) return;
    const { persisted } = store.getState();
    try {
      save(now, writer, persisted, codec);
    } catch (error) {
      fail(error);
      return;
    }
    now.kept = persisted;
    if (now.failures > 0) store.dispatch({ kind: 'notice-dismissed', noticeId: NOTICE_ID });
    now.failures = 0;
  };

  const flush = async (): Promise<void> => {
    clearTimeout(now.timer);
    now.timer = undefined;
    if (!isPending()) return;
    if (now.writer === undefined) {
      now.opening ??= port.openWriter();
      try {
        now.writer = await now.opening;
      } catch (error) {
        now.opening = undefined;
        fail(error);
        return;
      }
    }
    write(now.writer);
  };

  const writeAnew = async (): Promise<void> => {
    now.kept = undefined;
    await flush();
    if (isPending()) throw new Error(now.problem ?? 'not written');
  };
  const rewrite = async (): Promise<void> => {
    // The first makes what was in the file the backup, the second what is in it now.
    await writeAnew();
    await writeAnew();
  };

  const schedule = (delayMs: number): void => {
    now.timer ??= setTimeout(() => void flush(), delayMs);
  };

  const unwatch = store.watch(
    (state) => state.persisted,
    () => {
      if (isPending()) schedule(WRITE_DELAY_MS);
    },
  );
  return {
    flush,
    rewrite,
    stop: () => {
      unwatch();
      void flush().finally(() => clearTimeout(now.timer));
    },
  };
}

interface Now {
  onDisk: OnDisk;
  /** What the file holds of our state; by identity. */
  kept?: Persisted | undefined;
  writer: DiskWriter | undefined;
  opening: Promise<DiskWriter> | undefined;
  timer: ReturnType<typeof setTimeout> | undefined;
  failures: number;
  /** Why the last write failed. */
  problem: string | undefined;
}

/** Writes backup, then file. Each is trusted only after its write succeeded, so one of the two is always whole. */
function save(now: Now, writer: DiskWriter, persisted: Persisted, codec: FileCodec): void {
  const parsed = parsePersisted(persisted);
  // Written, it would cost the person everything at the next start.
  if (!parsed.ok) throw new Error(parsed.reason);
  const { main, backup } = now.onDisk;
  if (main !== undefined && main !== backup) {
    now.onDisk = { main, backup: undefined };
    writer.write('backup', main);
    now.onDisk = { main, backup: main };
  }
  now.onDisk = { main: undefined, backup: now.onDisk.backup };
  const file = toKeptFile(persisted, codec);
  writer.write('main', file);
  now.onDisk = { main: file, backup: now.onDisk.backup };
}

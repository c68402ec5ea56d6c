import { parsePersisted, type Persisted } from '../../core/model/persisted';
import type { AppStore, Stop } from './app-store';
import type { LoadedPersisted, OnDisk } from './disk';
import { toReason } from './disk-error';
import { plainCodec, type FileCodec } from '../lock/vault';
import { toKeptFile } from './sealed-kept';
import type { KeptWriter } from './thread-writer';

/** Wait between a change and its writing; changes in between are written together. */
export const WRITE_DELAY_MS = 250;
/** First and longest wait after a failed write. */
export const REWRITE_FIRST_MS = 1_000;
export const REWRITE_MAX_MS = 60_000;

const NOTICE_ID = 'settings-not-saved';

/** What keeping needs from outside. */
export interface KeepPort {
  /** Opens the writer; called at the first write, never before. */
  readonly openWriter: () => Promise<KeptWriter>;
  /** Seals what is written, where there is a passphrase. */
  readonly codec?: FileCodec;
}

/** Keeping, as long as it runs. */
export interface Keeping {
  /** Writes what is not yet written; resolves when it is, or the disk has refused. */
  readonly flush: () => Promise<void>;
  /** Resolves when what is to be written is, or at once where the person knows that the disk refuses. Rule K21. */
  readonly keep: () => Promise<void>;
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
 * write is told to the person once and tried again until it succeeds. Rules K5 to K11 and K21 of `docs/spec/storage.md`.
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
    writing: Promise.resolve(),
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
    // A change that came while it was written waits as long as all others.
    clearTimeout(now.timer);
    now.timer = undefined;
    schedule(Math.min(REWRITE_MAX_MS, REWRITE_FIRST_MS * 2 ** Math.min(16, now.failures - 1)));
  };

  const write = async (): Promise<void> => {
    if (!isPending()) return;
    const { persisted } = store.getState();
    try {
      now.writer ??= await port.openWriter();
      await save(now, now.writer, persisted, codec);
    } catch (error) {
      fail(error);
      return;
    }
    now.kept = persisted;
    if (now.failures > 0) store.dispatch({ kind: 'notice-dismissed', noticeId: NOTICE_ID });
    now.failures = 0;
  };

  const flush = (): Promise<void> => {
    clearTimeout(now.timer);
    now.timer = undefined;
    // One after the other: what is being written may be older than what is to be.
    return (now.writing = now.writing.then(write));
  };

  const writeAnew = async (): Promise<void> => {
    // Behind what is being written now, which would be taken for it.
    now.writing = now.writing.then(() => {
      now.kept = undefined;
      return write();
    });
    await now.writing;
    if (now.failures > 0) throw new Error(now.problem ?? 'not written');
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
    // What is tried again has its own time; whoever sets ten things then is not to have ten tries.
    keep: async () => (now.failures > 0 ? undefined : flush()),
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
  writer: KeptWriter | undefined;
  /** Settles when what was to be written is; never rejects. */
  writing: Promise<void>;
  timer: ReturnType<typeof setTimeout> | undefined;
  failures: number;
  /** Why the last write failed. */
  problem: string | undefined;
}

/** Writes backup, then file. Each is trusted only after its write succeeded, so one of the two is always whole. */
async function save(now: Now, writer: KeptWriter, persisted: Persisted, codec: FileCodec): Promise<void> {
  const parsed = parsePersisted(persisted);
  // Written, it would cost the person everything at the next start.
  if (!parsed.ok) throw new Error(parsed.reason);
  const { main, backup } = now.onDisk;
  if (main !== undefined && main !== backup) {
    now.onDisk = { main, backup: undefined };
    await writer.write('backup', main);
    now.onDisk = { main, backup: main };
  }
  now.onDisk = { main: undefined, backup: now.onDisk.backup };
  const file = toKeptFile(persisted, codec);
  await writer.write('main', file);
  now.onDisk = { main: file, backup: now.onDisk.backup };
}

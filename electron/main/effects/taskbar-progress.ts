import { decideProgress, isSameProgress } from '../../core/decide/decide-progress';
import type { AppStore, Stop } from '../store/app-store';

export interface TaskbarPort {
  /** From 0 to 1; below 0 there is none, above 1 its length is not known. */
  readonly setProgress: (share: number) => void;
}

/** Shows on the taskbar or the dock how far all downloads are. */
export function startTaskbarProgress(store: AppStore, port: TaskbarPort): Stop {
  return store.watch(
    decideProgress,
    (progress) =>
      port.setProgress(progress.kind === 'none' ? -1 : progress.kind === 'unknown' ? 2 : progress.share),
    isSameProgress,
  );
}

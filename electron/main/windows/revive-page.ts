import { isSigning, toRevivalDelayMs } from '../../core/decide/decide-revival';
import type { ServiceId } from '../../core/model/service';
import type { AppStore } from '../store/app-store';
import { timers, type TimerPort } from '../timers';

/** What is used of a page of the shell's. */
interface RevivedPage {
  readonly on: (
    event: 'render-process-gone',
    listener: (event: unknown, details: { readonly reason: string }) => void,
  ) => unknown;
  readonly reload: () => void;
}

interface Revival {
  /** The service in whose own window it is; undefined for the window of the shell. */
  readonly ownId: ServiceId | undefined;
  /** False once it is not wanted any more. */
  readonly isThere: () => boolean;
  readonly timers?: TimerPort;
}

/**
 * Loads a page of the shell's anew when its process ended; what it is told on connecting is what it was told before. Where it
 * said whose page fills the screen none does any more: nobody would know.
 */
export function revivePage(store: AppStore, page: RevivedPage, revival: Revival): void {
  const { nowMs, after } = revival.timers ?? timers;
  const last: { atMs: number | undefined } = { atMs: undefined };
  const isWanted = (): boolean => revival.isThere() && !store.getState().session.quitting;
  page.on('render-process-gone', (_event, { reason }) => {
    if (reason === 'clean-exit' || !isWanted()) return;
    if (isSigning(store.getState(), revival.ownId)) store.dispatch({ kind: 'full-screen-left' });
    const delayMs = toRevivalDelayMs(nowMs(), last.atMs);
    last.atMs = nowMs() + delayMs;
    const revive = (): void => {
      if (isWanted()) page.reload();
    };
    if (delayMs === 0) revive();
    else after(delayMs, revive);
  });
}

import type { AppState } from '../state/app-state';
import { veil } from '../state/veil';

/** How far all downloads that run are together: nothing, of unknown length, or a share from 0 to 1. */
export type TotalProgress =
  | { readonly kind: 'none' }
  | { readonly kind: 'unknown' }
  | { readonly kind: 'share'; readonly share: number };

/** Decides what taskbar, dock and launcher show: whole per cents, since more would only be drawn more often. */
export function decideProgress(state: AppState): TotalProgress {
  const { persisted, session } = veil(state);
  const running = persisted.downloads.filter(
    ({ id, isPaused }) => session.downloads[id] !== undefined && !isPaused,
  );
  if (running.length === 0) return { kind: 'none' };
  if (running.some(({ sizeBytes }) => sizeBytes === 0)) return { kind: 'unknown' };
  const wanted = running.reduce((sum, { sizeBytes }) => sum + sizeBytes, 0);
  const there = running.reduce((sum, { id }) => sum + (session.downloads[id]?.receivedBytes ?? 0), 0);
  return { kind: 'share', share: Math.min(1, Math.floor((there / wanted) * 100) / 100) };
}

/** True when both are drawn alike. */
export const isSameProgress = (a: TotalProgress, b: TotalProgress): boolean =>
  a.kind === b.kind && (a.kind !== 'share' || b.kind !== 'share' || a.share === b.share);

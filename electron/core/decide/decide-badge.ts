import type { Unread } from '../model/unread';
import type { AppState } from '../state/app-state';
import { selectTotalUnread } from '../state/selectors';

/** What the app's own badge says: messages meant for the person as a number, other unread as a dot. */
export type Badge =
  | { readonly kind: 'none' }
  | { readonly kind: 'dot' }
  | { readonly kind: 'number'; readonly count: number };

/** What a Windows taskbar overlay can show; larger numbers do not fit its 16 pixels. */
export type OverlayMark = 'dot' | '1' | '2' | '3' | '4' | '5' | '6' | '7' | '8' | '9' | '9+';

/** Gives the badge over all services that count, or those of the workspace that is up where the person wants that. */
export const decideBadge = (state: AppState): Badge => toBadge(selectTotalUnread(state));

/** Gives what a badge says of so much that is unread. */
export function toBadge({ direct, indirect }: Unread): Badge {
  if (direct !== 'unknown' && direct > 0) return { kind: 'number', count: direct };
  return indirect ? { kind: 'dot' } : { kind: 'none' };
}

/** True when both badges say the same. */
export const isSameBadge = (a: Badge, b: Badge): boolean =>
  a.kind === b.kind && toCountOf(a) === toCountOf(b);

/** Gives the text of the macOS dock: nothing, a dot, or a number up to `99+`. */
export function toDockText(badge: Badge): string {
  if (badge.kind === 'number') return badge.count > 99 ? '99+' : `${badge.count}`;
  return badge.kind === 'dot' ? '•' : '';
}

const digits = ['1', '2', '3', '4', '5', '6', '7', '8', '9'] as const;

/** Gives the mark laid over the Windows taskbar button; `undefined` for none. */
export function toOverlayMark(badge: Badge): OverlayMark | undefined {
  if (badge.kind === 'number') return digits[badge.count - 1] ?? '9+';
  return badge.kind === 'dot' ? 'dot' : undefined;
}

/** Gives what a Linux launcher shows; it knows no dot. */
export const toLauncherCount = (badge: Badge): { readonly count: number; readonly isVisible: boolean } => ({
  count: toCountOf(badge),
  isVisible: badge.kind === 'number',
});

const toCountOf = (badge: Badge): number => (badge.kind === 'number' ? badge.count : 0);

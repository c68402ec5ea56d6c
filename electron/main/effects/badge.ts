import { decideBadge, isSameBadge, toDockText } from '../../core/decide/decide-badge';
import type { AppStore, Stop } from '../store/app-store';

export interface BadgePort {
  /** Sets the text on the dock's icon; empty for none. */
  readonly setText: (text: string) => void;
}

/** Keeps the badge of the macOS dock. */
export function startBadge(store: AppStore, port: BadgePort): Stop {
  return store.watch(decideBadge, (badge) => port.setText(toDockText(badge)), isSameBadge);
}

import { decideBadge, toOverlayMark, type Badge, type OverlayMark } from '../../core/decide/decide-badge';
import type { Translate } from '../../core/model/translate';
import type { AppStore, Stop } from '../store/app-store';

export interface OverlayIconPort {
  /** Lays a mark over the taskbar button, or takes it away; `description` is read out by screen readers. */
  readonly setMark: (mark: OverlayMark | undefined, description: string) => void;
  readonly translate: Translate;
}

/** Keeps the mark over the Windows taskbar button. */
export function startOverlayIcon(store: AppStore, port: OverlayIconPort): Stop {
  const describe = (badge: Badge): string => {
    if (badge.kind === 'number') return port.translate('overlay.count', { count: badge.count });
    return badge.kind === 'dot' ? port.translate('overlay.some') : '';
  };
  return store.watch(
    (state) => {
      const badge = decideBadge(state);
      return { mark: toOverlayMark(badge), description: describe(badge) };
    },
    ({ mark, description }) => port.setMark(mark, description),
    (a, b) => a.mark === b.mark && a.description === b.description,
  );
}

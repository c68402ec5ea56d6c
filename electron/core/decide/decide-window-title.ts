import type { AppState } from '../state/app-state';
import type { Translate } from '../model/translate';
import { selectSharing } from '../state/select-shares';
import { selectActiveService } from '../state/selectors';
import { veil } from '../state/veil';
import { decideBadge, type Badge } from './decide-badge';

const APP_NAME = 'Foyer';

/**
 * Gives the window's title: `Foyer`, `Team chat — Foyer`, `(3) Team chat — Foyer`; the number is of all services. While one
 * sees the screen it begins with that. While it is locked, no name.
 */
export function decideWindowTitle(state: AppState, translate: Translate): string {
  const service = state.session.page === 'service' ? selectActiveService(veil(state)) : undefined;
  const title = toTitle(decideBadge(state), service?.name);
  const [sharing] = selectSharing(veil(state));
  return sharing === undefined ? title : translate('share.windowTitle', { name: sharing.name, title });
}

/** Gives the title of a window: what is unread, whose it is, and that it is Foyer's. */
export function toTitle(badge: Badge, name: string | undefined): string {
  const mark = badge.kind === 'number' ? `(${badge.count}) ` : badge.kind === 'dot' ? '(•) ' : '';
  return name === undefined ? `${mark}${APP_NAME}` : `${mark}${name} — ${APP_NAME}`;
}

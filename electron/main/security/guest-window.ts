import { BrowserWindow, screen, session, type Session } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import type { Log } from '../log';
import type { OwnerOf } from '../owner-of';
import type { AppStore, Stop } from '../store/app-store';
import { pagePreferences } from '../views/page-preferences';
import { toChildOptions } from './child-window';
import { clearEverything } from './clear-data';
import { createGuestSessions } from './guest-sessions';
import { denyPermissions } from './lock-down';
import type { ServiceSessions } from './sessions';

interface GuestDeps {
  readonly store: AppStore;
  readonly preloadFile: string;
  readonly sessions: Pick<ServiceSessions, 'join' | 'leave'>;
  /** Says where files go that come this way. */
  readonly guardDownloads: (ownerOf: OwnerOf, own: Session) => void;
  readonly newId: () => string;
  readonly log: Log;
}

/** Windows for links to other sites that the person wants in Foyer. */
export interface GuestWindows {
  /** Made without an address yet; the walls are those of every page. */
  readonly make: (serviceId: ServiceId) => BrowserWindow;
  /** Options of a window that a page of such a window opens. */
  readonly optionsOf: (serviceId: ServiceId, features: string) => ReturnType<typeof toChildOptions>;
  readonly stop: Stop;
}

/**
 * Creates what makes them. Nothing of a service is within their reach: their storage is in memory alone and apart from the
 * service's, and they are granted nothing. To the network they are as the service is.
 */
export function createGuestWindows(deps: GuestDeps): GuestWindows {
  const { sessions, preloadFile } = deps;
  const { sessionOf, stop } = createGuestSessions(deps.store, {
    open: (serviceId) => {
      // Electron keeps what a name stands for until the app ends: of one that is emptied nobody gets the name again.
      const own = session.fromPartition(`guest-${serviceId}-${deps.newId()}`);
      sessions.join(serviceId, own);
      denyPermissions(own);
      // Chromium would fetch dictionaries.
      own.setSpellCheckerEnabled(false);
      deps.guardDownloads(() => serviceId, own);
      return own;
    },
    empty: async (own) => {
      sessions.leave(own);
      await Promise.all([own.closeAllConnections(), clearEverything(own)]);
    },
    onProblem: (error) => deps.log.problem('session of guests not emptied', error),
  });
  const optionsOf: GuestWindows['optionsOf'] = (serviceId, features) => {
    const own = sessionOf(serviceId);
    // No recipe: its adapter has no business there.
    const preferences = pagePreferences(own, preloadFile, 'website');
    return toChildOptions(own, preferences, features, screen.getPrimaryDisplay().workAreaSize);
  };
  return { optionsOf, stop, make: (serviceId) => new BrowserWindow(optionsOf(serviceId, '')) };
}

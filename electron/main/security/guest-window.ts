import { BrowserWindow, screen, session, type Session } from 'electron/main';
import type { ServiceId } from '../../core/model/service';
import type { OwnerOf } from '../owner-of';
import { pagePreferences } from '../views/page-preferences';
import { toChildOptions } from './child-window';
import { denyPermissions } from './lock-down';
import type { ServiceSessions } from './sessions';

interface GuestDeps {
  readonly preloadFile: string;
  readonly sessions: Pick<ServiceSessions, 'join'>;
  /** Says where files go that come this way. */
  readonly guardDownloads: (ownerOf: OwnerOf, own: Session) => void;
}

/** Windows for links to other sites that the person wants in Foyer. */
export interface GuestWindows {
  /** Made without an address yet; the walls are those of every page. */
  readonly make: (serviceId: ServiceId) => BrowserWindow;
  /** Options of a window that a page of such a window opens. */
  readonly optionsOf: (serviceId: ServiceId, features: string) => ReturnType<typeof toChildOptions>;
}

/**
 * Creates what makes them. Nothing of a service is within their reach: their storage is in memory alone and apart from the
 * service's, and they are granted nothing. To the network they are as the service is.
 */
export function createGuestWindows({ preloadFile, sessions, guardDownloads }: GuestDeps): GuestWindows {
  const known = new Map<ServiceId, Session>();
  const sessionOf = (serviceId: ServiceId): Session => {
    const made = known.get(serviceId);
    if (made !== undefined) return made;
    const own = session.fromPartition(`guest-${serviceId}`);
    sessions.join(serviceId, own);
    denyPermissions(own);
    // Chromium would fetch dictionaries.
    own.setSpellCheckerEnabled(false);
    guardDownloads(() => serviceId, own);
    known.set(serviceId, own);
    return own;
  };
  const optionsOf: GuestWindows['optionsOf'] = (serviceId, features) => {
    const own = sessionOf(serviceId);
    // No recipe: its adapter has no business there.
    const preferences = pagePreferences(own, preloadFile, 'website');
    return toChildOptions(own, preferences, features, screen.getPrimaryDisplay().workAreaSize);
  };
  return { optionsOf, make: (serviceId) => new BrowserWindow(optionsOf(serviceId, '')) };
}

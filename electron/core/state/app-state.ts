import type { LoadFailure } from '../model/failure';
import type { Notice } from '../model/notice';
import type { PageNotification } from '../model/notification';
import type { Persisted } from '../model/persisted';
import type { Prompt } from '../model/prompt';
import type { Service, ServiceId } from '../model/service';
import type { UnreadReports } from '../model/unread';
import type { Rect } from '../model/window';

/** Where a service's page stands. `attempt` counts failures in a row; the next try is due at `retryAtMs`. */
export type LoadState =
  | { readonly kind: 'waiting' }
  | { readonly kind: 'loading' }
  | { readonly kind: 'ready' }
  | {
      readonly kind: 'failed';
      readonly failure: LoadFailure;
      readonly attempt: number;
      readonly retryAtMs: number;
    }
  | {
      readonly kind: 'crashed';
      readonly reason: string;
      readonly attempt: number;
      readonly retryAtMs: number;
    }
  | { readonly kind: 'hung'; readonly attempt: number };

/** What is known of a service while the app runs. */
export interface ServiceSession {
  readonly load: LoadState;
  /** Failures and crashes in a row; back to 0 when a page has stayed up. */
  readonly attempt: number;
  readonly title: string;
  readonly reports: UnreadReports;
  /** Grows when the site's icon file changed, so that the shell asks for it anew; 0 while there is none. */
  readonly siteIconVersion: number;
  /** Messages of this page that were refused since it was added or reloaded. */
  readonly refusedCount: number;
  readonly refusedReason: string | undefined;
  readonly canGoBack: boolean;
}

/** What fills the page area. */
export type ShellPage = 'service' | 'add-service' | 'settings';

/** A removed service, kept whole until its undo has passed. */
export interface RemovedService {
  readonly service: Service;
  readonly index: number;
  readonly wasActive: boolean;
}

/** What is known while the app runs and forgotten after. */
export interface Session {
  readonly services: Readonly<Record<ServiceId, ServiceSession>>;
  readonly page: ShellPage;
  /** A menu, sheet or dialog of the shell is open and must be drawn over the page. */
  readonly overlayOpen: boolean;
  readonly online: boolean;
  /** The shell has drawn itself: now services behind the visible one may load. */
  readonly shellPainted: boolean;
  readonly trayAvailable: boolean;
  readonly systemDark: boolean;
  readonly window: { readonly content: Rect; readonly visible: boolean; readonly focused: boolean };
  readonly prompts: readonly Prompt[];
  readonly notices: readonly Notice[];
  /** Notifications now on the desktop, oldest first. */
  readonly notifications: readonly PageNotification[];
  readonly removed: readonly RemovedService[];
  /** True once the person, or the system, really wants the app to end. */
  readonly quitting: boolean;
}

/** The whole state. `revision` grows by one with each change. */
export interface AppState {
  readonly revision: number;
  readonly persisted: Persisted;
  readonly session: Session;
}

export const newServiceSession: ServiceSession = {
  load: { kind: 'waiting' },
  attempt: 0,
  title: '',
  reports: {},
  siteIconVersion: 0,
  refusedCount: 0,
  refusedReason: undefined,
  canGoBack: false,
};

/** Gives the state at start from what was stored. */
export function createInitialState(persisted: Persisted, notices: readonly Notice[] = []): AppState {
  return {
    revision: 0,
    persisted,
    session: {
      services: Object.fromEntries(persisted.services.map((service) => [service.id, newServiceSession])),
      page: 'service',
      overlayOpen: false,
      online: true,
      shellPainted: false,
      trayAvailable: false,
      systemDark: false,
      window: { content: { x: 0, y: 0, width: 0, height: 0 }, visible: false, focused: false },
      prompts: [],
      notices,
      notifications: [],
      removed: [],
      quitting: false,
    },
  };
}

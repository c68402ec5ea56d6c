import type { AdapterState, Connection, ServerInfo } from '../model/adapter';
import type { Channel, ChannelKind } from '../model/channel';
import { notListening, type Listening } from '../model/listening';
import type { FocusWindow, SystemDnd } from '../model/focus';
import type { LoadFailure } from '../model/failure';
import { nothingSought, type FindState } from '../model/find';
import type { InboxFilter, InboxHealth } from '../model/inbox';
import { english, type LanguageFacts } from '../model/language';
import type { SystemKeyState } from '../model/key-settings';
import type { Notice } from '../model/notice';
import type { PageNotification } from '../model/notification';
import type { Persisted } from '../model/persisted';
import type { Prompt } from '../model/prompt';
import type { AskedMute } from '../model/server-mute';
import type { Service, ServiceId } from '../model/service';
import { unsampled, type BusyReason, type Resources } from '../model/sleep';
import { trailFrom, type Place, type Trail } from '../model/place';
import type { UnreadReports } from '../model/unread';
import type { Rect } from '../model/window';

/** Where a service's page stands. `attempt` counts failures in a row; the next try is due at `retryAtMs`. */
export type LoadState =
  | { readonly kind: 'waiting' }
  /** It has no page, so that it takes no memory, until it is wanted. */
  | { readonly kind: 'asleep'; readonly sinceMs: number }
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
  /** A page of it uses microphone, camera or screen. */
  readonly capturing: boolean;
  /** Why its page must not be closed now, calls aside. */
  readonly busy: readonly BusyReason[];
  /** Number of the picture of what the person saw of it last; 0 while there is none. */
  readonly stillVersion: number;
  readonly adapter: AdapterState;
  /** What the service's adapter last said of its channels, also on an earlier page; undefined while none has. */
  readonly channels: readonly Channel[] | undefined;
  /** The one of them that the present page shows. */
  readonly openChannelId: string | undefined;
  /** How it is heard while it has no page. */
  readonly listening: Listening;
  /** There is something it can be listened to with. */
  readonly canSignIn: boolean;
  /** What the person goes by there, as a listener knows. */
  readonly heardNames: readonly string[];
  /** Since when its page is there and not looked at; undefined while it is, or there is none. */
  readonly unseenSinceMs: number | undefined;
  /** The person wants it to sleep. */
  readonly isSleepAsked: boolean;
  /** It is being made ready for sleep. */
  readonly isDozing: boolean;
  /** Its page is there for a look at what is unread, since then. */
  readonly checkingSinceMs: number | undefined;
  /** That look has seen what there was to see. */
  readonly isChecked: boolean;
  /** When what is unread in it was last looked at, though nobody hears it now. */
  readonly checkedAtMs: number | undefined;
  /** What the server is being asked to mute or not to. */
  readonly askedMutes: readonly AskedMute[];
  /** How the page reaches its server, and since when; undefined where nothing says. */
  readonly connection: { readonly kind: Connection; readonly sinceMs: number } | undefined;
  /** What the adapter knows of the server. */
  readonly server: ServerInfo | undefined;
  /** When the last messages of each channel came, by channel, oldest first; none older than an hour. */
  readonly traffic: Readonly<Record<string, readonly number[]>>;
}

/** A channel in which so much is going on that the person is asked, once, whether to hear less of it. */
export interface BusyHint {
  readonly serviceId: ServiceId;
  readonly channelId: string;
  readonly name: string;
  readonly channelKind: ChannelKind;
  /** Messages in the last hour. */
  readonly count: number;
}

/** What is known of the inbox without asking it. */
export interface InboxState {
  readonly health: InboxHealth;
  readonly unread: number;
  /** Held back in the focus that is on. */
  readonly held: number;
  /** Grows with each change, so that whoever shows entries asks anew. */
  readonly version: number;
}

/** What fills the page area. */
export type ShellPage = 'service' | 'add-service' | 'settings' | 'inbox' | 'rules';

/** What can be called up over the page by a key. */
export type Surface = 'switcher' | 'keys' | 'find';

/** Parts of the settings that can be led to. */
export type SettingsPlace =
  'general' | 'notifications' | 'focus' | 'inbox' | 'keys' | 'workspaces' | 'services';

/** Where one was last, the latest first, while one chooses. */
export interface Switching {
  readonly places: readonly Place[];
  readonly at: number;
  /** Held long enough for the list to be shown. */
  readonly isListed: boolean;
}

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
  /** What the texts are in: not before they are there. */
  readonly language: LanguageFacts;
  readonly window: { readonly content: Rect; readonly visible: boolean; readonly focused: boolean };
  readonly prompts: readonly Prompt[];
  readonly notices: readonly Notice[];
  /** Notifications now on the desktop, oldest first. */
  readonly notifications: readonly PageNotification[];
  readonly removed: readonly RemovedService[];
  /** The time by which what lasts for a while was last looked at. */
  readonly nowMs: number;
  /** Turns of the schedules near the present. */
  readonly focusWindows: readonly FocusWindow[];
  readonly systemDnd: SystemDnd;
  /** Grows with each change of rules, channels or patterns. */
  readonly policyVersion: number;
  readonly busyHint: BusyHint | undefined;
  readonly inbox: InboxState;
  /** What the inbox is asked to show when it is opened. */
  readonly inboxFilter: InboxFilter;
  /** Foyer's own word at the end of focus, while it is on the desktop. */
  readonly summary: FocusSummary | undefined;
  readonly trail: Trail;
  /** The list of where one was last, while its key is held. */
  readonly switching: Switching | undefined;
  /** What of the shell's own is called up over the page. */
  readonly surface: Surface | undefined;
  /** The part of the settings they open at. */
  readonly settingsAt: SettingsPlace | undefined;
  /** The next press in the shell is to be a command's key, so none of the app's acts there. */
  readonly recordingKeys: boolean;
  readonly find: FindState;
  readonly systemKey: SystemKeyState;
  /** What pages use of the machine. */
  readonly resources: Resources;
  /** True once the person, or the system, really wants the app to end. */
  readonly quitting: boolean;
}

/** What was held in a focus that is over. */
export interface FocusSummary {
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** Shows exactly these. */
  readonly filter: InboxFilter;
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
  capturing: false,
  busy: [],
  stillVersion: 0,
  adapter: { kind: 'silent' },
  channels: undefined,
  openChannelId: undefined,
  listening: notListening,
  canSignIn: false,
  heardNames: [],
  unseenSinceMs: undefined,
  isSleepAsked: false,
  isDozing: false,
  checkingSinceMs: undefined,
  isChecked: false,
  checkedAtMs: undefined,
  askedMutes: [],
  connection: undefined,
  server: undefined,
  traffic: {},
};

/** What sleeps from the start: what the person wants so, and what can be heard without its page; not the one that is up. */
function toFirstSession(persisted: Persisted, service: Service, nowMs: number): ServiceSession {
  const canSignIn = persisted.credentials.some(({ serviceId }) => serviceId === service.id);
  const isHeard = canSignIn && service.listen === 'yes' && service.sleepMode === 'auto';
  const isActive = persisted.activeServiceId === service.id;
  const sleeps = service.enabled && !isActive && (isHeard || service.sleepMode === 'asleep-at-start');
  const load = sleeps ? ({ kind: 'asleep', sinceMs: nowMs } as const) : newServiceSession.load;
  return { ...newServiceSession, canSignIn, load };
}

/** Gives the state at start from what was stored. */
export function createInitialState(
  persisted: Persisted,
  notices: readonly Notice[] = [],
  nowMs = 0,
): AppState {
  return {
    revision: 0,
    persisted,
    session: {
      services: Object.fromEntries(
        persisted.services.map((service) => [service.id, toFirstSession(persisted, service, nowMs)]),
      ),
      page: 'service',
      overlayOpen: false,
      online: true,
      shellPainted: false,
      trayAvailable: false,
      systemDark: false,
      language: english,
      window: { content: { x: 0, y: 0, width: 0, height: 0 }, visible: false, focused: false },
      prompts: [],
      notices,
      notifications: [],
      removed: [],
      nowMs,
      focusWindows: [],
      systemDnd: 'unknown',
      policyVersion: 0,
      busyHint: undefined,
      inbox: { health: { kind: 'closed' }, unread: 0, held: 0, version: 0 },
      inboxFilter: {},
      summary: undefined,
      trail: trailFrom(persisted.activeServiceId),
      switching: undefined,
      surface: undefined,
      settingsAt: undefined,
      recordingKeys: false,
      find: nothingSought,
      systemKey: 'none',
      resources: unsampled,
      quitting: false,
    },
  };
}

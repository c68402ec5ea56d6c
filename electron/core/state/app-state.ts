import type { ChannelKind } from '../model/channel';
import type { DownloadProgress } from '../model/download';
import type { OutsideQuestion } from '../model/asked';
import type { FocusWindow, SystemDnd } from '../model/focus';
import { nothingSought, type FindState } from '../model/find';
import type { InboxFilter, InboxHealth } from '../model/inbox';
import { english, type LanguageFacts } from '../model/language';
import type { SystemKeyState } from '../model/key-settings';
import { noLock, type Biometry, type LockState } from '../model/lock';
import type { LinkRule } from '../model/link-rule';
import type { Notice } from '../model/notice';
import type { OwnWindowState } from '../model/own-window';
import type { PageNotification } from '../model/notification';
import type { Persisted } from '../model/persisted';
import type { Prompt } from '../model/prompt';
import type { Service, ServiceId } from '../model/service';
import { unsampled, type Resources } from '../model/sleep';
import { trailFrom, type Place, type Trail } from '../model/place';
import type { SpellingState } from '../model/spelling';
import type { ResetItemId } from '../decide/reset-settings';
import { syncOff, type SyncStatus } from '../model/sync';
import type { Rect } from '../model/window';

import { toFirstSession, type ServiceSession } from './service-session';
import type { SettingsPlace, ShellPage, Surface } from './shell-places';

export { newServiceSession, type LoadState, type ServiceSession } from './service-session';
export type { SettingsPlace, ShellPage, Surface } from './shell-places';

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
  /** The windows of services that are open now. */
  readonly ownWindows: Readonly<Record<ServiceId, OwnWindowState>>;
  readonly prompts: readonly Prompt[];
  readonly notices: readonly Notice[];
  /** Notifications now on the desktop, oldest first. */
  readonly notifications: readonly PageNotification[];
  /** Downloads that are under way in this run of the app. */
  readonly downloads: Readonly<Record<string, DownloadProgress>>;
  /** What is known of dictionaries. */
  readonly spelling: SpellingState;
  readonly removed: readonly RemovedService[];
  /** The time by which what lasts for a while was last looked at. */
  readonly nowMs: number;
  /** Turns of the schedules near the present. */
  readonly focusWindows: readonly FocusWindow[];
  readonly systemDnd: SystemDnd;
  /** Grows with each change of rules, channels or patterns. */
  readonly policyVersion: number;
  readonly busyHint: BusyHint | undefined;
  readonly links: LinkMemory;
  /** What was kept before the settings were last reset, and which of it was, for as long as that can be undone. */
  readonly resetFrom: ResetFrom | undefined;
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
  /** The service in whose own window the person finds. */
  readonly ownFind: ServiceId | undefined;
  readonly systemKey: SystemKeyState;
  readonly lock: LockState;
  /** What the machine has to know its person by, as of the last look. */
  readonly biometry: Biometry;
  /** What pages use of the machine. */
  readonly resources: Resources;
  /** The page that fills the whole screen. */
  readonly fullScreen: FullScreen | undefined;
  /** What a link asks for, until the person has answered. */
  readonly asked: OutsideQuestion | undefined;
  /** The address that adding a service begins with. */
  readonly addressAsked: string | undefined;
  /** How it stands with the person's other machines. */
  readonly sync: SyncStatus;
  /** True once the person, or the system, really wants the app to end. */
  readonly quitting: boolean;
}

/** What is remembered of links in this run of the app. */
export interface LinkMemory {
  /** Where links led that the person was asked about. */
  readonly asked: readonly string[];
  /** How many times in a row they did not answer. */
  readonly unanswered: number;
  /** The rules before they were last changed, for as long as that can be undone. */
  readonly before: readonly LinkRule[] | undefined;
}

/** Settings that were reset, by what they were. */
export interface ResetFrom {
  readonly persisted: Persisted;
  readonly items: readonly ResetItemId[];
}

/** A page that fills the whole screen. */
export interface FullScreen {
  readonly serviceId: ServiceId;
  readonly host: string;
  /** It is still said whose page it is and how to leave. */
  readonly isSigned: boolean;
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
      ownWindows: {},
      prompts: [],
      notices,
      notifications: [],
      downloads: {},
      spelling: { there: [], preferred: [], failed: [] },
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
      ownFind: undefined,
      systemKey: 'none',
      lock: noLock,
      biometry: 'none',
      resources: unsampled,
      fullScreen: undefined,
      asked: undefined,
      addressAsked: undefined,
      links: { asked: [], unanswered: 0, before: undefined },
      resetFrom: undefined,
      sync: syncOff,
      quitting: false,
    },
  };
}

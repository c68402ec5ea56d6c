import type { LoadFailure } from '../model/failure';
import type { LanguageFacts } from '../model/language';
import type { Notice } from '../model/notice';
import type { PageNotification } from '../model/notification';
import type { Prompt } from '../model/prompt';
import type { MuteThere, PermissionName, Service, ServiceIcon, ServiceId } from '../model/service';
import type { DownloadPlace, Settings } from '../model/settings';
import type { Unread, UnreadSource } from '../model/unread';
import type { WindowPlace } from '../model/window';
import type { DownloadAction } from './download-actions';
import type { FocusSummary, Session, SettingsPlace, ShellPage } from './app-state';
import type { FullScreenAction, PageAction } from './page-actions';
import type { PolicyAction } from './policy-actions';
import type { InboxAction } from './inbox-actions';
import type { ListeningAction } from './listening-actions';
import type { LinkAction } from './link-actions';
import type { LockAction } from './lock-actions';
import type { MoveAction } from './move-actions';
import type { MovingAction } from './moving-actions';
import type { OutsideAction } from './outside-actions';
import type { OwnWindowAction } from './own-window-actions';
import type { ShareAction } from './share-actions';
import type { ResetAction } from './reset-actions';
import type { SleepAction } from './sleep-actions';
import type { SpellingAction } from './spelling-actions';
import type { SplitAction } from './split-actions';
import type { TrustAction } from './trust-actions';
import type { ClearingAction, TweakAction } from './tweak-actions';
import type { WorkspaceAction } from './workspace-actions';

/** What the person did with their services. */
export type ServiceAction =
  | { readonly kind: 'service-added'; readonly service: Service }
  | { readonly kind: 'service-renamed'; readonly serviceId: ServiceId; readonly name: string }
  | { readonly kind: 'service-icon-chosen'; readonly serviceId: ServiceId; readonly icon: ServiceIcon }
  | { readonly kind: 'service-moved'; readonly serviceId: ServiceId; readonly toIndex: number }
  | { readonly kind: 'service-enabled-set'; readonly serviceId: ServiceId; readonly enabled: boolean }
  | {
      readonly kind: 'service-downloads-set';
      readonly serviceId: ServiceId;
      readonly downloads: DownloadPlace | null;
    }
  | { readonly kind: 'service-count-set'; readonly serviceId: ServiceId; readonly countInTotal: boolean }
  | { readonly kind: 'service-text-kept-set'; readonly serviceId: ServiceId; readonly keepText: boolean }
  /** Where what they mute here is muted; also for what was just muted, where they were asked. */
  | { readonly kind: 'service-mute-there-set'; readonly serviceId: ServiceId; readonly muteThere: MuteThere }
  /**
   * It signs in together with another one from now on, with its storage; null: alone, by what it stored itself, or by a new
   * storage of that name where others use what it began.
   */
  | {
      readonly kind: 'service-storage-set';
      readonly serviceId: ServiceId;
      readonly withId: ServiceId | null;
      readonly freshId: ServiceId;
    }
  | {
      readonly kind: 'service-own-names-set';
      readonly serviceId: ServiceId;
      readonly ownNames: readonly string[];
    }
  | { readonly kind: 'service-removed'; readonly serviceId: ServiceId }
  | { readonly kind: 'service-removal-undone'; readonly serviceId: ServiceId }
  | { readonly kind: 'service-removal-final'; readonly serviceId: ServiceId }
  /** With `trailAt` back or forward on the way, to the place with that index. */
  | { readonly kind: 'service-activated'; readonly serviceId: ServiceId; readonly trailAt?: number }
  | {
      readonly kind: 'permission-decided';
      readonly serviceId: ServiceId;
      readonly origin: string;
      readonly permission: PermissionName;
      readonly decision: 'allow' | 'deny';
      readonly decidedAtMs: number;
    }
  | {
      readonly kind: 'permission-revoked';
      readonly serviceId: ServiceId;
      readonly origin: string;
      readonly permission: PermissionName;
    };

/** What happened to a service's page. */
export type ViewAction =
  | { readonly kind: 'view-load-started'; readonly serviceId: ServiceId }
  | { readonly kind: 'view-document-replaced'; readonly serviceId: ServiceId }
  | { readonly kind: 'view-loaded'; readonly serviceId: ServiceId }
  | { readonly kind: 'view-stayed-up'; readonly serviceId: ServiceId }
  /** The document is there long enough to have put a count in its title, had it one. */
  | { readonly kind: 'view-title-settled'; readonly serviceId: ServiceId }
  | {
      readonly kind: 'view-load-failed';
      readonly serviceId: ServiceId;
      readonly failure: LoadFailure;
      readonly nowMs: number;
      readonly jitter: number;
    }
  | {
      readonly kind: 'view-crashed';
      readonly serviceId: ServiceId;
      readonly reason: string;
      readonly nowMs: number;
      readonly jitter: number;
    }
  | { readonly kind: 'view-hung'; readonly serviceId: ServiceId }
  /** Patience with it is over: its process is to be ended. */
  | { readonly kind: 'view-hung-too-long'; readonly serviceId: ServiceId }
  | { readonly kind: 'view-responsive'; readonly serviceId: ServiceId }
  /** With `asleepAtMs` so that it takes no memory, until it is wanted; else it comes back at its turn. */
  | { readonly kind: 'view-closed'; readonly serviceId: ServiceId; readonly asleepAtMs?: number }
  | { readonly kind: 'view-navigated'; readonly serviceId: ServiceId; readonly canGoBack: boolean }
  /** The page shows this channel now, or none that its adapter tells of. */
  | { readonly kind: 'channel-shown'; readonly serviceId: ServiceId; readonly channelId: string | undefined }
  /** Its pages use microphone, camera or screen, or none any more. */
  | {
      readonly kind: 'capture-changed';
      readonly serviceId: ServiceId;
      readonly capturing: boolean;
      readonly camera?: boolean;
      readonly microphone?: boolean;
    }
  | { readonly kind: 'title-changed'; readonly serviceId: ServiceId; readonly title: string }
  | { readonly kind: 'site-icon-changed'; readonly serviceId: ServiceId }
  | {
      readonly kind: 'unread-reported';
      readonly serviceId: ServiceId;
      readonly source: UnreadSource;
      readonly unread: Unread;
    }
  | {
      readonly kind: 'page-message-refused';
      readonly serviceId: ServiceId;
      readonly reason: string;
      readonly count: number;
    }
  /** The person, a timer or the network asks for the page again. */
  | { readonly kind: 'reload-requested'; readonly serviceId: ServiceId; readonly fromStartPage: boolean }
  /** The service's own worker, or the person, asks for a page of the service by address. */
  | { readonly kind: 'page-address-requested'; readonly serviceId: ServiceId; readonly url: string }
  | ClearingAction;

export type NotificationAction =
  | {
      readonly kind: 'notification-requested';
      readonly notification: PageNotification;
      /** More came of this service just now than a desktop can bear. */
      readonly isOverRate: boolean;
      readonly nowMs: number;
    }
  | {
      readonly kind: 'notification-withdrawn';
      readonly serviceId: ServiceId;
      readonly senderKey: string;
      readonly pageId: string;
    }
  | { readonly kind: 'notification-clicked'; readonly notificationId: string }
  | { readonly kind: 'notification-dismissed'; readonly notificationId: string }
  | { readonly kind: 'notification-failed'; readonly notificationId: string; readonly reason: string }
  /** Something other than opening was picked on a notification. */
  | {
      readonly kind: 'notification-acted';
      readonly notificationId: string;
      readonly action: NotificationAct;
      readonly nowMs: number;
    }
  | { readonly kind: 'summary-shown'; readonly summary: FocusSummary }
  | { readonly kind: 'summary-clicked' }
  | { readonly kind: 'summary-dismissed' }
  | { readonly kind: 'service-focus-requested'; readonly serviceId: ServiceId };

/** What can be picked on a notification, beside opening it. */
export type NotificationAct = 'mute-hour' | 'mute';

export type PromptAction =
  | { readonly kind: 'prompt-opened'; readonly prompt: Prompt }
  /** Closed by an answer or because what asked is gone. */
  | { readonly kind: 'prompt-closed'; readonly promptId: string };

export type ShellAction =
  /** With `at`, the settings open at that part. */
  | { readonly kind: 'page-shown'; readonly page: ShellPage; readonly at?: SettingsPlace }
  | { readonly kind: 'overlay-changed'; readonly open: boolean }
  | { readonly kind: 'settings-changed'; readonly settings: Partial<Settings> }
  | { readonly kind: 'window-placed'; readonly place: WindowPlace }
  | { readonly kind: 'window-changed'; readonly window: Session['window'] }
  | { readonly kind: 'window-show-requested' }
  /** The keyboard goes to the shell, to the page, on to the next of shell and pages or back, or to where the shell's page is searched. */
  | { readonly kind: 'keyboard-move-requested'; readonly to: 'shell' | 'page' | 'other' | 'back' | 'search' }
  | { readonly kind: 'shell-painted' }
  | { readonly kind: 'system-resumed' }
  | { readonly kind: 'network-changed'; readonly online: boolean }
  | { readonly kind: 'tray-availability-changed'; readonly available: boolean }
  | { readonly kind: 'system-theme-changed'; readonly dark: boolean }
  /** The texts of another language are there. */
  | { readonly kind: 'language-changed'; readonly language: LanguageFacts }
  | { readonly kind: 'notice-shown'; readonly notice: Notice }
  | { readonly kind: 'notice-dismissed'; readonly noticeId: string }
  | { readonly kind: 'quit-requested' };

/** Everything that can happen: past-tense facts. */
export type Action =
  | ServiceAction
  | ViewAction
  | NotificationAction
  | PolicyAction
  | InboxAction
  | TrustAction
  | MoveAction
  | OwnWindowAction
  | SplitAction
  | MovingAction
  | SleepAction
  | ShareAction
  | ListeningAction
  | LockAction
  | LinkAction
  | ResetAction
  | WorkspaceAction
  | DownloadAction
  | SpellingAction
  | PageAction
  | TweakAction
  | PromptAction
  | FullScreenAction
  | OutsideAction
  | ShellAction;
export type ActionKind = Action['kind'];
export type ActionOf<K extends ActionKind> = Extract<Action, { readonly kind: K }>;

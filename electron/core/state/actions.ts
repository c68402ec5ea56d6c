import type { LoadFailure } from '../model/failure';
import type { Notice } from '../model/notice';
import type { PageNotification } from '../model/notification';
import type { Prompt } from '../model/prompt';
import type { PermissionName, Service, ServiceIcon, ServiceId } from '../model/service';
import type { Settings } from '../model/settings';
import type { Unread, UnreadSource } from '../model/unread';
import type { WindowPlace } from '../model/window';
import type { Session, ShellPage } from './app-state';

/** What the person did with their services. */
export type ServiceAction =
  | { readonly kind: 'service-added'; readonly service: Service }
  | { readonly kind: 'service-renamed'; readonly serviceId: ServiceId; readonly name: string }
  | { readonly kind: 'service-icon-chosen'; readonly serviceId: ServiceId; readonly icon: ServiceIcon }
  | { readonly kind: 'service-moved'; readonly serviceId: ServiceId; readonly toIndex: number }
  | { readonly kind: 'service-enabled-set'; readonly serviceId: ServiceId; readonly enabled: boolean }
  | { readonly kind: 'service-notify-set'; readonly serviceId: ServiceId; readonly notify: boolean }
  | { readonly kind: 'service-count-set'; readonly serviceId: ServiceId; readonly countInTotal: boolean }
  | { readonly kind: 'service-removed'; readonly serviceId: ServiceId }
  | { readonly kind: 'service-removal-undone'; readonly serviceId: ServiceId }
  | { readonly kind: 'service-removal-final'; readonly serviceId: ServiceId }
  | { readonly kind: 'service-activated'; readonly serviceId: ServiceId }
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
  | { readonly kind: 'view-closed'; readonly serviceId: ServiceId }
  | { readonly kind: 'view-navigated'; readonly serviceId: ServiceId; readonly canGoBack: boolean }
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
  | { readonly kind: 'data-clearing-requested'; readonly serviceId: ServiceId };

export type NotificationAction =
  | {
      readonly kind: 'notification-requested';
      readonly notification: PageNotification;
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
  | { readonly kind: 'service-focus-requested'; readonly serviceId: ServiceId };

export type PromptAction =
  | { readonly kind: 'prompt-opened'; readonly prompt: Prompt }
  /** Closed by an answer or because what asked is gone. */
  | { readonly kind: 'prompt-closed'; readonly promptId: string };

export type ShellAction =
  | { readonly kind: 'page-shown'; readonly page: ShellPage }
  | { readonly kind: 'overlay-changed'; readonly open: boolean }
  | { readonly kind: 'settings-changed'; readonly settings: Partial<Settings> }
  | { readonly kind: 'pause-ended'; readonly nowMs: number }
  | { readonly kind: 'window-placed'; readonly place: WindowPlace }
  | { readonly kind: 'window-changed'; readonly window: Session['window'] }
  | { readonly kind: 'window-show-requested' }
  /** The keyboard goes to the shell, to the page, or to the one that has it not. */
  | { readonly kind: 'keyboard-move-requested'; readonly to: 'shell' | 'page' | 'other' }
  | { readonly kind: 'shell-painted' }
  | { readonly kind: 'system-resumed' }
  | { readonly kind: 'network-changed'; readonly online: boolean }
  | { readonly kind: 'tray-availability-changed'; readonly available: boolean }
  | { readonly kind: 'system-theme-changed'; readonly dark: boolean }
  | { readonly kind: 'notice-shown'; readonly notice: Notice }
  | { readonly kind: 'notice-dismissed'; readonly noticeId: string }
  | { readonly kind: 'quit-requested' };

/** Everything that can happen: past-tense facts. */
export type Action = ServiceAction | ViewAction | NotificationAction | PromptAction | ShellAction;
export type ActionKind = Action['kind'];
export type ActionOf<K extends ActionKind> = Extract<Action, { readonly kind: K }>;

import type {
  Action,
  ActionKind,
  NotificationAction,
  PolicyAction,
  PromptAction,
  ServiceAction,
  ShellAction,
  ViewAction,
} from './actions';
import type { DownloadAction } from './download-actions';
import type { SpellingAction } from './spelling-actions';
import type { InboxAction } from './inbox-actions';
import type { OutsideAction } from './outside-actions';
import type { FullScreenAction, PageAction } from './page-actions';
import type { MovingAction } from './moving-actions';
import type { MoveAction } from './move-actions';
import type { ListeningAction } from './listening-actions';
import type { LockAction } from './lock-actions';
import type { ShareAction } from './share-actions';
import type { SleepAction } from './sleep-actions';
import type { TrustAction } from './trust-actions';
import type { TweakAction } from './tweak-actions';
import type { WorkspaceAction } from './workspace-actions';

/** The actions that each reducer hears. */
interface Heard {
  readonly services: ServiceAction;
  readonly views: ViewAction;
  readonly notifications: NotificationAction;
  readonly policy: PolicyAction;
  readonly inbox: InboxAction;
  readonly trust: TrustAction;
  readonly moves: MoveAction;
  readonly moving: MovingAction;
  readonly downloads: DownloadAction;
  readonly spelling: SpellingAction;
  readonly sleep: SleepAction;
  readonly shares: ShareAction;
  readonly workspaces: WorkspaceAction;
  readonly listening: ListeningAction;
  readonly lock: LockAction;
  readonly tweaks: TweakAction;
  readonly shell: ShellAction | PromptAction | FullScreenAction | PageAction | OutsideAction;
}

type SliceOf<K extends ActionKind> = {
  [S in keyof Heard]: K extends Heard[S]['kind'] ? S : never;
}[keyof Heard];

/** Which reducer hears an action; the compiler checks that none is missing or misplaced. */
const slices: { readonly [K in ActionKind]: SliceOf<K> } = {
  'service-added': 'services',
  'services-brought': 'moving',
  'kept-restored': 'moving',
  'service-renamed': 'services',
  'service-icon-chosen': 'services',
  'service-moved': 'services',
  'service-enabled-set': 'services',
  'service-count-set': 'services',
  'service-text-kept-set': 'services',
  'service-downloads-set': 'services',
  'service-mute-there-set': 'services',
  'service-own-names-set': 'services',
  'service-removed': 'services',
  'service-removal-undone': 'services',
  'service-removal-final': 'services',
  'service-activated': 'services',
  'permission-decided': 'services',
  'permission-revoked': 'services',
  'view-load-started': 'views',
  'view-document-replaced': 'views',
  'view-loaded': 'views',
  'view-stayed-up': 'views',
  'view-title-settled': 'views',
  'view-load-failed': 'views',
  'view-crashed': 'views',
  'view-hung': 'views',
  'view-hung-too-long': 'views',
  'view-responsive': 'views',
  'view-closed': 'views',
  'view-navigated': 'views',
  'channel-shown': 'views',
  'capture-changed': 'views',
  'title-changed': 'views',
  'site-icon-changed': 'views',
  'unread-reported': 'views',
  'page-message-refused': 'views',
  'reload-requested': 'views',
  'page-address-requested': 'views',
  'data-clearing-requested': 'views',
  'cache-clearing-requested': 'views',
  'notification-requested': 'notifications',
  'notification-withdrawn': 'notifications',
  'notification-clicked': 'notifications',
  'notification-dismissed': 'notifications',
  'notification-failed': 'notifications',
  'notification-acted': 'notifications',
  'summary-shown': 'notifications',
  'summary-clicked': 'notifications',
  'summary-dismissed': 'notifications',
  'service-focus-requested': 'notifications',
  'rule-set': 'policy',
  'rules-set': 'policy',
  'temporary-rule-set': 'policy',
  'temporary-rule-ended': 'policy',
  'pattern-added': 'policy',
  'pattern-removed': 'policy',
  'policy-imported': 'policy',
  'busy-hint-answered': 'policy',
  'pause-requested': 'policy',
  'focus-requested': 'policy',
  'focus-end-requested': 'policy',
  'focus-toggle-requested': 'policy',
  'focus-begun': 'policy',
  'focus-ended': 'policy',
  'focus-settings-changed': 'policy',
  'focus-windows-found': 'policy',
  'system-dnd-changed': 'policy',
  'clock-reached': 'policy',
  'clock-set-back': 'policy',
  'channels-reported': 'policy',
  'sign-in-reported': 'policy',
  'connection-reported': 'policy',
  'adapter-failed': 'policy',
  'channel-open-requested': 'policy',
  'channel-mute-requested': 'policy',
  'channel-read-requested': 'policy',
  'service-read-requested': 'policy',
  'channel-mute-settled': 'policy',
  'inbox-health-changed': 'inbox',
  'inbox-counted': 'inbox',
  'inbox-changed': 'inbox',
  'inbox-opened': 'inbox',
  'inbox-entry-opened': 'inbox',
  'certificate-trusted': 'trust',
  'certificate-trust-revoked': 'trust',
  'login-saved': 'trust',
  'login-forgotten': 'trust',
  'own-certificate-chosen': 'trust',
  'own-certificate-forgotten': 'trust',
  'surface-shown': 'moves',
  'surface-closed': 'moves',
  'switching-stepped': 'moves',
  'switching-listed': 'moves',
  'switching-ended': 'moves',
  'service-zoomed': 'moves',
  'services-reload-requested': 'moves',
  'keys-changed': 'moves',
  'key-recording-set': 'moves',
  'find-asked': 'moves',
  'find-stepped': 'moves',
  'find-answered': 'moves',
  'system-key-pressed': 'moves',
  'system-key-settled': 'moves',
  'service-keys-kept-set': 'moves',
  'service-sleep-mode-set': 'sleep',
  'service-left': 'sleep',
  'service-seen': 'sleep',
  'sleep-requested': 'sleep',
  'others-sleep-requested': 'sleep',
  'all-wake-requested': 'sleep',
  'doze-begun': 'sleep',
  'doze-ended': 'sleep',
  'wake-requested': 'sleep',
  'service-checked': 'sleep',
  'busy-changed': 'sleep',
  'resources-sampled': 'sleep',
  'page-outgrown': 'sleep',
  'still-changed': 'sleep',
  'share-begun': 'shares',
  'share-ended': 'shares',
  'share-stop-requested': 'shares',
  'devices-heard': 'shares',
  'service-devices-set': 'shares',
  'service-listen-set': 'listening',
  'listening-changed': 'listening',
  'channels-heard': 'listening',
  'own-names-heard': 'listening',
  'read-heard': 'listening',
  'credentials-taken': 'listening',
  'credentials-forgotten': 'listening',
  'passphrase-set': 'lock',
  'passphrase-removed': 'lock',
  'lock-requested': 'lock',
  locked: 'lock',
  'unlock-failed': 'lock',
  unlocked: 'lock',
  'kept-opened': 'lock',
  'lock-settings-changed': 'lock',
  'service-tweaked': 'tweaks',
  'proxy-login-forgotten': 'tweaks',
  'workspace-added': 'workspaces',
  'workspace-renamed': 'workspaces',
  'workspace-removed': 'workspaces',
  'workspace-moved': 'workspaces',
  'workspace-services-set': 'workspaces',
  'workspace-quiet-set': 'workspaces',
  'workspace-activated': 'workspaces',
  'download-started': 'downloads',
  'download-restarted': 'downloads',
  'download-named': 'downloads',
  'download-progressed': 'downloads',
  'download-paused': 'downloads',
  'download-ended': 'downloads',
  'download-acted': 'downloads',
  'downloads-cleared': 'downloads',
  'dictionaries-found': 'spelling',
  'dictionary-failed': 'spelling',
  'service-spelling-set': 'spelling',
  'spell-word-added': 'spelling',
  'page-act-requested': 'shell',
  'full-screen-toggled': 'shell',
  'full-screen-entered': 'shell',
  'full-screen-signed': 'shell',
  'full-screen-left': 'shell',
  'prompt-opened': 'shell',
  'prompt-closed': 'shell',
  'page-shown': 'shell',
  'overlay-changed': 'shell',
  'settings-changed': 'shell',
  'window-placed': 'shell',
  'window-changed': 'shell',
  'window-show-requested': 'shell',
  'keyboard-move-requested': 'shell',
  'shell-painted': 'shell',
  'network-changed': 'shell',
  'system-resumed': 'shell',
  'tray-availability-changed': 'shell',
  'system-theme-changed': 'shell',
  'language-changed': 'shell',
  'notice-shown': 'shell',
  'notice-dismissed': 'shell',
  'quit-requested': 'shell',
  'outside-asked': 'shell',
  'add-service-asked': 'shell',
};

type InSlice<S extends string> = {
  [K in ActionKind]: SliceOf<K> extends S ? Extract<Action, { readonly kind: K }> : never;
}[ActionKind];

/** True for an action that one reducer hears. */
export const isIn = <S extends SliceOf<ActionKind>>(
  action: Action,
  slice: S,
): action is InSlice<S> & Action => slices[action.kind] === slice;

import type {
  ActionKind,
  NotificationAction,
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
import type { OwnWindowAction } from './own-window-actions';
import type { PolicyAction } from './policy-actions';
import type { ListeningAction } from './listening-actions';
import type { LinkAction } from './link-actions';
import type { LockAction } from './lock-actions';
import type { ShareAction } from './share-actions';
import type { ResetAction } from './reset-actions';
import type { SleepAction } from './sleep-actions';
import type { SplitAction } from './split-actions';
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
  readonly ownWindows: OwnWindowAction;
  readonly split: SplitAction;
  readonly moving: MovingAction;
  readonly downloads: DownloadAction;
  readonly spelling: SpellingAction;
  readonly sleep: SleepAction;
  readonly shares: ShareAction;
  readonly workspaces: WorkspaceAction;
  readonly listening: ListeningAction;
  readonly links: LinkAction;
  readonly lock: LockAction;
  readonly reset: ResetAction;
  readonly tweaks: TweakAction;
  readonly shell: ShellAction | PromptAction | FullScreenAction | PageAction | OutsideAction;
}

/** The reducer that hears a kind of action. */
export type SliceOf<K extends ActionKind> = {
  [S in keyof Heard]: K extends Heard[S]['kind'] ? S : never;
}[keyof Heard];

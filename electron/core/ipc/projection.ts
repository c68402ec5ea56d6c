import type { TrustedCertificate } from '../model/certificate-trust';
import { isSaving } from '../decide/decide-saving';
import { quietElsewhere, type FocusSource } from '../decide/focus-at';
import type { OutsideQuestion } from '../model/asked';
import type { FindState } from '../model/find';
import type { FocusSettings } from '../model/focus';
import type { InboxFilter } from '../model/inbox';
import type { Language } from '../model/language';
import { type RuleValues } from '../model/rule';
import type { KeySettings, SystemKeyState } from '../model/key-settings';
import type { LinkRule } from '../model/link-rule';
import type { Biometry, LockSettings, LockState } from '../model/lock';
import type { Prompt } from '../model/prompt';
import type { Notice } from '../model/notice';
import type { OwnCertificate, SavedLogin } from '../model/sign-in';
import type { Settings } from '../model/settings';
import type { SyncStatus } from '../model/sync';
import type { Workspace, WorkspaceId } from '../model/workspace';
import type {
  AppState,
  BusyHint,
  FullScreen,
  InboxState,
  SettingsPlace,
  ShellPage,
  Surface,
} from '../state/app-state';
import { decideLayout, type Layout } from '../decide/decide-layout';
import { toDownloads, type DownloadProjection } from './download-projection';
import {
  ownValues,
  toRemovedProjections,
  toServiceProjection,
  type RemovedProjection,
  type ServiceProjection,
} from './service-projection';
import { toSpelling, type SpellingProjection } from './spelling-projection';
import { toSwitching, type SwitchingProjection } from './switching-projection';
import { selectApart } from '../state/select-own-windows';
import { selectFocus } from '../state/select-policy';
import { veil } from '../state/veil';

export type { RemovedProjection, ServiceProjection } from './service-projection';

/** A name and password that is kept, without them. */
export type LoginProjection = Omit<SavedLogin, 'sealed'>;

/** A focus that is on. */
export interface FocusProjection {
  readonly source: FocusSource;
  readonly untilMs: number | null;
  readonly scheduleName: string | undefined;
}

/** What the shell window knows: plain JSON, pushed at most once a frame. */
export interface Projection {
  readonly revision: number;
  readonly services: readonly ServiceProjection[];
  /** Those whose removal can be undone. */
  readonly removed: readonly RemovedProjection[];
  readonly activeServiceId: string | null;
  readonly page: ShellPage;
  /** Where two pages stand side by side, in px of the window; undefined while one has the room alone. */
  readonly sides: Layout['sides'];
  /** Services in windows of their own. */
  readonly ownWindows: readonly string[];
  /** The one of them in whose window the person finds. */
  readonly ownFind: string | undefined;
  readonly settings: Settings;
  readonly prompts: readonly Prompt[];
  readonly notices: readonly Notice[];
  /** What holds for all services. */
  readonly everywhere: RuleValues;
  /** Each focus that is on for some service, by hand first. */
  readonly focus: readonly FocusProjection[];
  readonly focusSettings: FocusSettings;
  readonly busyHint: BusyHint | undefined;
  readonly fullScreen: FullScreen | undefined;
  /** What a link asks for, until the person has answered. */
  readonly asked: OutsideQuestion | undefined;
  /** The address that adding a service begins with. */
  readonly addressAsked: string | undefined;
  readonly inbox: InboxState;
  readonly inboxFilter: InboxFilter;
  /** Changes whenever rules, channels or patterns do: tables are to be asked for anew. */
  readonly policyVersion: number;
  readonly linkRules: readonly LinkRule[];
  /** Certificates of the person's own that servers are shown without a question. */
  readonly ownCertificates: readonly OwnCertificate[];
  /** Names and passwords that are kept, without them. */
  readonly logins: readonly LoginProjection[];
  /** Trusted by the person, the latest first. */
  readonly certificates: readonly TrustedCertificate[];
  readonly keys: KeySettings;
  readonly workspaces: readonly Workspace[];
  readonly activeWorkspaceId: WorkspaceId | null;
  /** Names of workspaces in which what comes is held, since another is up. */
  readonly quietWorkspaces: readonly string[];
  /** What of the shell's own is called up over the page. */
  readonly surface: Surface | undefined;
  /** The part of the settings they open at. */
  readonly settingsAt: SettingsPlace | undefined;
  /** The next press in the shell is to be a command's key. */
  readonly recordingKeys: boolean;
  readonly find: FindState;
  /** The latest first. */
  readonly downloads: readonly DownloadProjection[];
  /** What can be checked, and what it comes to where the system is followed. */
  readonly spelling: SpellingProjection;
  readonly systemKey: SystemKeyState;
  /** Where one was last, while one chooses and has seen the list. */
  readonly switching: SwitchingProjection | undefined;
  /** Recipes whose services can be listened to while they sleep. */
  readonly listenable: readonly string[];
  /** All the memory of the machine; 0 while it is not known. */
  readonly machineBytes: number;
  /** The battery is spared now; whether it is in use. */
  readonly isSaving: boolean;
  readonly isOnBattery: boolean;
  readonly lock: LockState;
  readonly sync: SyncStatus;
  readonly lockSettings: LockSettings;
  readonly biometry: Biometry;
  readonly online: boolean;
  readonly trayAvailable: boolean;
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** Nothing the person made runs in pages, since the app was started so. */
  readonly isSafeMode: boolean;
  /** Language of the texts; says which way they are written, too. */
  readonly language: Language;
  /** By whose customs numbers and times are written, for `Intl`. */
  readonly locale: string;
}

/** What is pushed of it: services that are as in the push before, which had that revision, are left out. */
export type ProjectionPush = Omit<Projection, 'services'> & {
  readonly services: readonly ServiceProjection[] | { readonly sameAs: number };
};

/** What of the projection stays as it was at the start. */
export type ShellFacts = Pick<Projection, 'platform' | 'listenable' | 'isSafeMode'>;

/** Gives what the shell window draws of the state; while it is locked, nothing of the person's is in it. */
export function toProjection(whole: AppState, { platform, listenable, isSafeMode }: ShellFacts): Projection {
  const state = veil(whole);
  const { persisted, session } = state;
  return {
    revision: state.revision,
    services: persisted.services.map((service) => toServiceProjection(state, service)),
    removed: toRemovedProjections(state),
    activeServiceId: persisted.activeServiceId,
    page: session.page,
    sides: decideLayout(state).sides,
    ownWindows: selectApart(state),
    ownFind: session.ownFind,
    settings: persisted.settings,
    prompts: session.prompts,
    notices: session.notices,
    everywhere: ownValues(state, { kind: 'everywhere' }),
    focus: selectFocus(state, undefined).map(({ source, untilMs, scheduleId }) => ({
      source,
      untilMs,
      scheduleName: persisted.focus.schedules.find((one) => one.id === scheduleId)?.name,
    })),
    focusSettings: persisted.focus,
    busyHint: session.busyHint,
    fullScreen: session.fullScreen,
    asked: session.asked,
    addressAsked: session.addressAsked,
    inbox: session.inbox,
    inboxFilter: session.inboxFilter,
    policyVersion: session.policyVersion,
    linkRules: persisted.linkRules,
    ownCertificates: persisted.ownCertificates,
    certificates: persisted.certificates,
    logins: persisted.logins.map(({ sealed: _sealed, ...login }) => login),
    keys: persisted.keys,
    workspaces: persisted.workspaces,
    activeWorkspaceId: persisted.activeWorkspaceId,
    quietWorkspaces: quietElsewhere(persisted, undefined).map(({ name }) => name),
    surface: session.surface,
    settingsAt: session.settingsAt,
    recordingKeys: session.recordingKeys,
    find: session.find,
    downloads: toDownloads(state),
    spelling: toSpelling(state, platform),
    systemKey: session.systemKey,
    switching: toSwitching(state),
    isSaving: isSaving(state),
    isOnBattery: session.resources.isOnBattery,
    lock: session.lock,
    sync: session.sync,
    lockSettings: persisted.lock,
    biometry: session.biometry,
    online: session.online,
    trayAvailable: session.trayAvailable,
    machineBytes: session.resources.machineBytes,
    platform,
    listenable,
    isSafeMode,
    language: session.language.language,
    locale: session.language.locale,
  };
}

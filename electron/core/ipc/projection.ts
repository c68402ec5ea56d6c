import type { TrustedCertificate } from '../model/certificate-trust';
import { quietElsewhere, type FocusSource } from '../decide/focus-at';
import type { RuleSource } from '../model/decision';
import type { FindState } from '../model/find';
import type { FocusSettings } from '../model/focus';
import type { InboxFilter } from '../model/inbox';
import type { Language } from '../model/language';
import { scopeKey, type Level, type RuleScope, type RuleValues } from '../model/rule';
import type { KeySettings, SystemKeyState } from '../model/key-settings';
import type { Prompt } from '../model/prompt';
import type { Notice } from '../model/notice';
import type { MuteThere, PermissionGrant, Service, ServiceIcon } from '../model/service';
import type { OwnCertificate, SavedLogin } from '../model/sign-in';
import type { Settings } from '../model/settings';
import type { Unread } from '../model/unread';
import type { Workspace, WorkspaceId } from '../model/workspace';
import type {
  AppState,
  BusyHint,
  InboxState,
  LoadState,
  ServiceSession,
  SettingsPlace,
  ShellPage,
  Surface,
} from '../state/app-state';
import { iconUrlOf } from './icon-url';
import { toSwitching, type SwitchingProjection } from './switching-projection';
import { selectFocus, selectServiceLevel } from '../state/select-policy';
import {
  selectOpenChannel,
  selectServiceSession,
  selectServiceUnread,
  selectServiceUnreadCount,
} from '../state/selectors';

/** A service as the shell window draws it. */
export interface ServiceProjection {
  readonly id: string;
  readonly recipeId: string;
  readonly name: string;
  readonly url: string;
  readonly iconKind: ServiceIcon['kind'];
  /** `app://` address of the icon, or `undefined` to draw the recipe's. */
  readonly iconUrl: string | undefined;
  readonly enabled: boolean;
  /** What of the service as a whole is notified, and the rule that says so. */
  readonly level: Level;
  readonly levelFrom: RuleSource | undefined;
  /** What the person set for the service as a whole. */
  readonly own: RuleValues;
  /** Muted for a while: until then. */
  readonly quietUntilMs: number | undefined;
  /** In focus: what comes is held. */
  readonly inFocus: boolean;
  readonly keepText: boolean;
  readonly ownNames: readonly string[];
  readonly muteThere: MuteThere;
  /** Its adapter can mute channels on the server. */
  readonly canMuteThere: boolean;
  readonly zoomPercent: number;
  /** Keys of the app's that its pages keep. */
  readonly ownKeys: readonly string[];
  readonly countInTotal: boolean;
  readonly permissions: readonly PermissionGrant[];
  readonly load: LoadState;
  /** Failures in a row. */
  readonly attempt: number;
  readonly title: string;
  /** What the channel is called that its page shows, where its adapter knows. */
  readonly openChannelName: string | undefined;
  readonly unread: Unread;
  /** How many messages are unread in all, where its channels are known. */
  readonly unreadCount: number | undefined;
  /** How the service's adapter is; `fine` where there is none, too. */
  readonly adapter: 'fine' | 'signed-out' | 'failed';
  /** Why it failed. */
  readonly adapterReason: string | undefined;
  /** How its page reaches the server, where that is not as it should be. */
  readonly connection: { readonly kind: 'polling' | 'lost'; readonly sinceMs: number } | undefined;
  readonly refusedCount: number;
  readonly refusedReason: string | undefined;
  readonly canGoBack: boolean;
}

/** A name and password that is kept, without them. */
export type LoginProjection = Omit<SavedLogin, 'sealed'>;

/** A focus that is on. */
export interface FocusProjection {
  readonly source: FocusSource;
  readonly untilMs: number | null;
  readonly scheduleName: string | undefined;
}

/** What the shell window knows: plain JSON, pushed whole, at most once a frame. */
export interface Projection {
  readonly revision: number;
  readonly services: readonly ServiceProjection[];
  readonly activeServiceId: string | null;
  readonly page: ShellPage;
  readonly settings: Settings;
  readonly prompts: readonly Prompt[];
  readonly notices: readonly Notice[];
  /** What holds for all services. */
  readonly everywhere: RuleValues;
  /** Each focus that is on for some service, by hand first. */
  readonly focus: readonly FocusProjection[];
  readonly focusSettings: FocusSettings;
  readonly busyHint: BusyHint | undefined;
  readonly inbox: InboxState;
  readonly inboxFilter: InboxFilter;
  /** Changes whenever rules, channels or patterns do: tables are to be asked for anew. */
  readonly policyVersion: number;
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
  readonly systemKey: SystemKeyState;
  /** Where one was last, while one chooses and has seen the list. */
  readonly switching: SwitchingProjection | undefined;
  readonly online: boolean;
  readonly trayAvailable: boolean;
  readonly platform: 'darwin' | 'linux' | 'win32';
  /** Language of the texts; says which way they are written, too. */
  readonly language: Language;
  /** By whose customs numbers and times are written, for `Intl`. */
  readonly locale: string;
}

/** What of the projection stays as it was at the start. */
export type ShellFacts = Pick<Projection, 'platform'>;

/** Gives what the shell window draws of the state. */
export function toProjection(state: AppState, { platform }: ShellFacts): Projection {
  const { persisted, session } = state;
  return {
    revision: state.revision,
    services: persisted.services.map((service) => toServiceProjection(state, service)),
    activeServiceId: persisted.activeServiceId,
    page: session.page,
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
    inbox: session.inbox,
    inboxFilter: session.inboxFilter,
    policyVersion: session.policyVersion,
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
    systemKey: session.systemKey,
    switching: toSwitching(state),
    online: session.online,
    trayAvailable: session.trayAvailable,
    platform,
    language: session.language.language,
    locale: session.language.locale,
  };
}

function toServiceProjection(state: AppState, service: Service): ServiceProjection {
  const session = selectServiceSession(state, service.id);
  const { id, recipeId, name, url, enabled, keepText, ownNames, countInTotal, permissions } = service;
  const scope = { kind: 'service', serviceId: id } as const;
  const level = selectServiceLevel(state, id);
  return {
    id,
    recipeId,
    name,
    url,
    iconKind: service.icon.kind,
    iconUrl: iconUrlOf(service, session.siteIconVersion),
    enabled,
    level: level.value,
    levelFrom: level.from,
    own: ownValues(state, scope),
    quietUntilMs: quietUntilMs(state, scope),
    inFocus: selectFocus(state, id).length > 0,
    keepText,
    ownNames,
    muteThere: service.muteThere,
    zoomPercent: service.zoomPercent,
    ownKeys: service.ownKeys,
    canMuteThere: session.adapter.kind === 'speaking' && session.adapter.mutes.length > 0,
    countInTotal,
    permissions,
    load: session.load,
    attempt: session.attempt,
    title: session.title,
    openChannelName: selectOpenChannel(state, id)?.name,
    unread: selectServiceUnread(state, service),
    unreadCount: selectServiceUnreadCount(state, service),
    adapter:
      session.adapter.kind === 'failed' || session.adapter.kind === 'signed-out'
        ? session.adapter.kind
        : 'fine',
    adapterReason: session.adapter.kind === 'failed' ? session.adapter.reason : undefined,
    connection: troubleOf(session),
    refusedCount: session.refusedCount,
    refusedReason: session.refusedReason,
    canGoBack: session.canGoBack,
  };
}

function troubleOf({ connection, adapter }: ServiceSession): ServiceProjection['connection'] {
  if (connection === undefined || connection.kind === 'live' || adapter.kind !== 'speaking') return undefined;
  const { kind, sinceMs } = connection;
  return { kind, sinceMs };
}

const ownValues = (state: AppState, scope: RuleScope): RuleValues =>
  state.persisted.rules.find((rule) => scopeKey(rule.scope) === scopeKey(scope))?.values ?? {};

const quietUntilMs = (state: AppState, scope: RuleScope): number | undefined =>
  state.persisted.temporaryRules.find((rule) => scopeKey(rule.scope) === scopeKey(scope))?.untilMs;

import type { RuleSource } from '../model/decision';
import { scopeKey, type Level, type RuleScope, type RuleValues } from '../model/rule';
import { noDeviceChoice, type DeviceChoice, type KnownDevices } from '../model/devices';
import type { MuteThere, PermissionGrant, Service, ServiceIcon } from '../model/service';
import type { DownloadPlace } from '../model/settings';
import type { Share } from '../model/share';
import type { BusyReason } from '../model/sleep';
import type { ListenConsent, SleepMode } from '../model/sleep-settings';
import type { Browser } from '../model/browser';
import type { SpellChoice } from '../model/spelling';
import type { ListeningKind } from '../model/listening';
import { ownStorageIdOf, storageIdOf } from '../model/storage-group';
import { tweaksOf, type Tweaks } from '../model/tweaks';
import type { Unread } from '../model/unread';
import type { AppState, LoadState, ServiceSession } from '../state/app-state';
import { selectBusy } from '../state/select-sleep';
import { iconUrlOf } from './icon-url';
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
  readonly sleepMode: SleepMode;
  /** Whether it may be listened to while it sleeps. */
  readonly listen: ListenConsent;
  /** How it is heard while it has no page. */
  readonly listening: ListeningKind;
  /** When its counts were true, where nobody hears it now. */
  readonly countsFromMs: number | undefined;
  /** It sleeps, but for a look at what is unread, which is nothing to tell of. */
  readonly isLookedAt: boolean;
  /** The person wants it to sleep, as soon as they leave it. */
  readonly isSleepAsked: boolean;
  /** What keeps its page from sleeping, calls and questions too. */
  readonly busy: readonly BusyReason[];
  /** What its pages use now. */
  readonly camera: boolean;
  readonly microphone: boolean;
  /** Those they get, and those there are as far as the service has used any. */
  readonly devices: DeviceChoice;
  readonly knownDevices: KnownDevices;
  /** What of the screen they see. */
  readonly shares: readonly Share[];
  /** Its page was loaded anew then, for it took so much memory. */
  readonly outgrown: ServiceSession['outgrown'];
  /** Memory of its pages, where that was looked at. */
  readonly memoryBytes: number | undefined;
  /** Number of the picture of what was seen of it last; 0: there is none. */
  readonly stillVersion: number;
  readonly zoomPercent: number;
  /** Keys of the app's that its pages keep. */
  readonly ownKeys: readonly string[];
  /** Where its files go; null: as those of all. */
  readonly downloads: DownloadPlace | null;
  readonly spelling: SpellChoice | null;
  /** What its links open in outside; null: the system's browser. */
  readonly browser: Browser | null;
  /** Names the storage it uses; those with the same sign in together. */
  readonly storageId: string;
  /** Names the storage that is its own. */
  readonly ownStorageId: string;
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
  readonly tweaks: TweaksProjection;
}

/** One whose removal can be undone, as far as it says who uses a storage then. */
export type RemovedProjection = Pick<ServiceProjection, 'id' | 'name' | 'storageId' | 'ownStorageId'>;

/** What the person changed of its pages. The style and the script themselves are asked for. */
export interface TweaksProjection extends Omit<Tweaks, 'serviceId' | 'css' | 'js' | 'proxyLogin'> {
  readonly hasCss: boolean;
  readonly hasJs: boolean;
  readonly hasProxyLogin: boolean;
}

/** Gives what the shell window draws of a service. */
export function toServiceProjection(state: AppState, service: Service): ServiceProjection {
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
    sleepMode: service.sleepMode,
    listen: service.listen,
    listening: session.listening.kind,
    countsFromMs: countsFromMs(session),
    outgrown: session.outgrown,
    isLookedAt: isLookedAt(session),
    isSleepAsked: session.isSleepAsked,
    busy: selectBusy(state, id),
    camera: session.camera,
    microphone: session.microphone,
    devices: service.devices ?? noDeviceChoice,
    knownDevices: session.devices,
    shares: session.shares,
    // What was looked at last is known for a while after its page is gone.
    memoryBytes: session.load.kind === 'asleep' ? undefined : state.session.resources.bytesByService[id],
    stillVersion: session.stillVersion,
    zoomPercent: service.zoomPercent,
    downloads: service.downloads ?? null,
    spelling: service.spelling ?? null,
    browser: service.browser ?? null,
    storageId: storageIdOf(service),
    ownStorageId: ownStorageIdOf(service),
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
      session.listening.kind === 'refused' && session.load.kind === 'asleep'
        ? 'signed-out'
        : session.adapter.kind === 'failed' || session.adapter.kind === 'signed-out'
          ? session.adapter.kind
          : 'fine',
    adapterReason: session.adapter.kind === 'failed' ? session.adapter.reason : undefined,
    connection: troubleOf(session),
    refusedCount: session.refusedCount,
    refusedReason: session.refusedReason,
    canGoBack: session.canGoBack,
    tweaks: toTweaksProjection(state.persisted.tweaks, id),
  };
}

/** Gives what the shell window knows of services whose removal can be undone. */
export const toRemovedProjections = ({ session }: AppState): readonly RemovedProjection[] =>
  session.removed.map(({ service }) => ({
    id: service.id,
    name: service.name,
    storageId: storageIdOf(service),
    ownStorageId: ownStorageIdOf(service),
  }));

function toTweaksProjection(list: readonly Tweaks[], serviceId: string): TweaksProjection {
  const { css, js, isCodeOn, dark, userAgent, proxy, proxyLogin } = tweaksOf(list, serviceId);
  return {
    ...{ isCodeOn, dark, userAgent, proxy },
    hasCss: css !== '',
    hasJs: js !== '',
    hasProxyLogin: proxyLogin !== null,
  };
}

/** A service that sleeps unheard has the counts of when it was last looked at, or heard. */
function countsFromMs(session: ServiceSession): number | undefined {
  const { load, listening, checkedAtMs } = session;
  if ((load.kind !== 'asleep' && !isLookedAt(session)) || listening.kind === 'live') return undefined;
  return listening.kind === 'lost' ? listening.sinceMs : checkedAtMs;
}

const isLookedAt = ({ checkingSinceMs, load }: ServiceSession): boolean =>
  checkingSinceMs !== undefined && ['waiting', 'loading', 'ready'].includes(load.kind);

function troubleOf({ connection, adapter }: ServiceSession): ServiceProjection['connection'] {
  if (connection === undefined || connection.kind === 'live' || adapter.kind !== 'speaking') return undefined;
  const { kind, sinceMs } = connection;
  return { kind, sinceMs };
}

/** What the person set for a scope itself. */
export const ownValues = (state: AppState, scope: RuleScope): RuleValues =>
  state.persisted.rules.find((rule) => scopeKey(rule.scope) === scopeKey(scope))?.values ?? {};

const quietUntilMs = (state: AppState, scope: RuleScope): number | undefined =>
  state.persisted.temporaryRules.find((rule) => scopeKey(rule.scope) === scopeKey(scope))?.untilMs;

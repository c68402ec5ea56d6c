import * as z from 'zod/mini';
import { TRUSTED_MAX, trustedCertificateSchema, type TrustedCertificate } from './certificate-trust';
import { channelPatternSchema, type ChannelPattern } from './channel';
import { DOWNLOADS_MAX, downloadSchema, withinDownloads, type Download } from './download';
import { defaultFocus, focusSchema, type FocusSettings } from './focus';
import {
  RULES_MAX,
  ruleSchema,
  temporaryRuleSchema,
  type Rule,
  type RuleScope,
  type TemporaryRule,
} from './rule';
import { keptCredentialsSchema, type KeptCredentials } from './kept-credentials';
import { SERVER_MUTES_MAX, serverMuteSchema, type ServerMute } from './server-mute';
import { SERVICES_MAX, serviceIdSchema, serviceSchema, type Service, type ServiceId } from './service';
import {
  ownCertificateSchema,
  savedLoginSchema,
  SIGN_INS_MAX,
  type OwnCertificate,
  type SavedLogin,
} from './sign-in';
import { defaultSettings, keptSettingsSchema, type Settings } from './settings';
import { defaultLockSettings, keptLockSettingsSchema, type LockSettings } from './lock';
import { defaultKeySettings, keySettingsSchema, type KeySettings } from './key-settings';
import { defaultWindowPlace, windowPlaceSchema, type WindowPlace } from './window';
import { lastOfEach } from './last-of-each';
import { linkRulesSchema, soundLinkRules, type LinkRule } from './link-rule';
import { ownWindowSchema, type OwnWindow } from './own-window';
import { splitSchema, type Split } from './split';
import { tweaksListSchema, type Tweaks } from './tweaks';
import {
  WORKSPACES_MAX,
  workspaceIdSchema,
  workspaceSchema,
  type Workspace,
  type WorkspaceId,
} from './workspace';
import { safeParse } from './safe-parse';

/** Version of the stored shape; a change of shape adds one and a migration. */
export const PERSISTED_VERSION = 6;

/** Most patterns, and most channels once offered, that are kept. */
export const PATTERNS_MAX = 5000;
export const BUSY_OFFERED_MAX = 5000;

export const persistedSchema = z.object({
  version: z.literal(PERSISTED_VERSION),
  services: z.array(serviceSchema).check(z.maxLength(SERVICES_MAX)),
  activeServiceId: z.nullable(serviceIdSchema),
  settings: keptSettingsSchema,
  window: windowPlaceSchema,
  rules: z.array(ruleSchema).check(z.maxLength(RULES_MAX)),
  temporaryRules: z.array(temporaryRuleSchema).check(z.maxLength(RULES_MAX)),
  patterns: z.array(channelPatternSchema).check(z.maxLength(PATTERNS_MAX)),
  serverMutes: z.array(serverMuteSchema).check(z.maxLength(SERVER_MUTES_MAX)),
  focus: focusSchema,
  /** Busy channels that were offered to be heard of less, by scope key; none is offered twice. */
  busyOffered: z.array(z.string().check(z.maxLength(400))).check(z.maxLength(BUSY_OFFERED_MAX)),
  /** Certificates that are trusted though Chromium would not; one for a place. */
  certificates: z.array(trustedCertificateSchema).check(z.maxLength(TRUSTED_MAX)),
  logins: z.array(savedLoginSchema).check(z.maxLength(SIGN_INS_MAX)),
  ownCertificates: z.array(ownCertificateSchema).check(z.maxLength(SIGN_INS_MAX)),
  /** One for a service. */
  credentials: z.array(keptCredentialsSchema).check(z.maxLength(SERVICES_MAX)),
  keys: keySettingsSchema,
  /** Files from before it have none. */
  lock: z._default(keptLockSettingsSchema, defaultLockSettings),
  /** Files from before it have none. One for a service. */
  tweaks: z._default(tweaksListSchema, []),
  /** Files from before it have none. One for a pattern and a service. */
  linkRules: z._default(linkRulesSchema, []),
  workspaces: z.array(workspaceSchema).check(z.maxLength(WORKSPACES_MAX)),
  activeWorkspaceId: z.nullable(workspaceIdSchema),
  /** Files from before it have none. */
  split: z._default(z.nullable(splitSchema), null),
  /** Files from before it have none. One for a service. */
  ownWindows: z._default(z.array(ownWindowSchema).check(z.maxLength(SERVICES_MAX)), []),
  /** The oldest first. */
  downloads: z.pipe(
    z.transform((kept: unknown) => kept ?? []),
    z.array(downloadSchema).check(z.maxLength(DOWNLOADS_MAX)),
  ),
});

/** All that survives a restart. The order of `services` is the order on the bar. */
export interface Persisted {
  readonly version: typeof PERSISTED_VERSION;
  readonly services: readonly Service[];
  readonly activeServiceId: ServiceId | null;
  readonly settings: Settings;
  readonly window: WindowPlace;
  readonly rules: readonly Rule[];
  readonly temporaryRules: readonly TemporaryRule[];
  readonly patterns: readonly ChannelPattern[];
  readonly serverMutes: readonly ServerMute[];
  readonly focus: FocusSettings;
  readonly busyOffered: readonly string[];
  readonly certificates: readonly TrustedCertificate[];
  readonly logins: readonly SavedLogin[];
  readonly ownCertificates: readonly OwnCertificate[];
  readonly credentials: readonly KeptCredentials[];
  readonly keys: KeySettings;
  readonly lock: LockSettings;
  /** What the person changed of the pages of services; those that are as they come are not in it. */
  readonly tweaks: readonly Tweaks[];
  /** What the person said of links, the latest last. */
  readonly linkRules: readonly LinkRule[];
  readonly workspaces: readonly Workspace[];
  /** The workspace that is up; null: all services. */
  readonly activeWorkspaceId: WorkspaceId | null;
  /** What stands beside the active service; null: it has the room alone. */
  readonly split: Split | null;
  /** Windows that services have, or had, of their own; the one that was opened or moved last stands last. */
  readonly ownWindows: readonly OwnWindow[];
  readonly downloads: readonly Download[];
}

export const emptyPersisted: Persisted = {
  version: PERSISTED_VERSION,
  services: [],
  activeServiceId: null,
  settings: defaultSettings,
  window: defaultWindowPlace,
  rules: [],
  temporaryRules: [],
  patterns: [],
  serverMutes: [],
  focus: defaultFocus,
  busyOffered: [],
  certificates: [],
  logins: [],
  ownCertificates: [],
  credentials: [],
  keys: defaultKeySettings,
  lock: defaultLockSettings,
  tweaks: [],
  linkRules: [],
  workspaces: [],
  activeWorkspaceId: null,
  split: null,
  ownWindows: [],
  downloads: [],
};

/** What parsing stored data gives: the data, or the first thing wrong with it. */
export type ParsedPersisted =
  | { readonly ok: true; readonly persisted: Persisted }
  | { readonly ok: false; readonly reason: string };

/**
 * Parses data of the present version; never throws. Two services with one id are refused. An active service that is
 * not there gives way to the first: where there are services, one is active. A workspace that is up without it gives way
 * to all services. A service that is not there, or off, stands beside none.
 */
export function parsePersisted(value: unknown): ParsedPersisted {
  const result = safeParse(persistedSchema, value);
  if (!result.success) {
    const issue = result.error.issues[0];
    return { ok: false, reason: `${issue?.path.join('.') ?? ''}: ${issue?.message ?? 'not understood'}` };
  }
  const ids = new Set(result.data.services.map((service) => service.id));
  if (ids.size !== result.data.services.length) return { ok: false, reason: 'services: an id occurs twice' };
  return { ok: true, persisted: withSides(withWorkspaces(withActive(result.data))) };
}

function withActive(persisted: Persisted): Persisted {
  const { services, activeServiceId } = persisted;
  if (services.some((service) => service.id === activeServiceId)) return persisted;
  return { ...persisted, activeServiceId: services[0]?.id ?? null };
}

/** Leaves one window for each service, and nothing beside the active one that cannot stand there. */
function withSides(persisted: Persisted): Persisted {
  const { services, activeServiceId, split } = persisted;
  const ownWindows = lastOfEach(persisted.ownWindows, ({ serviceId }) => serviceId);
  const other = services.find(({ id }) => id === split?.otherId);
  const isOut = ownWindows.some(({ serviceId, isOpen }) => isOpen && serviceId === other?.id);
  const isSound = other?.enabled === true && other.id !== activeServiceId && !isOut;
  return { ...persisted, ownWindows, split: isSound ? split : null };
}

const withEachOnce = (workspace: Workspace): Workspace => ({
  ...workspace,
  serviceIds: [...new Set(workspace.serviceIds)],
});

function withWorkspaces(persisted: Persisted): Persisted {
  const workspaces = lastOfEach(persisted.workspaces, ({ id }) => id).map(withEachOnce);
  const { activeServiceId, activeWorkspaceId } = persisted;
  const up = workspaces.find(({ id }) => id === activeWorkspaceId);
  const isSound = activeServiceId !== null && up?.serviceIds.includes(activeServiceId) === true;
  return { ...persisted, workspaces, activeWorkspaceId: isSound ? activeWorkspaceId : null };
}

/** Leaves out all that hangs on services that are not there: the app was killed while a removal could be undone. */
export function withoutPolicyOfGone(persisted: Persisted): Persisted {
  const ids = new Set(persisted.services.map((service) => service.id));
  const isLeft = ({ scope }: { readonly scope: RuleScope }): boolean =>
    scope.kind === 'everywhere' || ids.has(scope.serviceId);
  return {
    ...persisted,
    rules: persisted.rules.filter(isLeft),
    temporaryRules: persisted.temporaryRules.filter(isLeft),
    patterns: persisted.patterns.filter((pattern) => ids.has(pattern.serviceId)),
    serverMutes: persisted.serverMutes.filter((mute) => ids.has(mute.serviceId)),
    logins: persisted.logins.filter((login) => ids.has(login.serviceId)),
    ownCertificates: persisted.ownCertificates.filter((own) => ids.has(own.serviceId)),
    credentials: persisted.credentials.filter((kept) => ids.has(kept.serviceId)),
    ownWindows: persisted.ownWindows.filter(({ serviceId }) => ids.has(serviceId)),
    downloads: withinDownloads(persisted.downloads, (id) => ids.has(id)),
    tweaks: lastOfEach(persisted.tweaks, ({ serviceId }) => serviceId).filter(({ serviceId }) =>
      ids.has(serviceId),
    ),
    linkRules: soundLinkRules(persisted.linkRules, (id) => ids.has(id)),
    workspaces: persisted.workspaces.map((workspace) => ({
      ...workspace,
      serviceIds: workspace.serviceIds.filter((id) => ids.has(id)),
    })),
  };
}

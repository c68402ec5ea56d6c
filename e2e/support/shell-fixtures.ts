import type { Projection, ServiceProjection } from '../../electron/core/ipc/projection';
import { defaultFocus } from '../../electron/core/model/focus';
import { defaultSettings } from '../../electron/core/model/settings';

/** A service that is up and quiet, with changes. */
export const aService = (id: string, changes: Partial<ServiceProjection> = {}): ServiceProjection => ({
  id,
  recipeId: 'rocketchat',
  name: 'Rocket.Chat',
  url: 'https://chat.example.org/',
  iconKind: 'recipe',
  iconUrl: undefined,
  enabled: true,
  level: 'all',
  levelFrom: undefined,
  own: {},
  quietUntilMs: undefined,
  inFocus: false,
  keepText: true,
  muteThere: 'ask',
  zoomPercent: 100,
  ownKeys: [],
  canMuteThere: false,
  connection: undefined,
  ownNames: [],
  countInTotal: true,
  permissions: [],
  load: { kind: 'ready' },
  attempt: 0,
  title: '',
  openChannelName: undefined,
  unread: { direct: 0, indirect: false },
  adapter: 'fine',
  adapterReason: undefined,
  refusedCount: 0,
  refusedReason: undefined,
  canGoBack: false,
  ...changes,
});

/** What the shell window draws when nothing was added yet, with changes. */
export const aProjection = (changes: Partial<Projection> = {}): Projection => ({
  revision: 1,
  services: [],
  activeServiceId: changes.services?.[0]?.id ?? null,
  page: 'service',
  settings: defaultSettings,
  prompts: [],
  notices: [],
  everywhere: {},
  focus: [],
  focusSettings: defaultFocus,
  busyHint: undefined,
  inbox: { health: { kind: 'ready', seal: { kind: 'sealed' } }, unread: 0, held: 0, version: 1 },
  inboxFilter: {},
  policyVersion: 1,
  certificates: [],
  logins: [],
  ownCertificates: [],
  keys: { bindings: {}, system: null },
  workspaces: [],
  activeWorkspaceId: null,
  online: true,
  trayAvailable: true,
  platform: 'linux',
  language: 'en',
  locale: 'en',
  ...changes,
});

const inTwentySeconds = (): number => Date.now() + 20_000;

/** A bar on which every state a service can show is to be seen. */
export const everyState = (): readonly ServiceProjection[] => [
  aService('team', {
    name: 'Team chat',
    title: '(3) #general | Team chat',
    unread: { direct: 3, indirect: true },
  }),
  aService('slack', { recipeId: 'slack', name: 'Acme', unread: { direct: 0, indirect: true } }),
  aService('lounge', { recipeId: 'thelounge', name: 'The Lounge', unread: { direct: 128, indirect: true } }),
  aService('muted', {
    recipeId: 'mattermost',
    name: 'Mattermost',
    level: 'none',
    own: { preset: 'nothing' },
    unread: { direct: 12, indirect: true },
  }),
  aService('loading', { recipeId: 'zulip', name: 'Zulip', load: { kind: 'loading' } }),
  aService('failed', {
    recipeId: 'element',
    name: 'Element',
    url: 'https://element.example.org/',
    attempt: 3,
    load: {
      kind: 'failed',
      failure: { kind: 'timeout', code: 'ERR_CONNECTION_TIMED_OUT', host: 'element.example.org' },
      attempt: 3,
      retryAtMs: inTwentySeconds(),
    },
  }),
  aService('crashed', {
    recipeId: 'discord',
    name: 'Discord',
    attempt: 1,
    load: { kind: 'crashed', reason: 'oom', attempt: 1, retryAtMs: inTwentySeconds() },
  }),
  aService('hung', { recipeId: 'teams', name: 'Teams', load: { kind: 'hung', attempt: 0 } }),
  aService('noisy', {
    recipeId: 'website',
    name: 'Status page',
    refusedCount: 480,
    refusedReason: 'too many messages',
    unread: { direct: 7, indirect: false },
  }),
  aService('asks', { recipeId: 'telegram', name: 'Telegram' }),
  aService('off', { recipeId: 'whatsapp', name: 'WhatsApp', enabled: false, load: { kind: 'waiting' } }),
  aService('letters', { recipeId: 'unknown', name: 'Hanna’s wiki' }),
];

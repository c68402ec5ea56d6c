import { useTranslation } from 'react-i18next';
import type { ResetItemId } from '../../../electron/core/decide/reset-settings';
import type { ResetSection } from '../../../electron/core/model/reset-section';

// Where each is set, it has these names.
const sections = {
  all: 'reset.all',
  general: 'settings.general.title',
  appearance: 'settings.appearance.title',
  announce: 'settings.announce.title',
  notifications: 'settings.notifications.title',
  focus: 'focus.label',
  workspaces: 'workspaces.label',
  inbox: 'inbox.title',
  lock: 'settings.lock.title',
  keys: 'settings.keys.title',
  memory: 'settings.memory.title',
  page: 'settings.page.title',
  window: 'settings.window.title',
  downloads: 'settings.downloads.title',
  links: 'settings.links.title',
} as const satisfies Record<ResetSection | 'all', string>;

const items = {
  language: 'settings.general.language',
  theme: 'settings.appearance.theme',
  contrast: 'settings.appearance.contrast',
  textSize: 'settings.appearance.textSize',
  barSize: 'settings.appearance.barSize',
  barShown: 'command.bar',
  announce: 'settings.announce.what',
  everywhere: 'settings.notifications.everywhere',
  busyPerHour: 'settings.notifications.busy',
  pass: 'focus.passByHand',
  followSystem: 'focus.followSystem',
  hidesCounts: 'focus.hidesCounts',
  badgeOf: 'workspaces.badge',
  inboxDays: 'settings.inbox.keptFor',
  inboxText: 'settings.inbox.keepText',
  lockIdle: 'settings.lock.idle',
  lockScreen: 'settings.lock.screen',
  bindings: 'settings.keys.all',
  systemKey: 'settings.keys.system',
  sleepAfter: 'settings.memory.after',
  sleepDeaf: 'settings.memory.deaf',
  sleepCheck: 'settings.memory.check',
  sleepBattery: 'settings.memory.battery',
  saving: 'settings.memory.saving.label',
  sleepShare: 'settings.memory.share',
  sleepPage: 'settings.memory.page',
  sleepAwake: 'settings.memory.awake',
  search: 'settings.page.search',
  spelling: 'settings.spelling.label',
  mirror: 'settings.spelling.mirror',
  tellPresence: 'settings.page.presence',
  developerMode: 'settings.page.developer',
  closeToTray: 'settings.window.closeToTray',
  startAtLogin: 'settings.window.login.label',
  downloads: 'settings.downloads.where',
  linkRules: 'settings.links.rules',
  vendorLinks: 'settings.links.vendors',
} as const satisfies Record<ResetItemId, string>;

interface ResetWords {
  readonly sectionOf: (section: ResetSection | 'all') => string;
  readonly itemOf: (id: ResetItemId) => string;
}

/** Gives sections and settings the names they have where they are set. */
export function useResetWords(): ResetWords {
  const { t } = useTranslation();
  return { sectionOf: (section) => t(sections[section]), itemOf: (id) => t(items[id]) };
}

import { useTranslation } from 'react-i18next';
import type { ResetItemId } from '../../../electron/core/decide/reset-settings';
import type { ResetSection } from '../../../electron/core/model/reset-section';

interface ResetWords {
  readonly sectionOf: (section: ResetSection | 'all') => string;
  readonly itemOf: (id: ResetItemId) => string;
}

/** Gives sections and settings the names they have where they are set. */
export function useResetWords(): ResetWords {
  const { t } = useTranslation();
  const sections: Readonly<Record<ResetSection | 'all', string>> = {
    all: t('reset.all'),
    general: t('settings.general.title'),
    appearance: t('settings.appearance.title'),
    announce: t('settings.announce.title'),
    notifications: t('settings.notifications.title'),
    focus: t('focus.label'),
    workspaces: t('workspaces.label'),
    inbox: t('inbox.title'),
    lock: t('settings.lock.title'),
    keys: t('settings.keys.title'),
    memory: t('settings.memory.title'),
    page: t('settings.page.title'),
    window: t('settings.window.title'),
    downloads: t('settings.downloads.title'),
    links: t('settings.links.title'),
  };
  const items: Readonly<Record<ResetItemId, string>> = {
    language: t('settings.general.language'),
    theme: t('settings.appearance.theme'),
    contrast: t('settings.appearance.contrast'),
    textSize: t('settings.appearance.textSize'),
    barSize: t('settings.appearance.barSize'),
    barShown: t('command.bar'),
    announce: t('settings.announce.what'),
    everywhere: t('settings.notifications.everywhere'),
    busyPerHour: t('settings.notifications.busy'),
    pass: t('focus.passByHand'),
    followSystem: t('focus.followSystem'),
    hidesCounts: t('focus.hidesCounts'),
    badgeOf: t('workspaces.badge'),
    inboxDays: t('settings.inbox.keptFor'),
    inboxText: t('settings.inbox.keepText'),
    lockIdle: t('settings.lock.idle'),
    lockScreen: t('settings.lock.screen'),
    bindings: t('settings.keys.all'),
    systemKey: t('settings.keys.system'),
    sleepAfter: t('settings.memory.after'),
    sleepDeaf: t('settings.memory.deaf'),
    sleepCheck: t('settings.memory.check'),
    sleepBattery: t('settings.memory.battery'),
    saving: t('settings.memory.saving.label'),
    sleepShare: t('settings.memory.share'),
    sleepPage: t('settings.memory.page'),
    sleepAwake: t('settings.memory.awake'),
    search: t('settings.page.search'),
    spelling: t('settings.spelling.label'),
    mirror: t('settings.spelling.mirror'),
    tellPresence: t('settings.page.presence'),
    developerMode: t('settings.page.developer'),
    closeToTray: t('settings.window.closeToTray'),
    startAtLogin: t('settings.window.login.label'),
    downloads: t('settings.downloads.where'),
    linkRules: t('settings.links.rules'),
    vendorLinks: t('settings.links.vendors'),
  };
  return { sectionOf: (section) => sections[section], itemOf: (id) => items[id] };
}

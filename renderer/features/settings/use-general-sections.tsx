import { useTranslation } from 'react-i18next';
import { percents } from '../../components/formats';
import { useProjection, useSend } from '../../store/use-shell';
import { useTrustSection } from '../certificates/use-trust-section';
import { useKeysSection } from '../keys/use-keys-section';
import { useMovingSection } from '../moving/use-moving-section';
import { useLockSection } from '../lock/use-lock-section';
import { useResetSection } from '../reset/use-reset-section';
import { useSyncSection } from '../sync/use-sync-section';
import { choiceRow, switchRow } from './choice-row';
import type { SettingSection } from './setting-section';
import { useAnnounceSection } from './use-announce-section';
import { DownloadSetting } from './download-setting';
import { useFocusSection } from './use-focus-section';
import { useInboxSection } from './use-inbox-section';
import { useLinksSection } from './use-links-section';
import { useLanguageSection } from './use-language-section';
import { useMemorySection } from './use-memory-section';
import { usePageSection } from './use-page-section';
import { useNotificationSection } from './use-notification-section';
import { useWorkspaceSection } from './use-workspace-section';

const TEXT_SIZES = [100, 125, 150, 200] as const;

/** Gives the settings of the app as a whole, by section. */
export function useGeneralSections(query: string): readonly SettingSection[] {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const { theme, contrast, textSize, barSize, closeToTray, startAtLogin } = useProjection(
    (projection) => projection.settings,
  );
  const hasTray = useProjection((projection) => projection.trayAvailable);
  const percent = percents(i18n.language);
  const trayHint = t(hasTray ? 'settings.window.closeToTrayHint' : 'settings.window.closeToTrayNone');
  const trayLabel = t('settings.window.closeToTray');
  const language = useLanguageSection();
  const announce = useAnnounceSection();
  const notifications = useNotificationSection();
  const focus = useFocusSection();
  const inbox = useInboxSection();
  const lock = useLockSection();
  const keys = useKeysSection(query);
  const workspaces = useWorkspaceSection();
  const inPages = usePageSection();
  const memory = useMemorySection();
  const links = useLinksSection();
  const trust = useTrustSection();
  const moving = useMovingSection();
  const reset = useResetSection();
  const sync = useSyncSection();
  return [
    language,
    {
      title: t('settings.appearance.title'),
      rows: [
        choiceRow('theme', {
          label: t('settings.appearance.theme'),
          value: theme,
          options: [
            { value: 'system', label: t('settings.appearance.themeSystem') },
            { value: 'light', label: t('settings.appearance.themeLight') },
            { value: 'dark', label: t('settings.appearance.themeDark') },
          ],
          onChange: (value) => send('settings.change', { theme: value }),
        }),
        choiceRow('contrast', {
          label: t('settings.appearance.contrast'),
          value: contrast,
          options: [
            { value: 'system', label: t('settings.appearance.contrastSystem') },
            { value: 'more', label: t('settings.appearance.contrastMore') },
          ],
          onChange: (value) => send('settings.change', { contrast: value }),
        }),
        choiceRow('text', {
          label: t('settings.appearance.textSize'),
          value: textSize,
          options: TEXT_SIZES.map((value) => ({ value, label: percent.format(value / 100) })),
          onChange: (value) => send('settings.change', { textSize: value }),
        }),
        choiceRow('bar', {
          label: t('settings.appearance.barSize'),
          value: barSize,
          options: [
            { value: 'compact', label: t('settings.appearance.barCompact') },
            { value: 'normal', label: t('settings.appearance.barNormal') },
            { value: 'names', label: t('settings.appearance.barNames') },
          ],
          onChange: (value) => send('settings.change', { barSize: value }),
        }),
      ],
    },
    announce,
    notifications,
    focus,
    workspaces,
    inbox,
    lock,
    keys,
    memory,
    inPages,
    {
      title: t('settings.window.title'),
      rows: [
        switchRow('tray', {
          label: trayLabel,
          hint: trayHint,
          checked: hasTray && closeToTray,
          disabled: !hasTray,
          onChange: (value) => send('settings.change', { closeToTray: value }),
        }),
        choiceRow('login', {
          label: t('settings.window.login.label'),
          value: startAtLogin,
          options: (['no', 'shown', 'hidden'] as const).map((value) => ({
            value,
            label: t(`settings.window.login.${value}`),
          })),
          onChange: (value) => send('settings.change', { startAtLogin: value }),
        }),
      ],
    },
    {
      title: t('settings.downloads.title'),
      rows: [
        {
          key: 'downloads',
          texts: [t('settings.downloads.where'), t('settings.downloads.ask'), t('settings.downloads.folder')],
          row: <DownloadSetting />,
        },
      ],
    },
    links,
    trust,
    sync,
    moving,
    reset,
  ];
}

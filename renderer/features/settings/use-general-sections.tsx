import { useTranslation } from 'react-i18next';
import { Segmented, Switch } from '../../components/choice';
import { percents } from '../../components/formats';
import { useProjection, useSend } from '../../store/use-shell';
import { useTrustSection } from '../certificates/use-trust-section';
import { useKeysSection } from '../keys/use-keys-section';
import type { SettingSection } from './setting-section';
import { useAnnounceSection } from './use-announce-section';
import { DownloadSetting } from './download-setting';
import { useFocusSection } from './use-focus-section';
import { useInboxSection } from './use-inbox-section';
import { useLanguageSection } from './use-language-section';
import { useMemorySection } from './use-memory-section';
import { useNotificationSection } from './use-notification-section';
import { useWorkspaceSection } from './use-workspace-section';

const TEXT_SIZES = [100, 125, 150, 200] as const;

/** Gives the settings of the app as a whole, by section. */
export function useGeneralSections(query: string): readonly SettingSection[] {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const { theme, contrast, textSize, barSize, closeToTray } = useProjection(
    (projection) => projection.settings,
  );
  const hasTray = useProjection((projection) => projection.trayAvailable);
  const themes = [
    { value: 'system', label: t('settings.appearance.themeSystem') },
    { value: 'light', label: t('settings.appearance.themeLight') },
    { value: 'dark', label: t('settings.appearance.themeDark') },
  ] as const;
  const contrasts = [
    { value: 'system', label: t('settings.appearance.contrastSystem') },
    { value: 'more', label: t('settings.appearance.contrastMore') },
  ] as const;
  const percent = percents(i18n.language);
  const textSizes = TEXT_SIZES.map((value) => ({ value, label: percent.format(value / 100) }));
  const barSizes = [
    { value: 'compact', label: t('settings.appearance.barCompact') },
    { value: 'normal', label: t('settings.appearance.barNormal') },
    { value: 'names', label: t('settings.appearance.barNames') },
  ] as const;
  const trayHint = t(hasTray ? 'settings.window.closeToTrayHint' : 'settings.window.closeToTrayNone');
  const labels = {
    theme: t('settings.appearance.theme'),
    contrast: t('settings.appearance.contrast'),
    textSize: t('settings.appearance.textSize'),
    barSize: t('settings.appearance.barSize'),
    tray: t('settings.window.closeToTray'),
  };
  const language = useLanguageSection();
  const announce = useAnnounceSection();
  const notifications = useNotificationSection();
  const focus = useFocusSection();
  const inbox = useInboxSection();
  const keys = useKeysSection(query);
  const workspaces = useWorkspaceSection();
  const memory = useMemorySection();
  const trust = useTrustSection();
  return [
    language,
    {
      title: t('settings.appearance.title'),
      rows: [
        {
          key: 'theme',
          texts: [labels.theme, ...themes.map(({ label }) => label)],
          row: (
            <Segmented
              label={labels.theme}
              value={theme}
              options={themes}
              onChange={(value) => send('settings.change', { theme: value })}
            />
          ),
        },
        {
          key: 'contrast',
          texts: [labels.contrast, ...contrasts.map(({ label }) => label)],
          row: (
            <Segmented
              label={labels.contrast}
              value={contrast}
              options={contrasts}
              onChange={(value) => send('settings.change', { contrast: value })}
            />
          ),
        },
        {
          key: 'text',
          texts: [labels.textSize, ...textSizes.map(({ label }) => label)],
          row: (
            <Segmented
              label={labels.textSize}
              value={textSize}
              options={textSizes}
              onChange={(value) => send('settings.change', { textSize: value })}
            />
          ),
        },
        {
          key: 'bar',
          texts: [labels.barSize, ...barSizes.map(({ label }) => label)],
          row: (
            <Segmented
              label={labels.barSize}
              value={barSize}
              options={barSizes}
              onChange={(value) => send('settings.change', { barSize: value })}
            />
          ),
        },
      ],
    },
    announce,
    notifications,
    focus,
    workspaces,
    inbox,
    keys,
    memory,
    {
      title: t('settings.window.title'),
      rows: [
        {
          key: 'tray',
          texts: [labels.tray, trayHint],
          row: (
            <Switch
              label={labels.tray}
              hint={trayHint}
              checked={hasTray && closeToTray}
              disabled={!hasTray}
              onChange={(value) => send('settings.change', { closeToTray: value })}
            />
          ),
        },
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
    trust,
  ];
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Segmented, Switch } from '../../components/choice';
import { useProjection, useSend } from '../../store/use-shell';
import { DownloadSetting } from './download-setting';

interface SettingRow {
  readonly key: string;
  /** What the row can be found by. */
  readonly texts: readonly (string | undefined)[];
  readonly row: ReactNode;
}

interface SettingSection {
  readonly title: string;
  readonly rows: readonly SettingRow[];
}

/** Gives the settings of the app as a whole, by section. */
export function useGeneralSections(): readonly SettingSection[] {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const { theme, barSize, closeToTray, notifications } = useProjection((projection) => projection.settings);
  const hasTray = useProjection((projection) => projection.trayAvailable);
  const clock = new Intl.DateTimeFormat(i18n.language, { timeStyle: 'short' });
  const themes = [
    { value: 'system', label: t('settings.appearance.themeSystem') },
    { value: 'light', label: t('settings.appearance.themeLight') },
    { value: 'dark', label: t('settings.appearance.themeDark') },
  ] as const;
  const barSizes = [
    { value: 'compact', label: t('settings.appearance.barCompact') },
    { value: 'normal', label: t('settings.appearance.barNormal') },
    { value: 'names', label: t('settings.appearance.barNames') },
  ] as const;
  const trayHint = t(hasTray ? 'settings.window.closeToTrayHint' : 'settings.window.closeToTrayNone');
  const showHint =
    notifications.kind === 'paused-until'
      ? t('settings.notifications.pausedUntil', { time: clock.format(notifications.untilMs) })
      : t('settings.notifications.showHint');
  const labels = {
    theme: t('settings.appearance.theme'),
    barSize: t('settings.appearance.barSize'),
    show: t('settings.notifications.show'),
    tray: t('settings.window.closeToTray'),
  };
  return [
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
    {
      title: t('settings.notifications.title'),
      rows: [
        {
          key: 'notifications',
          texts: [labels.show, showHint],
          row: (
            <Switch
              label={labels.show}
              hint={showHint}
              checked={notifications.kind === 'on'}
              onChange={(on) =>
                send('settings.change', { notifications: on ? { kind: 'on' } : { kind: 'paused' } })
              }
            />
          ),
        },
      ],
    },
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
  ];
}

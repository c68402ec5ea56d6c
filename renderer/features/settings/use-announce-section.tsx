import { useTranslation } from 'react-i18next';
import { Segmented } from '../../components/choice';
import { useProjection, useSend } from '../../store/use-shell';
import type { SettingSection } from './setting-section';

/** Gives the settings of what a screen reader is told of. */
export function useAnnounceSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const announce = useProjection((projection) => projection.settings.announce);
  const label = t('settings.announce.what');
  const hint = t('settings.announce.hint');
  const options = [
    { value: 'off', label: t('settings.announce.off') },
    { value: 'mentions', label: t('settings.announce.mentions') },
    { value: 'all', label: t('settings.announce.all') },
  ] as const;
  return {
    title: t('settings.announce.title'),
    rows: [
      {
        key: 'announce',
        texts: [label, hint, ...options.map((one) => one.label)],
        row: (
          <Segmented
            label={label}
            hint={hint}
            value={announce}
            options={options}
            onChange={(value) => send('settings.change', { announce: value })}
          />
        ),
      },
    ],
  };
}

import { useTranslation } from 'react-i18next';
import { useProjection, useSend } from '../../store/use-shell';
import { choiceRow } from './choice-row';
import type { SettingSection } from './setting-section';

/** Gives the settings of what a screen reader is told of. */
export function useAnnounceSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  const announce = useProjection((projection) => projection.settings.announce);
  return {
    title: t('settings.announce.title'),
    rows: [
      choiceRow('announce', {
        label: t('settings.announce.what'),
        hint: t('settings.announce.hint'),
        value: announce,
        options: [
          { value: 'off', label: t('settings.announce.off') },
          { value: 'mentions', label: t('settings.announce.mentions') },
          { value: 'all', label: t('settings.announce.all') },
        ],
        onChange: (value) => send('settings.change', { announce: value }),
      }),
    ],
  };
}

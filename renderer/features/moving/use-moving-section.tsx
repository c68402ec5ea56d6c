import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { SettingLine } from '../../components/setting-line';
import { useSend } from '../../store/use-shell';
import type { SettingSection } from '../settings/setting-section';

/** Gives the settings of moving in. */
export function useMovingSection(): SettingSection {
  const { t } = useTranslation();
  const send = useSend();
  return {
    title: t('moving.title'),
    rows: [
      {
        key: 'bring',
        texts: [t('moving.bring'), t('moving.bringHint'), t('moving.save'), t('moving.restore')],
        row: (
          <SettingLine name={t('moving.bring')} hint={t('moving.settingsHint')}>
            <Button onClick={() => send('page.show', { page: 'moving' })}>{t('moving.open')}</Button>
          </SettingLine>
        ),
      },
    ],
  };
}

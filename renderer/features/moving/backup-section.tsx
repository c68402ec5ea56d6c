import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { SettingLine } from '../../components/setting-line';
import { RestoreBackup } from './restore-backup';
import { SaveBackup } from './save-backup';

/** Backups: one is saved, or one is put back. */
export function BackupSection(): ReactNode {
  const { t } = useTranslation();
  const [task, setTask] = useState<'save' | 'restore'>();
  const close = (): void => setTask(undefined);
  if (task === 'save') return <SaveBackup onClose={close} />;
  if (task === 'restore') return <RestoreBackup onClose={close} />;
  return (
    <section>
      <h2>{t('moving.backup')}</h2>
      <div className="settings-card">
        <SettingLine name={t('moving.save')} hint={t('moving.saveHint')}>
          <Button onClick={() => setTask('save')}>{t('moving.save')}</Button>
        </SettingLine>
        <SettingLine name={t('moving.restore')} hint={t('moving.restoreHint')}>
          <Button onClick={() => setTask('restore')}>{t('moving.restore')}</Button>
        </SettingLine>
      </div>
    </section>
  );
}

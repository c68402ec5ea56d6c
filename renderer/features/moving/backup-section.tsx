import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
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
        <div className="setting-row">
          <div className="setting-words">
            <p className="setting-name">{t('moving.save')}</p>
            <p>{t('moving.saveHint')}</p>
          </div>
          <Button onClick={() => setTask('save')}>{t('moving.save')}</Button>
        </div>
        <div className="setting-row">
          <div className="setting-words">
            <p className="setting-name">{t('moving.restore')}</p>
            <p>{t('moving.restoreHint')}</p>
          </div>
          <Button onClick={() => setTask('restore')}>{t('moving.restore')}</Button>
        </div>
      </div>
    </section>
  );
}

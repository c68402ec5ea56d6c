import { useState, type ReactNode } from 'react';
import { createPortal } from 'react-dom';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import { SettingLine } from '../../components/setting-line';
import { SetUpSync } from './set-up-sync';
import './sync.css';

/** The row of the settings while this machine is alone. */
export function SyncOff({ problem }: { readonly problem: 'book' | undefined }): ReactNode {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      {problem !== undefined && (
        <div className="sync-lost">
          <Note kind="error">{t(`sync.problem.${problem}`)}</Note>
        </div>
      )}
      <SettingLine name={t('sync.name')} hint={t('sync.hint')}>
        <Button onClick={() => setOpen(true)}>{t('sync.setUp')}</Button>
        {/* It is taller than the card, which cuts off what is in it. */}
        {isOpen && createPortal(<SetUpSync onClose={() => setOpen(false)} />, document.body)}
      </SettingLine>
    </>
  );
}

import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { useProjection, useSend } from '../../store/use-shell';
import { PassphraseDialog } from './passphrase-dialog';
import type { PassphraseTask } from './passphrase-form';

type Task = Exclude<PassphraseTask, 'touchId'>;

const doneTexts = { set: 'lock.doneSet', change: 'lock.doneChange', remove: 'lock.doneRemove' } as const;

/** The row of the settings in which the passphrase is set, changed and removed. */
export function PassphraseSetting(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const hasPassphrase = useProjection((projection) => projection.lock.kind === 'open');
  const [task, setTask] = useState<Task>();
  const [done, setDone] = useState<Task>();
  const begin = (next: Task) => () => {
    setDone(undefined);
    setTask(next);
  };
  const finish = (): void => {
    setDone(task);
    setTask(undefined);
  };
  return (
    <div className="setting-row">
      <div className="setting-words">
        <p className="setting-name">{t('settings.lock.name')}</p>
        <p>{t(hasPassphrase ? 'settings.lock.isSet' : 'settings.lock.none')}</p>
        <p className="setting-answer" role="status">
          {done !== undefined && t(doneTexts[done])}
        </p>
      </div>
      <div className="setting-buttons">
        {hasPassphrase ? (
          <>
            <Button onClick={() => send('lock.now')}>{t('lock.now')}</Button>
            <Button onClick={begin('change')}>{t('lock.change')}</Button>
            <Button onClick={begin('remove')}>{t('lock.remove')}</Button>
          </>
        ) : (
          <Button onClick={begin('set')}>{t('lock.set')}</Button>
        )}
      </div>
      {task !== undefined && (
        <PassphraseDialog task={task} onDone={finish} onClose={() => setTask(undefined)} />
      )}
    </div>
  );
}

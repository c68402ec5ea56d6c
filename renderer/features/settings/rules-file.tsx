import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileAnswer, ImportAnswer } from '../../../electron/core/ipc/answers';
import { Button } from '../../components/button';
import { useCommand } from '../../store/use-shell';

interface RulesFileProps {
  readonly label: string;
  readonly hint: string;
}

/** Saves rules and schedules to a file, and reads them from one. What came of it is said beside the buttons. */
export function RulesFile({ label, hint }: RulesFileProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const [answer, setAnswer] = useState<FileAnswer | ImportAnswer>();
  const ask = (name: 'rules.export' | 'rules.import') => () => {
    setAnswer(undefined);
    command(name).then(setAnswer, () => setAnswer({ kind: 'failed', reason: 'other' }));
  };
  const says = (): string => {
    switch (answer?.kind) {
      case 'saved':
        return t('rules.file.saved', { count: answer.count, file: answer.file });
      case 'imported': {
        const { rules, schedules, skipped } = answer;
        const came = t('rules.file.imported', {
          rules: t('rules.file.rules', { count: rules }),
          schedules: t('rules.file.schedules', { count: schedules }),
        });
        return skipped === 0
          ? came
          : t('rules.file.withSkipped', { came, skipped: t('rules.file.skipped', { count: skipped }) });
      }
      case 'failed':
        return t(`rules.file.${answer.reason}`);
      default:
        return '';
    }
  };
  return (
    <div className="setting-row">
      <div className="setting-words">
        <p className="setting-name">{label}</p>
        <p>{hint}</p>
        <p className="setting-answer" role="status" data-failed={answer?.kind === 'failed'}>
          {says()}
        </p>
      </div>
      <div className="setting-buttons">
        <Button onClick={ask('rules.export')}>{t('settings.notifications.export')}</Button>
        <Button onClick={ask('rules.import')}>{t('settings.notifications.import')}</Button>
      </div>
    </div>
  );
}

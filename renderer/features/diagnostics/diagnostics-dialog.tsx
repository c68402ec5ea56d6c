import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { FileAnswer } from '../../../electron/core/ipc/answers';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { ReadingBox } from '../../components/reading-box';
import { useCommand, useSend } from '../../store/use-shell';

/** What can be sent to somebody who helps: all of it is shown before it is saved. */
export function DiagnosticsDialog(): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const send = useSend();
  const [text, setText] = useState('');
  const [answer, setAnswer] = useState<FileAnswer | { readonly kind: 'copied' }>();
  useEffect(() => {
    command('diagnostics.make').then(setText, () => setText(''));
  }, [command]);
  const save = (): void => {
    setAnswer(undefined);
    command('diagnostics.save').then(setAnswer, () => setAnswer({ kind: 'failed', reason: 'other' }));
  };
  const copy = (): void => {
    setAnswer(undefined);
    command('diagnostics.copy').then(
      () => setAnswer({ kind: 'copied' }),
      () => setAnswer({ kind: 'failed', reason: 'other' }),
    );
  };
  const says = (): string => {
    if (answer?.kind === 'copied') return t('diagnostics.copied');
    if (answer?.kind === 'saved') return t('diagnostics.saved', { file: answer.file });
    return answer?.kind === 'failed' ? t(`rules.file.${answer.reason}`) : '';
  };
  return (
    <Dialog title={t('diagnostics.title')} size="wide" onClose={() => send('surface.close')}>
      <p>{t('diagnostics.text')}</p>
      <ReadingBox label={t('diagnostics.content')} text={text} />
      <p className="setting-answer" role="status" data-failed={answer?.kind === 'failed'}>
        {says()}
      </p>
      <div className="dialog-buttons">
        <Button onClick={() => send('surface.close')}>{t('common.close')}</Button>
        <Button onClick={copy}>{t('diagnostics.copy')}</Button>
        <Button look="primary" onClick={save}>
          {t('diagnostics.save')}
        </Button>
      </div>
    </Dialog>
  );
}

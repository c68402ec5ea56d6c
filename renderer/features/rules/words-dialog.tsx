import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { WordList } from '../../../electron/core/model/rule';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { WordsField } from '../../components/words-field';
import { useSend } from '../../store/use-shell';
import { useRowName } from './use-cell-words';

const none: WordList = { senders: [], keywords: [] };

interface WordsDialogProps {
  readonly row: RuleRow;
  readonly onClose: () => void;
}

/** Whose messages, and which words, are always let through or always kept out. */
export function WordsDialog({ row, onClose }: WordsDialogProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const name = useRowName()(row);
  const [letThrough, setLetThrough] = useState(row.own.letThrough ?? none);
  const [keepOut, setKeepOut] = useState(row.own.keepOut ?? none);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    send('rule.set', { scope: row.scope, values: { ...row.own, letThrough, keepOut } });
    onClose();
  };
  return (
    <Dialog title={t('rules.words.title', { name })} size="wide" onClose={onClose}>
      <form onSubmit={submit} className="words-form">
        <Lists
          title={t('rules.words.letThrough')}
          hint={t('rules.words.letThroughHint')}
          list={letThrough}
          onChange={setLetThrough}
          isFirst
        />
        <Lists
          title={t('rules.words.keepOut')}
          hint={t('rules.words.keepOutHint')}
          list={keepOut}
          onChange={setKeepOut}
        />
        <div className="dialog-buttons">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" submits>
            {t('rules.words.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

interface ListsProps {
  readonly title: string;
  readonly hint: string;
  readonly list: WordList;
  readonly onChange: (list: WordList) => void;
  readonly isFirst?: boolean;
}

function Lists({ title, hint, list, onChange, isFirst = false }: ListsProps): ReactNode {
  const { t } = useTranslation();
  return (
    <fieldset className="words-lists">
      <legend>{title}</legend>
      <p>{isFirst ? t('rules.words.hintAndHow', { hint, how: t('rules.words.how') }) : hint}</p>
      <WordsField
        label={t('rules.words.senders')}
        words={list.senders}
        autoFocus={isFirst}
        onChange={(senders) => onChange({ ...list, senders: [...senders] })}
      />
      <WordsField
        label={t('rules.words.keywords')}
        words={list.keywords}
        onChange={(keywords) => onChange({ ...list, keywords: [...keywords] })}
      />
    </fieldset>
  );
}

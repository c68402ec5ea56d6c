import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Pass } from '../../../electron/core/model/focus';
import { Switch } from '../../components/choice';
import { WordsField } from '../../components/words-field';

interface PassFieldsProps {
  readonly pass: Pass;
  readonly onChange: (pass: Pass) => void;
}

/** What may disturb in spite of focus. */
export function PassFields({ pass, onChange }: PassFieldsProps): ReactNode {
  const { t } = useTranslation();
  const { words } = pass;
  return (
    <div className="pass-fields">
      <Switch
        label={t('focus.passDirect')}
        checked={pass.direct}
        onChange={(direct) => onChange({ ...pass, direct })}
      />
      <Switch
        label={t('focus.passMentions')}
        checked={pass.mentions}
        onChange={(mentions) => onChange({ ...pass, mentions })}
      />
      <div className="pass-words">
        <WordsField
          label={t('focus.passPeople')}
          hint={t('rules.words.how')}
          words={words.senders}
          onChange={(senders) => onChange({ ...pass, words: { ...words, senders: [...senders] } })}
        />
        <WordsField
          label={t('focus.passWords')}
          words={words.keywords}
          onChange={(keywords) => onChange({ ...pass, words: { ...words, keywords: [...keywords] } })}
        />
      </div>
    </div>
  );
}

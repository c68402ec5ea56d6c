import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { OwnerProblem } from '../../../electron/core/commands/change-keys';
import type { Combo } from '../../../electron/core/commands/combo';
import { commandById } from '../../../electron/core/commands/command-list';
import { Button } from '../../components/button';
import { useKeyWords } from '../../components/use-key-words';
import { useCommandName } from './use-command-name';

interface KeyRefusalProps {
  readonly combo: Combo;
  readonly problem: OwnerProblem;
  readonly onTakeOver: () => void;
  readonly onLeave: () => void;
}

/** Says why a key was not simply given; one that another has can be taken over. */
export function KeyRefusal({ combo, problem, onTakeOver, onLeave }: KeyRefusalProps): ReactNode {
  const { t } = useTranslation();
  const nameOf = useCommandName();
  const { textOf } = useKeyWords();
  const keys = textOf(combo);
  const say = (): string => {
    switch (problem.kind) {
      case 'taken': {
        const by = commandById(problem.by);
        return t('settings.keys.taken', { keys, name: by === undefined ? '' : nameOf(by) });
      }
      case 'system':
        return t('settings.keys.isSystem', { keys });
      case 'types':
        return t('settings.keys.types', { keys });
      case 'needed':
        return t('settings.keys.needed', { keys });
    }
  };
  return (
    <div className="key-refusal">
      <p role="alert">{say()}</p>
      {(problem.kind === 'taken' || problem.kind === 'system') && (
        <Button onClick={onTakeOver}>{t('settings.keys.takeOver')}</Button>
      )}
      <Button look="text" onClick={onLeave}>
        {t('settings.keys.keep')}
      </Button>
    </div>
  );
}

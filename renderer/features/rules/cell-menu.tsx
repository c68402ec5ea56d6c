import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { FullValues, RuleField } from '../../../electron/core/model/rule';
import { MenuLine, MenuRadios, MenuWords } from '../../components/menu';
import { useSend } from '../../store/use-shell';
import { isOwn, parentOf, withField } from './rule-values';
import { useValueWords } from './use-cell-words';
import { useScopeName, useSourceWords } from './use-source-words';

const choices: { readonly [F in RuleField]: readonly FullValues[F][] } = {
  notify: ['all', 'mentions', 'none'],
  groupMentions: ['mention', 'plain', 'none'],
  badge: ['all', 'mentions', 'none'],
  sound: [true, false],
  preview: ['full', 'sender', 'nothing'],
};

interface CellMenuProps<F extends RuleField> {
  readonly row: RuleRow;
  readonly field: F;
}

/** The values a cell can have, and giving back the one it has. */
export function CellMenu<F extends RuleField>({ row, field }: CellMenuProps<F>): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const say = useValueWords();
  const sourceOf = useSourceWords();
  const inherited = useInherited()(row);
  const { value, from } = row[field];
  const isSet = isOwn(row.scope, from);
  const set = (chosen: FullValues[F] | undefined): void =>
    send('rule.set', { scope: row.scope, values: withField(row, field, chosen) });
  const options = choices[field].map((one) => ({ value: String(one), label: say(field, one) }));
  return (
    <>
      <MenuRadios
        label={t(`rules.column.${field}`)}
        value={isSet ? String(value) : undefined}
        options={options}
        onChange={(name) => set(choices[field].find((one) => String(one) === name))}
      />
      <MenuLine />
      <MenuRadios
        label={t('rules.inherit')}
        value={isSet ? undefined : 'inherited'}
        options={[{ value: 'inherited', label: inherited }]}
        onChange={() => set(undefined)}
      />
      {!isSet && from?.isTemporary === true && <MenuWords>{sourceOf(from)}</MenuWords>}
    </>
  );
}

/** Gives the way to say what a row would inherit from: "As: public channels of Rocket.Chat". */
export function useInherited(): (row: Pick<RuleRow, 'scope'>) => string {
  const { t } = useTranslation();
  const nameOf = useScopeName();
  return ({ scope }) => {
    const parent = parentOf(scope);
    return parent === undefined ? t('rules.asDefault') : t('rules.as', { scope: nameOf(parent) });
  };
}

import { useCallback, useMemo } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import type { FullValues, RuleField } from '../../../electron/core/model/rule';
import { figures } from '../../components/formats';
import { useUntilText } from '../../components/until-text';
import { useProjection } from '../../store/use-shell';
import type { ColumnId } from './columns';
import { isOwn } from './rule-values';
import { useSourceWords } from './use-source-words';

/** What a cell shows, and what is said of it. */
export interface CellWords {
  readonly text: string;
  /** Where its value comes from. */
  readonly source: string | undefined;
  /** Set at this very scope; else it comes from elsewhere, or for a while. */
  readonly look: 'set' | 'inherited' | 'temporary';
}

/** A column whose cells say something of their row. */
export type WordsColumn = Exclude<ColumnId, 'name' | 'menu'>;

/** The ways to say what is in a row; the same ones until the words or the services change. */
export interface RowWords {
  readonly nameOf: (row: RuleRow) => string;
  readonly cellOf: (row: RuleRow, column: WordsColumn) => CellWords;
  /** The service a row stands for, or for a part of which. */
  readonly serviceOf: (row: RuleRow) => ServiceProjection | undefined;
}

/** Gives the way to name what a row stands for. */
export function useRowName(): (row: RuleRow) => string {
  const { t } = useTranslation();
  return useCallback(
    ({ scope, name }) => {
      if (scope.kind === 'everywhere') return t('rules.everywhere');
      return scope.kind === 'channel-kind' ? t(`rules.kindNames.${scope.channelKind}`) : name;
    },
    [t],
  );
}

/** Gives the way to say a value in one or two words. */
export function useValueWords(): (field: RuleField, value: FullValues[RuleField]) => string {
  const { t } = useTranslation();
  return useCallback(
    (field, value) => {
      if (typeof value === 'boolean') return t(value ? 'rules.value.on' : 'rules.value.off');
      return field === 'preview'
        ? t(`rules.preview.${toPreview(value)}`)
        : t(`rules.value.${toLevel(value)}`);
    },
    [t],
  );
}

const toPreview = (value: string): 'full' | 'sender' | 'nothing' =>
  value === 'full' || value === 'sender' ? value : 'nothing';
const toLevel = (value: string): 'all' | 'mentions' | 'mention' | 'plain' | 'none' =>
  value === 'all' || value === 'mentions' || value === 'mention' || value === 'plain' ? value : 'none';

/** Gives the ways to say what is in the rows of the table. */
export function useRowWords(): RowWords {
  const { t, i18n } = useTranslation();
  const until = useUntilText();
  const say = useValueWords();
  const sourceOf = useSourceWords();
  const nameOf = useRowName();
  const services = useProjection((projection) => projection.services);
  const { language } = i18n;
  return useMemo(() => {
    const plain = (text: string): CellWords => ({ text, source: undefined, look: 'inherited' });
    return {
      nameOf,
      serviceOf: ({ serviceId }) => services.find(({ id }) => id === serviceId),
      cellOf: (row, column) => {
        if (column === 'traffic')
          return plain(row.traffic === 0 ? '' : figures(language).format(row.traffic));
        if (column === 'quiet')
          return row.quietUntilMs === undefined
            ? plain('')
            : { text: until(row.quietUntilMs), source: undefined, look: 'temporary' };
        const { value, from } = row[column];
        const text = say(column, value);
        if (isOwn(row.scope, from)) return { text, source: t('rules.source.own'), look: 'set' };
        const look = from?.isTemporary === true ? 'temporary' : 'inherited';
        return { text, source: sourceOf(from), look };
      },
    };
  }, [t, language, until, say, sourceOf, nameOf, services]);
}

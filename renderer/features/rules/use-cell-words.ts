import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { FullValues, RuleField } from '../../../electron/core/model/rule';
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

/** Gives the way to name what a row stands for. */
export function useRowName(): (row: RuleRow) => string {
  const { t } = useTranslation();
  return ({ scope, name }) => {
    if (scope.kind === 'everywhere') return t('rules.everywhere');
    return scope.kind === 'channel-kind' ? t(`rules.kindNames.${scope.channelKind}`) : name;
  };
}

/** Gives the way to say a value in one or two words. */
export function useValueWords(): (field: RuleField, value: FullValues[RuleField]) => string {
  const { t } = useTranslation();
  return (field, value) => {
    if (typeof value === 'boolean') return t(value ? 'rules.value.on' : 'rules.value.off');
    return field === 'preview' ? t(`rules.preview.${toPreview(value)}`) : t(`rules.value.${toLevel(value)}`);
  };
}

const toPreview = (value: string): 'full' | 'sender' | 'nothing' =>
  value === 'full' || value === 'sender' ? value : 'nothing';
const toLevel = (value: string): 'all' | 'mentions' | 'mention' | 'plain' | 'none' =>
  value === 'all' || value === 'mentions' || value === 'mention' || value === 'plain' ? value : 'none';

/** Gives the way to say what is in a cell. */
export function useCellWords(): (row: RuleRow, column: Exclude<ColumnId, 'name' | 'menu'>) => CellWords {
  const { t, i18n } = useTranslation();
  const until = useUntilText();
  const say = useValueWords();
  const sourceOf = useSourceWords();
  const numbers = new Intl.NumberFormat(i18n.language);
  const plain = (text: string): CellWords => ({ text, source: undefined, look: 'inherited' });
  return (row, column) => {
    if (column === 'traffic') return plain(row.traffic === 0 ? '' : numbers.format(row.traffic));
    if (column === 'quiet')
      return row.quietUntilMs === undefined
        ? plain('')
        : { text: until(row.quietUntilMs), source: undefined, look: 'temporary' };
    const { value, from } = row[column];
    if (isOwn(row.scope, from))
      return { text: say(column, value), source: t('rules.source.own'), look: 'set' };
    return {
      text: say(column, value),
      source: sourceOf(from),
      look: from?.isTemporary === true ? 'temporary' : 'inherited',
    };
  };
}

/** Gives the name of the service a row belongs to, if it stands for a part of one. */
export function useServiceOf(): (
  row: RuleRow,
) => { readonly name: string; readonly recipeId: string; readonly iconUrl: string | undefined } | undefined {
  const services = useProjection((projection) => projection.services);
  return ({ serviceId }) => services.find(({ id }) => id === serviceId);
}

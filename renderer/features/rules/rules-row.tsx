import {
  BellOff,
  Bot,
  Ellipsis,
  Globe,
  Hash,
  Layers,
  Lock,
  MessageCircle,
  Server,
  User,
  Users,
} from 'lucide-react';
import { memo, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { ChannelKind } from '../../../electron/core/model/channel';
import { ServiceIcon } from '../../components/service-icon';
import { columns, type ColumnId } from './columns';
import { depthOf } from './rule-values';
import type { RowWords, WordsColumn } from './use-cell-words';

interface RulesRowProps {
  readonly row: RuleRow;
  readonly index: number;
  readonly isSelected: boolean;
  /** Which of its cells is the table's one stop for Tab. */
  readonly stop: number | undefined;
  /** Each row stands under what it inherits from. */
  readonly isNested: boolean;
  /** Which of its cells has its menu open. */
  readonly open: number | undefined;
  readonly words: RowWords;
}

/** One row: a scope and what holds there. The grid hears its clicks and keys; drawn anew only when it changes. */
export const RulesRow = memo(function RulesRow(props: RulesRowProps): ReactNode {
  const { row, index, isSelected, stop, isNested, open, words } = props;
  const cellProps = (column: ColumnId, place: number) => ({
    role: 'gridcell',
    'aria-colindex': place + 1,
    'data-cell': `${index}:${place}`,
    'data-column': column,
    tabIndex: stop === place ? 0 : -1,
  });
  return columns.map((column, place) => {
    switch (column) {
      case 'name':
        return (
          <div key={column} {...cellProps(column, place)} className="rules-cell rules-name">
            <span className="rules-check" data-checked={isSelected} aria-hidden />
            <NameCell row={row} isNested={isNested} words={words} />
          </div>
        );
      case 'menu':
        return (
          <MenuCell
            key={column}
            {...cellProps(column, place)}
            row={row}
            isOpen={open === place}
            words={words}
          />
        );
      default:
        return (
          <ValueCell
            key={column}
            {...cellProps(column, place)}
            row={row}
            column={column}
            isOpen={open === place}
            words={words}
          />
        );
    }
  });
});

interface CellProps {
  readonly role: string;
  readonly 'aria-colindex': number;
  readonly 'data-cell': string;
  readonly 'data-column': string;
  readonly tabIndex: number;
  readonly row: RuleRow;
  readonly isOpen: boolean;
  readonly words: RowWords;
}

function ValueCell(props: CellProps & { readonly column: WordsColumn }): ReactNode {
  const { row, column, isOpen, words, ...cell } = props;
  const { t } = useTranslation();
  const { text, source, look } = words.cellOf(row, column);
  const hasChoice = column !== 'traffic';
  return (
    <div
      {...cell}
      className="rules-cell"
      aria-haspopup={hasChoice ? 'menu' : undefined}
      aria-expanded={hasChoice ? isOpen : undefined}
      title={source}
    >
      {text !== '' && (
        <span className="rules-value" data-look={look} title={source === undefined ? text : undefined}>
          {text}
        </span>
      )}
      {text === '' && column === 'quiet' && <span className="visually-hidden">{t('rules.notQuiet')}</span>}
      {source !== undefined && <span className="visually-hidden">{t('rules.spokenSource', { source })}</span>}
    </div>
  );
}

function MenuCell({ row, isOpen, words, ...cell }: CellProps): ReactNode {
  const { t } = useTranslation();
  return (
    <div
      {...cell}
      className="rules-cell rules-more"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-label={t('rules.more', { name: words.nameOf(row) })}
      title={t('rules.moreTitle')}
    >
      <Ellipsis size={16} strokeWidth={1.5} aria-hidden />
    </div>
  );
}

const kindIcons = {
  public: Hash,
  private: Lock,
  direct: User,
  group: Users,
  thread: Layers,
  bot: Bot,
  unknown: MessageCircle,
} as const satisfies Readonly<Record<ChannelKind, unknown>>;

type NameProps = Pick<RulesRowProps, 'row' | 'isNested' | 'words'>;

function NameCell({ row, isNested, words }: NameProps): ReactNode {
  const { t } = useTranslation();
  const { scope } = row;
  const name = words.nameOf(row);
  const service = words.serviceOf(row);
  const isPart = scope.kind === 'channel-kind' || scope.kind === 'channel';
  // Its icon says that already.
  const isHash = row.channelKind === 'public' && /^#./.test(name);
  return (
    <span className="rules-name-line" data-depth={isNested ? depthOf(scope) : 0} data-kind={scope.kind}>
      <RowIcon row={row} words={words} />
      <span className="rules-label" dir="auto" title={name}>
        {isHash ? name.slice(1) : name}
      </span>
      {isPart && service !== undefined && (
        <span className={isNested ? 'visually-hidden' : 'rules-of'} title={service.name}>
          {t('rules.inService', { service: service.name })}
        </span>
      )}
      {row.isMutedThere && (
        <span className="rules-sign" title={t('rules.mutedThere')}>
          <BellOff size={12} strokeWidth={1.75} aria-hidden />
          <span className="visually-hidden">{t('rules.mutedThere')}</span>
        </span>
      )}
    </span>
  );
}

function RowIcon({ row, words }: Pick<NameProps, 'row' | 'words'>): ReactNode {
  const { scope } = row;
  const service = words.serviceOf(row);
  if (scope.kind === 'service' && service !== undefined) {
    const { recipeId, name, iconUrl } = service;
    return <ServiceIcon size={20} recipeId={recipeId} name={name} iconUrl={iconUrl} />;
  }
  const Icon =
    scope.kind === 'everywhere' ? Globe : scope.kind === 'service' ? Server : kindIcons[scope.channelKind];
  return (
    <span className="rules-icon" data-kind={scope.kind}>
      <Icon size={16} strokeWidth={1.5} aria-hidden />
    </span>
  );
}

/** A row that is on its way. */
export function WaitingRow({
  index,
  isStop,
}: {
  readonly index: number;
  readonly isStop: boolean;
}): ReactNode {
  const { t } = useTranslation();
  return (
    <div
      className="rules-cell rules-waiting"
      role="gridcell"
      aria-label={t('rules.loading')}
      tabIndex={isStop ? 0 : -1}
      data-cell={`${index}:0`}
    />
  );
}

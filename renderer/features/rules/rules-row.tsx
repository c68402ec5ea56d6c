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
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import type { ChannelKind } from '../../../electron/core/model/channel';
import { ServiceIcon } from '../../components/service-icon';
import { columns, type ColumnId } from './columns';
import { depthOf } from './rule-values';
import { useCellWords, useRowName, useServiceOf } from './use-cell-words';

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
}

/** One row: a scope and what holds there. The grid hears its clicks and keys. */
export function RulesRow({ row, index, isSelected, stop, isNested, open }: RulesRowProps): ReactNode {
  const cellProps = (column: ColumnId, place: number) => ({
    role: 'gridcell',
    'aria-colindex': place + 1,
    'data-cell': `${index}:${place}`,
    'data-column': column,
    tabIndex: stop === place ? 0 : -1,
  });
  return (
    <>
      {columns.map((column, place) => {
        switch (column) {
          case 'name':
            return (
              <div key={column} {...cellProps(column, place)} className="rules-cell rules-name">
                <span className="rules-check" data-checked={isSelected} aria-hidden />
                <NameCell row={row} isNested={isNested} />
              </div>
            );
          case 'menu':
            return <MenuCell key={column} row={row} isOpen={open === place} {...cellProps(column, place)} />;
          default:
            return (
              <ValueCell
                key={column}
                row={row}
                column={column}
                isOpen={open === place}
                {...cellProps(column, place)}
              />
            );
        }
      })}
    </>
  );
}

interface CellProps {
  readonly role: string;
  readonly 'aria-colindex': number;
  readonly 'data-cell': string;
  readonly 'data-column': string;
  readonly tabIndex: number;
  readonly row: RuleRow;
  readonly isOpen: boolean;
}

function ValueCell({
  row,
  column,
  isOpen,
  ...cell
}: CellProps & { readonly column: Exclude<ColumnId, 'name' | 'menu'> }): ReactNode {
  const { t } = useTranslation();
  const { text, source, look } = useCellWords()(row, column);
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
        <span className="rules-value" data-look={look}>
          {text}
        </span>
      )}
      {text === '' && column === 'quiet' && <span className="visually-hidden">{t('rules.notQuiet')}</span>}
      {source !== undefined && <span className="visually-hidden">{t('rules.spokenSource', { source })}</span>}
    </div>
  );
}

function MenuCell({ row, isOpen, ...cell }: CellProps): ReactNode {
  const { t } = useTranslation();
  const name = useRowName()(row);
  return (
    <div
      {...cell}
      className="rules-cell rules-more"
      aria-haspopup="menu"
      aria-expanded={isOpen}
      aria-label={t('rules.more', { name })}
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

function NameCell({ row, isNested }: Pick<RulesRowProps, 'row' | 'isNested'>): ReactNode {
  const { t } = useTranslation();
  const name = useRowName()(row);
  const service = useServiceOf()(row);
  const { scope } = row;
  const isPart = scope.kind === 'channel-kind' || scope.kind === 'channel';
  return (
    <span className="rules-name-line" data-depth={isNested ? depthOf(scope) : 0} data-kind={scope.kind}>
      <RowIcon row={row} />
      <span className="rules-label" dir="auto" title={name}>
        {name}
      </span>
      {isPart && service !== undefined && (
        <span className={isNested ? 'visually-hidden' : 'rules-of'}>
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

function RowIcon({ row }: { readonly row: RuleRow }): ReactNode {
  const service = useServiceOf()(row);
  const { scope } = row;
  if (scope.kind === 'service' && service !== undefined) return <ServiceIcon size={20} {...service} />;
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

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { RuleRow } from '../../../electron/core/ipc/answers';
import { Menu } from '../../components/menu';
import type { Anchor } from '../../store/shell-store';
import { CellMenu } from './cell-menu';
import { columns, isField } from './columns';
import type { Cell } from './grid-keys';
import { QuietItems, RowMenu } from './row-menu';
import type { RulesDialog } from './rules-dialogs';
import { useRowName } from './use-cell-words';

interface RulesMenuProps {
  readonly row: RuleRow;
  readonly cell: Cell;
  readonly anchor: Anchor;
  readonly onDialog: (dialog: RulesDialog) => void;
  readonly onClose: () => void;
}

/** The menu of the cell that is open. */
export function RulesMenu({ row, cell, anchor, onDialog, onClose }: RulesMenuProps): ReactNode {
  const { t } = useTranslation();
  const column = columns[cell.column] ?? 'menu';
  const name = useRowName()(row);
  const columnName = t(`rules.column.${column}`);
  return (
    <Menu label={t('rules.menuOf', { column: columnName, name })} anchor={anchor} onClose={onClose}>
      {isField(column) ? (
        <CellMenu row={row} field={column} />
      ) : column === 'quiet' ? (
        <QuietItems row={row} onDialog={onDialog} />
      ) : (
        <RowMenu row={row} onDialog={onDialog} />
      )}
    </Menu>
  );
}

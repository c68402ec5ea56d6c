import { useEffect, useRef, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { scopeKey } from '../../../electron/core/model/rule';
import { Button } from '../../components/button';
import { Note } from '../../components/note';
import type { Anchor } from '../../store/shell-store';
import { useProjection, useSend, useShellStore } from '../../store/use-shell';
import { BulkBar } from './bulk-bar';
import { columns, isField, nested } from './columns';
import type { Cell } from './grid-keys';
import { isOwn, withField } from './rule-values';
import { RulesDialogs, type RulesDialog } from './rules-dialogs';
import { RulesGrid } from './rules-grid';
import { RulesMenu } from './rules-menus';
import { RulesSearch } from './rules-search';
import { isSelected, nothingSelected, selectedCount } from './selection';
import { useRuleTable } from './use-rule-table';
import './rules.css';

/** What is notified, for all services and channels: one table, searched, sorted and changed by keyboard or mouse. */
export function RulesPage(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const place = useRef<HTMLDivElement>(null);
  const [text, setText] = useState('');
  const store = useShellStore();
  const [serviceId, setServiceId] = useState(() => store.getState().rulesOf);
  useEffect(() => store.setState({ rulesOf: undefined }), [store]);
  const [sorting, setSorting] = useState(nested);
  const [selection, setSelection] = useState(nothingSelected);
  const [open, setOpen] = useState<{ readonly cell: Cell; readonly anchor: Anchor }>();
  const [dialog, setDialog] = useState<RulesDialog>();
  const table = useRuleTable({ text: text.trim(), serviceId, ...sorting });
  const { total, hasFailed } = table;
  const count = selectedCount(selection, total ?? 0);
  const serviceCount = useProjection((projection) => projection.services.length);
  const hasNoChannels = total === serviceCount + 1 && text.trim() === '' && serviceId === undefined;
  const openRow = open && table.rowAt(open.cell.row);
  const focusGrid = (): void =>
    place.current?.querySelector<HTMLElement>('.rules-grid [tabindex="0"]')?.focus();
  const look = (words: string, service: string | undefined): void => {
    setText(words);
    setServiceId(service);
    setSelection(nothingSelected);
  };
  const giveBack = ({ row: index, column: place }: Cell): void => {
    const row = table.rowAt(index);
    const column = columns[place];
    if (row === undefined || column === undefined) return;
    const { scope } = row;
    if (column === 'quiet' && row.quietUntilMs !== undefined) send('rule.resume', { scope });
    if (isField(column) && isOwn(scope, row[column].from))
      send('rule.set', { scope, values: withField(row, column, undefined) });
  };
  return (
    <div ref={place} className="rules">
      <div className="rules-bar">
        <RulesSearch text={text} serviceId={serviceId} onChange={look} onLeave={focusGrid} />
        {count > 0 && (
          <BulkBar
            count={count}
            fetchRows={async () =>
              (await table.fetchAll()).filter(({ scope }) => isSelected(selection, scopeKey(scope)))
            }
            onDialog={setDialog}
            onClear={() => {
              setSelection(nothingSelected);
              focusGrid();
            }}
          />
        )}
      </div>
      <p id="rules-keys" className="visually-hidden">
        {t('rules.keys')}
      </p>
      {hasFailed && (
        <div className="rules-none">
          <Note kind="error">{t('rules.failed')}</Note>
          <Button onClick={table.retry}>{t('common.tryNow')}</Button>
        </div>
      )}
      <div role="status" className="rules-status">
        {total === undefined && !hasFailed && t('rules.loading')}
        {total === 0 && t('rules.nothing')}
      </div>
      {total !== undefined && total > 0 && (
        <RulesGrid
          key={`${text.trim()} ${serviceId ?? ''}`}
          table={table}
          total={total}
          sorting={sorting}
          isNested={sorting.sortBy === nested.sortBy && text.trim() === ''}
          onSort={setSorting}
          selection={selection}
          onSelect={setSelection}
          open={open?.cell}
          onOpen={(cell, anchor) => setOpen({ cell, anchor })}
          onGiveBack={giveBack}
        />
      )}
      {hasNoChannels && <p className="rules-note">{t('rules.noChannels')}</p>}
      {open !== undefined && openRow !== undefined && (
        <RulesMenu
          row={openRow}
          cell={open.cell}
          anchor={open.anchor}
          onDialog={setDialog}
          onClose={() => {
            setOpen(undefined);
            focusGrid();
          }}
        />
      )}
      {dialog !== undefined && (
        <RulesDialogs
          dialog={dialog}
          onClose={() => {
            setDialog(undefined);
            focusGrid();
          }}
        />
      )}
    </div>
  );
}

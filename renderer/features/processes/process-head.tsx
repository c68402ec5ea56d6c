import { ArrowDown, ArrowUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { pressColumn, type ProcessColumn, type ProcessOrder } from './process-table';

/** The columns, and the keys of their names. */
const columns = [
  ['name', 'processes.name'],
  ['bytes', 'processes.memory'],
  ['cpuPercent', 'processes.cpu'],
  ['sinceMs', 'processes.since'],
] as const satisfies readonly (readonly [ProcessColumn, string])[];

interface ProcessHeadProps {
  readonly order: ProcessOrder;
  readonly onOrder: (order: ProcessOrder) => void;
}

/** The head of the table: a press on a name orders by it. */
export function ProcessHead({ order, onOrder }: ProcessHeadProps): ReactNode {
  const { t } = useTranslation();
  const Arrow = order.isDescending ? ArrowDown : ArrowUp;
  return (
    <thead>
      <tr>
        {columns.map(([column, name]) => (
          <th
            key={column}
            scope="col"
            aria-sort={order.by !== column ? 'none' : order.isDescending ? 'descending' : 'ascending'}
          >
            <button type="button" onClick={() => onOrder(pressColumn(order, column))}>
              {t(name)}
              {order.by === column && <Arrow size={12} strokeWidth={2} aria-hidden />}
            </button>
          </th>
        ))}
        <th scope="col">
          <span className="visually-hidden">{t('processes.acts')}</span>
        </th>
      </tr>
    </thead>
  );
}

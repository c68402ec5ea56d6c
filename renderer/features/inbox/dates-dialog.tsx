import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/text-field';
import { toLocalField } from '../focus/mornings';
import type { FilterProps } from './filter-bar';
import { toDaySpan, withFilter } from './filters';

interface DatesDialogProps extends FilterProps {
  readonly onClose: () => void;
}

const toDayField = (ms: number): string => toLocalField(ms).slice(0, 10);

/** Asks for the first and the last day that shall be shown. */
export function DatesDialog({ filter, onFilter, onClose }: DatesDialogProps): ReactNode {
  const { t } = useTranslation();
  const [first, setFirst] = useState(() => (filter.fromMs === undefined ? '' : toDayField(filter.fromMs)));
  const [last, setLast] = useState(() => (filter.toMs === undefined ? '' : toDayField(filter.toMs - 1)));
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    onFilter(withFilter(filter, toDaySpan(first, last)));
    onClose();
  };
  return (
    <Dialog title={t('inbox.dates.title')} onClose={onClose}>
      <form className="inbox-form" onSubmit={submit} noValidate>
        <TextField
          label={t('inbox.dates.first')}
          type="date"
          value={first}
          autoFocus
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        <TextField
          label={t('inbox.dates.last')}
          type="date"
          value={last}
          onChange={(event) => setLast(event.currentTarget.value)}
        />
        <div className="dialog-buttons">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" submits>
            {t('inbox.dates.show')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

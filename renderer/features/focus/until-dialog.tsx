import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { TextField } from '../../components/text-field';
import { fromLocalField, toLocalField } from './mornings';

const HOUR_MS = 3_600_000;

interface UntilDialogProps {
  readonly title: string;
  /** What the button does. */
  readonly action: string;
  readonly onChoose: (atMs: number) => void;
  readonly onClose: () => void;
}

/** Asks for a moment to come. */
export function UntilDialog({ title, action, onChoose, onClose }: UntilDialogProps): ReactNode {
  const { t } = useTranslation();
  const [value, setValue] = useState(() => toLocalField(Date.now() + 2 * HOUR_MS));
  const [isTold, setIsTold] = useState(false);
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    const atMs = fromLocalField(value);
    if (atMs === undefined || atMs <= Date.now()) return setIsTold(true);
    onChoose(atMs);
    onClose();
  };
  return (
    <Dialog title={title} onClose={onClose}>
      <form onSubmit={submit} noValidate>
        <TextField
          label={t('focus.untilLabel')}
          type="datetime-local"
          value={value}
          autoFocus
          error={isTold ? t('focus.untilPast') : undefined}
          onChange={(event) => {
            setIsTold(false);
            setValue(event.currentTarget.value);
          }}
        />
        <div className="dialog-buttons">
          <Button onClick={onClose}>{t('common.cancel')}</Button>
          <Button look="primary" submits>
            {action}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}

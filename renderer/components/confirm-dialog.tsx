import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from './button';
import { Dialog } from './dialog';

interface ConfirmDialogProps {
  readonly title: string;
  /** A paragraph each. */
  readonly texts: readonly string[];
  /** What is on the button that does it. */
  readonly action: string;
  readonly look?: 'danger' | 'primary';
  readonly onConfirm: () => void;
  readonly onClose: () => void;
}

/** Asks whether something shall really be done; a danger is what cannot be taken back. */
export function ConfirmDialog({
  title,
  texts,
  action,
  look = 'danger',
  onConfirm,
  onClose,
}: ConfirmDialogProps): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={title} onClose={onClose}>
      {texts.map((text) => (
        <p key={text} className="dialog-text">
          {text}
        </p>
      ))}
      <div className="dialog-buttons">
        <Button autoFocus onClick={onClose}>
          {t('common.cancel')}
        </Button>
        <Button
          look={look}
          onClick={() => {
            onConfirm();
            onClose();
          }}
        >
          {action}
        </Button>
      </div>
    </Dialog>
  );
}

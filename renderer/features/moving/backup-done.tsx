import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';

interface BackupDoneProps {
  readonly title: string;
  /** Where what was written is. */
  readonly path: string;
  /** What else is to be known. */
  readonly more?: string | undefined;
  readonly onClose: () => void;
}

/** Says that a backup was saved, or put back. */
export function BackupDone({ title, path, more, onClose }: BackupDoneProps): ReactNode {
  const { t } = useTranslation();
  return (
    <section className="moving-done" role="status">
      <h2>{title}</h2>
      <p className="selectable moving-path">{path}</p>
      {more !== undefined && <p>{more}</p>}
      <div>
        <Button autoFocus onClick={onClose}>
          {t('moving.back')}
        </Button>
      </div>
    </section>
  );
}

import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ResetItem } from '../../../electron/core/decide/reset-settings';
import type { ResetSection } from '../../../electron/core/model/reset-section';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';
import { Note } from '../../components/note';
import { useCommand } from '../../store/use-shell';
import { useResetWords } from './use-reset-words';
import './reset.css';

interface ResetDialogProps {
  readonly section: ResetSection | 'all';
  readonly onClose: () => void;
}

/** Shows which settings are not as at first, and puts them back. */
export function ResetDialog({ section, onClose }: ResetDialogProps): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const { sectionOf } = useResetWords();
  const [items, setItems] = useState<readonly ResetItem[]>();
  const [isRefused, setRefused] = useState(false);
  useEffect(() => {
    command('settings.changed', { section }).then(setItems, () => setRefused(true));
  }, [command, section]);
  const reset = (): void => {
    command('settings.reset', { section }).then(
      ({ kind }) => (kind === 'reset' ? onClose() : setRefused(true)),
      () => setRefused(true),
    );
  };
  const canReset = items !== undefined && items.length > 0;
  return (
    <Dialog title={t('reset.dialog', { name: sectionOf(section) })} onClose={onClose}>
      {isRefused && <Note kind="error">{t('reset.refused')}</Note>}
      {items !== undefined && (
        <p className="dialog-text">{t(canReset ? 'reset.changes' : 'reset.nothing')}</p>
      )}
      {canReset && <Changes items={items} />}
      {canReset && <p className="dialog-text">{t('reset.stays')}</p>}
      <div className="dialog-buttons">
        <Button autoFocus onClick={onClose}>
          {t(canReset ? 'common.cancel' : 'common.close')}
        </Button>
        {canReset && (
          <Button look="primary" onClick={reset}>
            {t('reset.now')}
          </Button>
        )}
      </div>
    </Dialog>
  );
}

function Changes({ items }: { readonly items: readonly ResetItem[] }): ReactNode {
  const { t } = useTranslation();
  const { sectionOf, itemOf } = useResetWords();
  const sections = [...new Set(items.map(({ section }) => section))];
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls is reached by key
    <div className="reset-changes" role="region" aria-label={t('reset.changes')} tabIndex={0}>
      {sections.map((section) => (
        <section key={section}>
          <h3>{sectionOf(section)}</h3>
          <ul>
            {items
              .filter((item) => item.section === section)
              .map(({ id }) => (
                <li key={id}>{itemOf(id)}</li>
              ))}
          </ul>
        </section>
      ))}
    </div>
  );
}

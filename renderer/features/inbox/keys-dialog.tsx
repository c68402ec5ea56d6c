import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { Dialog } from '../../components/dialog';

const keys = [
  ['E', 'inbox.keys.read'],
  ['Shift+E', 'inbox.keys.readAll'],
  ['U', 'inbox.keys.unread'],
  ['↓ ↑', 'inbox.keys.entries'],
  ['J K', 'inbox.keys.conversations'],
  ['← →', 'inbox.keys.fold'],
  ['Enter', 'inbox.keys.open'],
  ['W', 'inbox.keys.why'],
  ['M', 'inbox.keys.mute'],
  ['N', 'inbox.keys.newer'],
  ['/', 'inbox.keys.search'],
] as const;

/** The keys of the inbox, and what they do. */
export function KeysDialog({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t } = useTranslation();
  return (
    <Dialog title={t('inbox.keys.title')} onClose={onClose}>
      <dl className="inbox-keys">
        {keys.map(([key, text]) => (
          <div key={key}>
            <dt>
              {key.split(' ').map((one) => (
                <kbd key={one}>{one}</kbd>
              ))}
            </dt>
            <dd>{t(text)}</dd>
          </div>
        ))}
      </dl>
      <div className="dialog-buttons">
        <Button autoFocus onClick={onClose}>
          {t('common.close')}
        </Button>
      </div>
    </Dialog>
  );
}

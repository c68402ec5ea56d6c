import { AppWindow } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Button } from '../../components/button';
import { selectActive } from '../../store/shell-store';
import { useProjection, useSend } from '../../store/use-shell';
import './apart-page.css';

/** What stands where the page of a service would that is in a window of its own, where no other can be shown. */
export function ApartPage(): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const service = useProjection(selectActive);
  if (service === undefined) return null;
  const { id: serviceId, name } = service;
  return (
    <div className="page-centre">
      <section className="apart" aria-label={t('ownWindow.title', { name })}>
        <AppWindow size={28} strokeWidth={1.5} aria-hidden />
        <h2>{t('ownWindow.title', { name })}</h2>
        <p>{t('ownWindow.text')}</p>
        <div className="apart-buttons">
          <Button look="primary" onClick={() => send('own-window.open', { serviceId })}>
            {t('ownWindow.show')}
          </Button>
          <Button onClick={() => send('own-window.close', { serviceId })}>
            {t('serviceMenu.bringBack')}
          </Button>
        </div>
      </section>
    </div>
  );
}

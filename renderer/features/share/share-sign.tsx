import { MonitorUp } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { unitList } from '../../components/formats';
import { useProjection, useSend } from '../../store/use-shell';
import { toSharing } from './sharing';
import './share-sign.css';

/** Says, over every page of the window, who sees the screen, and ends it; there as long as somebody does. */
export function ShareSign(): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const services = useProjection((projection) => projection.services);
  const { names, window } = toSharing(services);
  if (names.length === 0) return null;
  const name = unitList(i18n.language).format(names);
  const text =
    window === undefined ? t('share.sign.screen', { name }) : t('share.sign.window', { name, window });
  // The announcer says it: what is live from the moment it appears is not heard everywhere.
  return (
    <div className="share-sign">
      <MonitorUp size={14} strokeWidth={2} aria-hidden />
      <span className="share-sign-text" title={text}>
        {text}
      </span>
      <button type="button" onClick={() => send('share.stop', { serviceId: null })}>
        {t('share.stop')}
      </button>
    </div>
  );
}

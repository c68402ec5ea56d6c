import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useProjection } from '../../store/use-shell';
import './full-screen-sign.css';

/** Says, over a page that fills the screen, whose it is and how to leave. */
export function FullScreenSign(): ReactNode {
  const { t } = useTranslation();
  const host = useProjection((projection) => projection.fullScreen?.host ?? '');
  return (
    <p className="full-screen-sign" role="status">
      <span title={host}>{t('fullScreen.sign', { host })}</span>
    </p>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stillUrlOf } from '../../../electron/core/ipc/icon-url';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import './still-page.css';

/** What was seen of a service last, while its page is on its way. */
export function StillPage({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const { id, name, stillVersion } = service;
  return (
    <div className="still">
      <img className="still-picture" src={stillUrlOf(id, stillVersion)} alt={t('still.alt', { name })} />
      <p className="still-line" role="status">
        {t('still.waking', { name })}
      </p>
    </div>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { stillUrlOf } from '../../../electron/core/ipc/icon-url';
import { selectActive } from '../../store/shell-store';
import { useProjection } from '../../store/use-shell';
import './still-page.css';

/** What was seen of a service last, while its page is on its way. */
export function StillPage(): ReactNode {
  const { t } = useTranslation();
  const active = useProjection(selectActive);
  if (active === undefined) return null;
  const { id, name, stillVersion } = active;
  return (
    <div className="still">
      <img className="still-picture" src={stillUrlOf(id, stillVersion)} alt={t('still.alt', { name })} />
      <p className="still-line" role="status">
        {t('still.waking', { name })}
      </p>
    </div>
  );
}

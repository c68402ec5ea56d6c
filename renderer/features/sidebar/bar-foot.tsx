import { Settings as Gear } from 'lucide-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { IconButton } from '../../components/button';
import { useProjection, useSend } from '../../store/use-shell';
import { FocusButton } from '../focus/focus-button';

interface BarFootProps {
  readonly tabIndexOf: (index: number) => 0 | -1;
}

/** What stands at the foot of the bar: focus, and the settings. */
export function BarFoot({ tabIndexOf }: BarFootProps): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const page = useProjection((projection) => projection.page);
  return (
    <div className="bar-foot">
      <div className="bar-row">
        <FocusButton tabIndex={tabIndexOf(0)} />
      </div>
      <div className="bar-row">
        <IconButton
          look="bar"
          icon={Gear}
          label={t('sidebar.settings')}
          aria-current={page === 'settings' ? 'page' : undefined}
          tabIndex={tabIndexOf(1)}
          onClick={() => send('page.show', { page: page === 'settings' ? 'service' : 'settings' })}
        />
      </div>
    </div>
  );
}

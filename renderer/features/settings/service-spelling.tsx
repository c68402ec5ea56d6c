import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { useSend } from '../../store/use-shell';
import { SpellChoice } from './spell-choice';

/** In which languages the pages of one service are checked. */
export function ServiceSpelling({
  service: { id: serviceId, spelling },
}: {
  readonly service: ServiceProjection;
}): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  return (
    <SpellChoice
      label={t('settings.spelling.label')}
      hint={t('settings.spelling.serviceHint')}
      asAll={t('settings.spelling.asAll')}
      value={spelling}
      onChange={(choice) =>
        send('service.set-spelling', {
          serviceId,
          spelling: choice === null || choice === 'system' ? choice : [...choice],
        })
      }
    />
  );
}

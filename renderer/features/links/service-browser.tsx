import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { browserNames } from '../../../electron/core/model/browser-names';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { SelectRow } from '../../components/select';
import { withChosen } from '../../components/with-chosen';
import { useSend } from '../../store/use-shell';
import { useBrowsers } from './use-browsers';

/** Which browser the links of one service open in. */
export function ServiceBrowser({
  service: { id: serviceId, browser },
}: {
  readonly service: ServiceProjection;
}): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const found = withChosen(useBrowsers(), browser);
  if (found.length === 0) return null;
  return (
    <SelectRow
      label={t('settings.services.browser')}
      hint={t('settings.services.browserHint')}
      value={browser ?? 'system'}
      options={[
        { value: 'system' as const, label: t('settings.services.browserSystem') },
        ...found.map((one) => ({ value: one, label: browserNames[one] })),
      ]}
      onChange={(value) =>
        send('service.set-browser', { serviceId, browser: value === 'system' ? null : value })
      }
    />
  );
}

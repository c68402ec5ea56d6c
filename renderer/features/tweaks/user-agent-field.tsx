import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { isUserAgent, USER_AGENT_MAX } from '../../../electron/core/model/tweaks';
import { TextField } from '../../components/text-field';
import { useSend } from '../../store/use-shell';

/** What a service is told of the browser. It holds once the field is left, for its page begins anew with it. */
export function UserAgentField({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const kept = service.tweaks.userAgent;
  const [typed, setTyped] = useState<string>();
  const userAgent = typed ?? kept;
  const keep = (): void => {
    if (typed === undefined || !isUserAgent(typed.trim())) return;
    if (typed.trim() !== kept)
      send('service.tweak', { serviceId: service.id, changes: { userAgent: typed.trim() } });
    setTyped(undefined);
  };
  return (
    <div className="setting-row service-names">
      <TextField
        label={t('tweaks.userAgent')}
        hint={t('tweaks.userAgentHint')}
        error={isUserAgent(userAgent.trim()) ? undefined : t('tweaks.userAgentWrong')}
        dir="ltr"
        maxLength={USER_AGENT_MAX}
        value={userAgent}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={keep}
        onKeyDown={(event) => {
          if (event.key === 'Enter') keep();
        }}
      />
    </div>
  );
}

import { useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { takesLogin } from '../../../electron/core/model/proxy';
import { SelectRow } from '../../components/select';
import { useCommand } from '../../store/use-shell';
import { ProxyForm, type TypedLogin } from './proxy-form';
import { readDraft, toDraft, ways, withWay, type ProxyDraft } from './proxy-draft';

/** Which way a service goes. What needs no more words holds at once, the others once they are sent off. */
export function ProxyFields({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const command = useCommand();
  const { id: serviceId, tweaks } = service;
  const kept = toDraft(tweaks.proxy);
  const [draft, setDraft] = useState<ProxyDraft>();
  const [isTold, setIsTold] = useState(false);
  const [isUnsealed, setIsUnsealed] = useState(false);
  const shown = draft ?? kept;
  const read = readDraft(shown);
  const set = (next: ProxyDraft, login?: TypedLogin): void => {
    const parsed = readDraft(next);
    if ('faults' in parsed) return setIsTold(true);
    const { proxy } = parsed;
    command('service.set-proxy', { serviceId, proxy, ...(login !== undefined && { login }) }).then(
      ({ kind }) => setIsUnsealed(kind === 'unsealed'),
      () => undefined,
    );
    setDraft(undefined);
    setIsTold(false);
  };
  return (
    <>
      <SelectRow
        label={t('tweaks.proxy')}
        hint={t(`tweaks.proxyHint.${shown.way}`)}
        value={shown.way}
        options={ways.map((value) => ({ value, label: t(`tweaks.proxyIs.${value}`) }))}
        onChange={(way) => {
          const next = withWay(shown, way);
          if (way === 'system' || way === 'direct') set(next);
          else setDraft(next);
        }}
      />
      {shown.way !== 'system' && shown.way !== 'direct' && (
        <ProxyForm
          draft={shown}
          faults={isTold && 'faults' in read ? read.faults : []}
          takesLogin={shown.way !== 'pac' && shown.way !== 'socks5'}
          hasLogin={tweaks.hasProxyLogin && takesLogin(tweaks.proxy)}
          isUnsealed={isUnsealed}
          isChanged={draft !== undefined}
          onDraft={setDraft}
          onSubmit={(event: FormEvent, login) => {
            event.preventDefault();
            set(shown, login);
          }}
        />
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { SelectRow } from '../../components/select';
import { useProjection, useShellStore } from '../../store/use-shell';
import { useNamesOf } from './use-names-of';

/** Which services one service signs in together with. */
export function ServiceStorage({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const store = useShellStore();
  const services = useProjection((projection) => projection.services);
  const { id: serviceId, storageId, ownStorageId } = service;
  const namesOf = useNamesOf();
  const named = (wanted: string): string => namesOf(wanted, serviceId);
  const names = named(storageId);
  const others = services.filter(({ id }) => id !== serviceId);
  if (others.length === 0) return null;
  const storages = [...new Set(others.map((one) => one.storageId))];
  // Where others use its own, it is alone in a new one.
  const alone = storages.includes(ownStorageId) ? '' : ownStorageId;
  // What another one began, and nobody else uses.
  const isLast = storageId !== ownStorageId && !storages.includes(storageId);
  return (
    <SelectRow
      label={t('storage.label')}
      hint={names === '' ? t('storage.hint') : t('storage.hintWith', { names })}
      value={storageId}
      options={[
        { value: alone, label: t('storage.alone') },
        ...(isLast ? [{ value: storageId, label: t('storage.nobodyNow') }] : []),
        ...storages.map((value) => ({ value, label: named(value) })),
      ]}
      onChange={(chosen) => {
        const withId =
          chosen === alone ? null : (others.find((one) => one.storageId === chosen)?.id ?? serviceId);
        if (chosen !== storageId) store.setState({ dialog: { kind: 'sign-in-with', serviceId, withId } });
      }}
    />
  );
}

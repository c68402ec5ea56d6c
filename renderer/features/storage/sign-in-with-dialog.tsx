import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { ConfirmDialog } from '../../components/confirm-dialog';
import { andList } from '../../components/formats';
import { useProjection, useSend } from '../../store/use-shell';
import { useClose } from '../overlays/use-close';
import { toStorageFate } from './storage-fate';
import { useNamesOf } from './use-names-of';

interface SignInWithProps {
  readonly service: ServiceProjection;
  /** Null: alone, by what it stored itself, or by nothing where others use that. */
  readonly withId: string | null;
}

/** Says what becomes of a service that uses another storage, and asks whether it shall. */
export function SignInWithDialog({ service, withId }: SignInWithProps): ReactNode {
  const { t, i18n } = useTranslation();
  const send = useSend();
  const close = useClose();
  const services = useProjection((projection) => projection.services);
  const removed = useProjection((projection) => projection.removed);
  const { id: serviceId, name } = service;
  const wanted = services.find(({ id }) => id === withId)?.storageId;
  const namesOf = useNamesOf();
  const names = wanted === undefined ? '' : namesOf(wanted, serviceId);
  const fate = toStorageFate(service, services, removed);
  const list = andList(i18n.language);
  const heirs = list.format(fate.heirs);
  const isJoining = names !== '';
  return (
    <ConfirmDialog
      title={isJoining ? t('storage.joinTitle', { name, names }) : t('storage.leaveTitle', { name })}
      texts={[
        ...(isJoining
          ? [
              heirs === ''
                ? t('storage.joinText', { name, names })
                : t('storage.joinLeavesText', { name, names, others: heirs }),
              t('storage.joinShares', { names }),
            ]
          : [heirs === '' ? t('storage.leaveText') : t('storage.leaveNewText', { names: heirs })]),
        ...(fate.undoable.length > 0 ? [t('storage.undoText', { names: list.format(fate.undoable) })] : []),
        ...(fate.isLast ? [t('storage.lastText')] : []),
      ]}
      action={t(isJoining ? 'storage.join' : 'storage.leave')}
      look="primary"
      onConfirm={() => send('service.sign-in-with', { serviceId, withId })}
      onClose={() => close('dialog')}
    />
  );
}

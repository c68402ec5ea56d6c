import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { SelectRow } from '../../components/select';
import { withChosen } from '../../components/with-chosen';
import { useSend } from '../../store/use-shell';

const kinds = [
  { key: 'camera', known: 'cameras' },
  { key: 'microphone', known: 'microphones' },
] as const;
/** No device has a name without a letter. */
const NONE = '';

/** Which camera and microphone the pages of one service get; there once it has used one. */
export function ServiceDevices({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const send = useSend();
  const { id: serviceId, devices, knownDevices } = service;
  return kinds.map(({ key, known }) => {
    const chosen = devices[key];
    const there = knownDevices[known];
    if (there.length === 0 && chosen === null) return null;
    return (
      <SelectRow
        key={key}
        label={t(`permission.name.${key}`)}
        hint={t('settings.services.deviceHint')}
        value={chosen ?? NONE}
        options={[
          { value: NONE, label: t('settings.services.deviceDefault') },
          ...withChosen(there, chosen).map((name) => ({ value: name, label: name })),
        ]}
        onChange={(name) =>
          send('service.set-devices', {
            serviceId,
            devices: { ...devices, [key]: name === NONE ? null : name },
          })
        }
      />
    );
  });
}

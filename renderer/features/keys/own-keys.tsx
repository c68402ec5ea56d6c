import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { appCommands } from '../../../electron/core/commands/command-list';
import { liveKeysOf } from '../../../electron/core/commands/key-map';
import type { ServiceProjection } from '../../../electron/core/ipc/projection';
import { Select } from '../../components/select';
import { useKeyWords } from '../../components/use-key-words';
import { useProjection, useSend } from '../../store/use-shell';
import { KeyChip } from './key-chip';
import { useCommandName } from './use-command-name';
import './keys-section.css';

/** The keys of Foyer's that a service's pages keep to themselves. */
export function OwnKeys({ service }: { readonly service: ServiceProjection }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const send = useSend();
  const nameOf = useCommandName();
  const { textOf } = useKeyWords();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  const { id: serviceId, ownKeys } = service;
  const free = appCommands
    .flatMap((command) => liveKeysOf(command, keys, platform).map((combo) => ({ combo, command })))
    .filter(({ combo }) => !ownKeys.includes(combo));
  const set = (combos: readonly string[]): void =>
    send('service.set-own-keys', { serviceId, ownKeys: [...combos] });
  return (
    <div className="setting-row key-row" role="group" aria-labelledby={id}>
      <div className="setting-words">
        <span id={id}>{t('settings.services.ownKeys')}</span>
        <p>{t('settings.services.ownKeysHint')}</p>
      </div>
      {ownKeys.length > 0 && (
        <ul className="key-chips">
          {ownKeys.map((combo) => (
            <KeyChip
              key={combo}
              combo={combo}
              removeLabel={t('settings.services.ownKeysRemove', { keys: textOf(combo) })}
              onRemove={() => set(ownKeys.filter((one) => one !== combo))}
            />
          ))}
        </ul>
      )}
      <Select
        label={t('settings.services.ownKeys')}
        value=""
        options={[
          { value: '', label: t('settings.services.ownKeysAdd') },
          ...free.map(({ combo, command }) => ({
            value: combo,
            label: `${textOf(combo)} · ${nameOf(command)}`,
          })),
        ]}
        onChange={(combo) => {
          if (combo !== '') set([...ownKeys, combo]);
        }}
      />
    </div>
  );
}

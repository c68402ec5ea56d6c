import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { onPlatform } from '../../../electron/core/commands/combo';
import { useKeyWords } from '../../components/use-key-words';
import { useProjection } from '../../store/use-shell';
import { AddKey } from './add-key';
import { KeyChip } from './key-chip';
import { useChangeKeys } from './use-change-keys';

/** The key that shows and hides Foyer while other programs have the keyboard. */
export function SystemKeyRow(): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const change = useChangeKeys();
  const { textOf } = useKeyWords();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  const isRefused = useProjection((projection) => projection.systemKey === 'refused');
  const name = t('settings.keys.system');
  const combo = keys.system === null ? undefined : onPlatform(keys.system, platform);
  return (
    <div className="setting-row key-row" role="group" aria-labelledby={id}>
      <div className="setting-words">
        <span id={id}>{name}</span>
        <p>{t('settings.keys.systemHint')}</p>
        <div role="status">
          {isRefused && <p className="key-trouble">{t('settings.keys.systemRefused')}</p>}
        </div>
      </div>
      {combo !== undefined && (
        <ul className="key-chips">
          <KeyChip
            combo={combo}
            removeLabel={t('settings.keys.remove', { keys: textOf(combo), name })}
            onRemove={() => change({ ...keys, system: null })}
          />
        </ul>
      )}
      <div className="key-actions">
        <AddKey owner="system" name={name} />
      </div>
    </div>
  );
}

import { useId, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { cleared, givenBack, withoutKey } from '../../../electron/core/commands/change-keys';
import { commandById, type AppCommand } from '../../../electron/core/commands/command-list';
import { keyMapOf, keysOf } from '../../../electron/core/commands/key-map';
import { KEYS_PER_COMMAND_MAX } from '../../../electron/core/model/key-settings';
import { Button } from '../../components/button';
import { useKeyWords } from '../../components/use-key-words';
import { useProjection } from '../../store/use-shell';
import { AddKey } from './add-key';
import { KeyChip } from './key-chip';
import { useChangeKeys } from './use-change-keys';
import { useCommandName } from './use-command-name';

/** A command with its keys, and what can be done about them. */
export function CommandRow({ command }: { readonly command: AppCommand }): ReactNode {
  const { t } = useTranslation();
  const id = useId();
  const change = useChangeKeys();
  const nameOf = useCommandName();
  const { textOf } = useKeyWords();
  const keys = useProjection((projection) => projection.keys);
  const platform = useProjection((projection) => projection.platform);
  const name = nameOf(command);
  const combos = keysOf(command, keys, platform);
  const isSet = Object.hasOwn(keys.bindings, command.id);
  const takenBy = (combo: string): string | undefined => {
    const by = commandById(keyMapOf(keys, platform).get(combo) ?? '');
    return by === undefined || by === command ? undefined : t('settings.keys.takenNow', { name: nameOf(by) });
  };
  return (
    <div className="setting-row key-row" role="group" aria-labelledby={id}>
      <div className="setting-words">
        <span id={id}>{name}</span>
      </div>
      {combos.length > 0 && (
        <ul className="key-chips">
          {combos.map((combo) => (
            <KeyChip
              key={combo}
              combo={combo}
              note={takenBy(combo)}
              removeLabel={t('settings.keys.remove', { keys: textOf(combo), name })}
              onRemove={() => change(withoutKey(keys, command.id, combo, platform))}
            />
          ))}
        </ul>
      )}
      <div className="key-actions">
        {combos.length < KEYS_PER_COMMAND_MAX && <AddKey owner={command.id} name={name} />}
        {isSet && (
          <Button
            look="text"
            aria-label={t('settings.keys.defaultOf', { name })}
            onClick={() => change(givenBack(keys, command.id))}
          >
            {t('settings.keys.default')}
          </Button>
        )}
        {combos.length > 0 && (
          <Button
            look="text"
            aria-label={t('settings.keys.clearOf', { name })}
            onClick={() => change(cleared(keys, command.id))}
          >
            {t('settings.keys.clear')}
          </Button>
        )}
      </div>
    </div>
  );
}

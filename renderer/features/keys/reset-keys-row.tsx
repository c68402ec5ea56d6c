import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { KeySettings } from '../../../electron/core/model/key-settings';
import { Button } from '../../components/button';
import { useProjection } from '../../store/use-shell';
import { useChangeKeys } from './use-change-keys';

/** Gives all commands the keys they came with, at once, and can take that back. */
export function ResetKeysRow(): ReactNode {
  const { t } = useTranslation();
  const change = useChangeKeys();
  const keys = useProjection((projection) => projection.keys);
  const [before, setBefore] = useState<KeySettings['bindings']>();
  const changed = Object.keys(keys.bindings).length;
  const canUndo = before !== undefined && changed === 0;
  return (
    <div className="setting-row">
      <div className="setting-words">
        <span>{t('settings.keys.all')}</span>
        <p>{changed > 0 ? t('settings.keys.changed', { count: changed }) : t('settings.keys.allHint')}</p>
        <div role="status">{canUndo && <p className="key-done">{t('settings.keys.resetDone')}</p>}</div>
      </div>
      {canUndo ? (
        <Button onClick={() => change({ ...keys, bindings: before })}>{t('settings.keys.undo')}</Button>
      ) : (
        <Button
          disabled={changed === 0}
          onClick={() => {
            setBefore(keys.bindings);
            change({ ...keys, bindings: {} });
          }}
        >
          {t('settings.keys.reset')}
        </Button>
      )}
    </div>
  );
}

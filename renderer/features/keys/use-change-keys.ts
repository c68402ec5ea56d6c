import { useCallback } from 'react';
import type { KeySettings } from '../../../electron/core/model/key-settings';
import { useSend } from '../../store/use-shell';

/** Gives the way to have other keys from now on. */
export function useChangeKeys(): (keys: KeySettings) => void {
  const send = useSend();
  return useCallback(
    ({ bindings, system }) => {
      const copied = Object.entries(bindings).map(([id, combos]): [string, string[]] => [id, [...combos]]);
      send('keys.change', { bindings: Object.fromEntries(copied), system });
    },
    [send],
  );
}

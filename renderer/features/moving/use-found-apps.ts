import { useEffect, useState } from 'react';
import type { FoundApp } from '../../../electron/core/ipc/moving-contract';
import { useCommand } from '../../store/use-shell';

/** Gives the other apps that have a folder on this machine; none while that is not known. */
export function useFoundApps(): readonly FoundApp[] {
  const command = useCommand();
  const [found, setFound] = useState<readonly FoundApp[]>([]);
  useEffect(() => {
    command('moving.found').then(setFound, () => undefined);
  }, [command]);
  return found;
}

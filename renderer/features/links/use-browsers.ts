import { useEffect, useState } from 'react';
import type { ShellBridge } from '../../../electron/core/ipc/contract';
import type { Browser } from '../../../electron/core/model/browser';
import { useCommand } from '../../store/use-shell';

/** Asked once: every service has a choice of them. */
const asked = new WeakMap<ShellBridge['command'], Promise<readonly Browser[]>>();

/** Gives the browsers of this machine that Foyer knows; none until main has said. */
export function useBrowsers(): readonly Browser[] {
  const command = useCommand();
  const [found, setFound] = useState<readonly Browser[]>([]);
  useEffect(() => {
    const answer = asked.get(command) ?? command('browsers.list');
    asked.set(command, answer);
    answer.then(setFound, () => undefined);
  }, [command]);
  return found;
}

import { useEffect, useState } from 'react';
import type { ProcessList } from '../../../electron/core/decide/to-process-rows';
import { useCommand } from '../../store/use-shell';

/** How often it is looked; the first time sooner, for the processor is known from the second look on. */
const AGAIN_MS = 2_000;
const SECOND_MS = 600;

/** Gives what everything uses, anew every two seconds for as long as it is drawn and the window is to be seen. */
export function useProcesses(): ProcessList | undefined {
  const command = useCommand();
  const [list, setList] = useState<ProcessList>();
  useEffect(() => {
    const now: { timer: number | undefined; isOver: boolean } = { timer: undefined, isOver: false };
    const look = async (nextMs: number): Promise<void> => {
      if (!document.hidden) {
        const looked = await command('processes.list').catch(() => undefined);
        if (looked !== undefined && !now.isOver) setList(looked);
      }
      if (!now.isOver) now.timer = window.setTimeout(() => void look(AGAIN_MS), nextMs);
    };
    void look(SECOND_MS);
    return () => {
      now.isOver = true;
      window.clearTimeout(now.timer);
    };
  }, [command]);
  return list;
}

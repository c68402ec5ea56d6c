import { useEffect, useState } from 'react';
import type { ShareSource } from '../../../electron/core/model/share';
import { useCommand } from '../../store/use-shell';

/** How long after pictures have come they are taken again, in ms. */
const AGAIN_MS = 2_000;

/** Gives what there is to choose from, with pictures that are taken again and again; undefined before the first. */
export function useSources(promptId: string): readonly ShareSource[] | undefined {
  const command = useCommand();
  const [sources, setSources] = useState<readonly ShareSource[]>();
  useEffect(() => {
    const now: { isOver: boolean; timer: ReturnType<typeof setTimeout> | undefined } = {
      isOver: false,
      timer: undefined,
    };
    const look = async (): Promise<void> => {
      const found = await command('share.sources', { promptId }).catch(() => []);
      if (now.isOver || found === null) return;
      setSources(found);
      now.timer = setTimeout(() => void look(), AGAIN_MS);
    };
    void look();
    return () => {
      now.isOver = true;
      clearTimeout(now.timer);
    };
  }, [promptId, command]);
  return sources;
}

import { useCallback, useEffect, useState } from 'react';
import type {
  SwitcherAct,
  SwitcherAnswer,
  SwitcherAnswerRow,
} from '../../../electron/core/ipc/switcher-contract';
import { share } from '../../store/share';
import { useCommand, useCommandNow, useSend, useShellStore } from '../../store/use-shell';

/** How many rows are asked for: more than fit, fewer than would slow typing. */
const ROWS = 40;

interface SwitcherState {
  /** What is typed, and what was found for it: they are drawn in one go. */
  readonly found: SwitcherAnswer;
  readonly type: (query: string) => void;
  readonly act: (row: SwitcherAnswerRow, act: SwitcherAct) => void;
}

/** Looks for what is typed, at once: main has all of it at hand, and a letter stands there with what was found for it. */
export function useSwitcher(): SwitcherState {
  const command = useCommand();
  const commandNow = useCommandNow();
  const send = useSend();
  const search = useCallback(
    (query: string): SwitcherAnswer => {
      try {
        return { query, rows: commandNow('switcher.search', { query, limit: ROWS }).rows };
      } catch {
        // Main has written down why.
        return { query, rows: [] };
      }
    },
    [commandNow],
  );
  const [found, setFound] = useState(() => search(''));
  // What is found again is not drawn again.
  const type = useCallback((query: string) => setFound((before) => share(before, search(query))), [search]);
  const again = useCallback(() => setFound((before) => share(before, search(before.query))), [search]);
  const store = useShellStore();
  useEffect(() => {
    const whole = (): void => {
      command('switcher.whole').then(again, () => undefined);
    };
    // The inbox has something new when it opens, and while it is open.
    whole();
    return store.subscribe(({ projection: now }, { projection: before }) => {
      if (now?.inbox.version !== before?.inbox.version) whole();
      // What is muted from here shows at once, and what comes a moment later, too.
      if (now?.policyVersion !== before?.policyVersion) again();
    });
  }, [command, store, again]);
  const act = useCallback(
    (row: SwitcherAnswerRow, what: SwitcherAct) =>
      send('switcher.act', { key: row.key, act: what, query: found.query }),
    [send, found.query],
  );
  return { found, type, act };
}

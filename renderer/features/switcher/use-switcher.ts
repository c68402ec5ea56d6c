import { useCallback, useEffect, useRef, useState } from 'react';
import type { SwitcherAct, SwitcherAnswerRow } from '../../../electron/core/ipc/switcher-contract';
import { useCommand, useProjection, useSend } from '../../store/use-shell';

/** How many rows are asked for: more than fit, fewer than would slow typing. */
const ROWS = 40;

interface SwitcherState {
  /** What the rows were found for; undefined until the first came. */
  readonly query: string | undefined;
  readonly rows: readonly SwitcherAnswerRow[];
}

/** Looks for what is typed, always the last; what was found stays until the next is there. */
export function useSwitcher(query: string): SwitcherState & {
  readonly act: (row: SwitcherAnswerRow, act: SwitcherAct) => void;
} {
  const command = useCommand();
  const send = useSend();
  const [found, setFound] = useState<SwitcherState>({ query: undefined, rows: [] });
  const asked = useRef(0);
  // The inbox has something new when it opens, and while it is open.
  const inboxVersion = useProjection((projection) => projection.inbox.version);
  const [wholeVersion, setWholeVersion] = useState<number>();
  useEffect(() => {
    command('switcher.whole').then(
      () => setWholeVersion(inboxVersion),
      () => undefined,
    );
  }, [command, inboxVersion]);
  const policyVersion = useProjection((projection) => projection.policyVersion);
  const ask = useCallback(() => {
    asked.current += 1;
    const mine = asked.current;
    command('switcher.search', { query, limit: ROWS }).then(
      (answer) => {
        if (mine === asked.current) setFound(answer);
      },
      () => undefined,
    );
  }, [command, query]);
  // What is muted from here shows at once, and what comes a moment later, too.
  useEffect(ask, [ask, policyVersion, wholeVersion]);
  const act = useCallback(
    (row: SwitcherAnswerRow, what: SwitcherAct) => send('switcher.act', { key: row.key, act: what, query }),
    [send, query],
  );
  return { ...found, act };
}

import type { Connection } from '../core/model/adapter';

/** How long a page may be without its server until that is told: most come back at once. */
const LOST_MS = 5000;

/** Gives what hears how the page reaches its server, `undefined` where it does not know, and tells each change once. */
export function createConnectionTeller(
  tell: (connection: Connection) => void,
  later: (run: () => void, delayMs: number) => void,
): (connection: Connection | undefined) => void {
  const now: { told: Connection | undefined; isLost: boolean; losses: number } = {
    told: undefined,
    isLost: false,
    losses: 0,
  };
  const tellOnce = (connection: Connection): void => {
    if (connection === now.told) return;
    now.told = connection;
    tell(connection);
  };
  return (connection) => {
    const wasLost = now.isLost;
    now.isLost = connection === 'lost';
    if (connection === undefined) return;
    if (connection !== 'lost') return tellOnce(connection);
    if (wasLost) return;
    const loss = (now.losses += 1);
    later(() => {
      if (now.isLost && loss === now.losses) tellOnce('lost');
    }, LOST_MS);
  };
}

import type { Answer, RocketKit } from './probe-kit';

/** Tells the server what was read: one room after another, for it allows few such calls a minute. Self-contained. */
export function addReading(key: string): void {
  const kit = (globalThis as unknown as Record<string, RocketKit>)[key] as RocketKit;
  const { probe: desk, server, asking } = kit;
  const [AWAY_MS, TRIES] = [2000, 3];
  /** By room: how often it may still be tried. */
  const wanted = new Map<string, number>();
  /** Servers of before threads could be read along refuse to be told of them. */
  const state = { isBusy: false, knowsThreads: true };

  const tell = async (rid: string): Promise<Answer> => {
    const answer = state.knowsThreads
      ? await server.post('v1/subscriptions.read', { rid, readThreads: true })
      : undefined;
    if (answer !== undefined && answer.kind !== 'strange') return answer;
    const bare = await server.post('v1/subscriptions.read', { rid });
    if (bare.kind === 'ok') state.knowsThreads = false;
    return bare;
  };
  const next = async (): Promise<void> => {
    const [first] = wanted;
    state.isBusy = first !== undefined;
    if (first === undefined) return;
    const [rid, tries] = first;
    wanted.delete(rid);
    const answer = await tell(rid);
    desk.run(() => {
      const isWorthIt = answer.kind === 'too-many' || answer.kind === 'away';
      if (isWorthIt && tries > 1 && !wanted.has(rid)) wanted.set(rid, tries - 1);
      // Refused or not: what the server holds is shown.
      asking.want(false);
      const waitMs =
        answer.kind === 'too-many' ? answer.waitMs : answer.kind === 'ok' ? answer.pauseMs : AWAY_MS;
      desk.later(() => void next(), waitMs);
    });
  };
  kit.reading = {
    read: (rid) => {
      wanted.set(rid, TRIES);
      if (!state.isBusy) void next();
    },
  };
}

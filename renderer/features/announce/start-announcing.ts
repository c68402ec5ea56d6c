import type { ShellStore } from '../../store/shell-store';
import { toNewsworthy, toTold, type Told } from './news';
import { toResults, type Result } from './results';

/** How long news are gathered before they are told: what comes in one go is one thing to say. */
export const GATHER_MS = 1000;
/** How long there is silence after news, so that a busy morning is no flood of words. */
export const SILENCE_MS = 15_000;

/** Who says things. */
export interface Speaker {
  readonly tellNews: (told: Told) => void;
  readonly tellResults: (results: readonly Result[]) => void;
}

/** Has news told, gathered and with silence between them, and what came of actions at once. */
export function startAnnouncing(store: ShellStore, { tellNews, tellResults }: Speaker): () => void {
  const waiting: {
    services: ReadonlySet<string>;
    timer: ReturnType<typeof setTimeout> | undefined;
    toldAtMs: number;
  } = { services: new Set(), timer: undefined, toldAtMs: Number.NEGATIVE_INFINITY };

  const tell = (): void => {
    waiting.timer = undefined;
    const { projection } = store.getState();
    const told = projection === undefined ? undefined : toTold(projection, waiting.services);
    waiting.services = new Set();
    if (told === undefined || told.news.length === 0) return;
    waiting.toldAtMs = Date.now();
    tellNews(told);
  };

  const stop = store.subscribe(({ projection: now, movedId }, { projection: then }) => {
    if (now === undefined || then === undefined || now === then) return;
    const results = toResults(then, now, movedId);
    if (results.length > 0) tellResults(results);
    const newsworthy = toNewsworthy(then, now);
    if (newsworthy.length === 0) return;
    waiting.services = new Set([...waiting.services, ...newsworthy]);
    const silenceMs = waiting.toldAtMs + SILENCE_MS - Date.now();
    waiting.timer ??= setTimeout(tell, Math.max(GATHER_MS, silenceMs));
  });
  return () => {
    stop();
    clearTimeout(waiting.timer);
  };
}

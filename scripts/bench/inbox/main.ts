import process from 'node:process';
import { app } from 'electron/main';
import { createAppInbox } from '../../../electron/main/inbox/app-inbox';
import type { Inbox } from '../../../electron/main/inbox/inbox';
import { createCorpus } from './words';
import { inboxSearches } from './searches';

/** The least app that has the real inbox. Does what it is told by its environment and answers with a line of JSON. */
const order = JSON.parse(process.env['FOYER_BENCH_INBOX'] ?? '{}') as {
  readonly task: 'fill' | 'read' | 'rest';
  readonly folder: string;
  readonly processFile: string;
  readonly engineFile: string;
  readonly total: number;
};
const AT_ONCE = 50;
const IN_FLIGHT = 1_000;
const TICK_MS = 2;
const WARM_UP = 500;

const say = (answer: unknown): void => void process.stdout.write(`ANSWER ${JSON.stringify(answer)}\n`);

/** Tells how long main was kept from its other work at most, in ms. */
function watchPauses(): () => number {
  const seen = { lastMs: performance.now(), longestMs: 0, isOver: false };
  const tick = (): void => {
    const nowMs = performance.now();
    seen.longestMs = Math.max(seen.longestMs, nowMs - seen.lastMs - TICK_MS);
    seen.lastMs = nowMs;
    if (!seen.isOver) setTimeout(tick, TICK_MS);
  };
  setTimeout(tick, TICK_MS);
  return () => {
    seen.isOver = true;
    return seen.longestMs;
  };
}

const breathe = (): Promise<void> => new Promise((resolve) => void setImmediate(resolve));

/** Puts all entries in, in rounds; gives of each how many a second and the longest pause of main. */
async function fill(inbox: Inbox, total: number): Promise<unknown> {
  const corpus = createCorpus();
  const rounds: { perSecond: number; pauseMs: number }[] = [];
  // What comes once is not part of it: starting the process, compiling.
  for (let index = 0; index < WARM_UP; index += 1) inbox.add(corpus.entry(index, total));
  await inbox.flush();
  const perRound = total / 20;
  for (let from = 0; from < total; from += perRound) {
    const startMs = performance.now();
    const longestPause = watchPauses();
    for (let index = 0; index < perRound; index += AT_ONCE) {
      for (let at = index; at < index + AT_ONCE; at += 1) inbox.add(corpus.entry(from + at, total));
      await breathe();
      if (index % IN_FLIGHT === 0) await inbox.flush();
    }
    await inbox.flush();
    rounds.push({ perSecond: (perRound / (performance.now() - startMs)) * 1000, pauseMs: longestPause() });
  }
  return { rounds, count: await inbox.count({}) };
}

/** Asks for pages; gives how long each took. */
async function read(inbox: Inbox, total: number): Promise<unknown> {
  const take = async (ask: () => Promise<unknown>): Promise<number> => {
    const startMs = performance.now();
    await ask();
    return performance.now() - startMs;
  };
  const { pages, searches } = inboxSearches(createCorpus(), total);
  const pageMs: number[] = [];
  for (const { filter, beforeId } of pages) pageMs.push(await take(() => inbox.page(filter, beforeId, 100)));
  const searchMs: number[] = [];
  for (const filter of searches) searchMs.push(await take(() => inbox.page(filter, null, 100)));
  return { pageMs, searchMs };
}

void app.whenReady().then(async () => {
  const inbox = createAppInbox({
    ...order,
    platform: 'linux',
    onSetAside: (told) => say({ problem: told }),
    log: { info: () => undefined, problem: (text) => say({ problem: text }) },
  });
  const { task, total } = order;
  if (task === 'fill') say(await fill(inbox, total));
  if (task === 'read') say(await read(inbox, total));
  if (task === 'rest') {
    // As after looking at it: the first page, and one search.
    await inbox.page({}, null, 100);
    await inbox.page({ text: 'a' }, null, 100);
    say({ isOpen: true });
    return;
  }
  await inbox.stop();
  app.quit();
});

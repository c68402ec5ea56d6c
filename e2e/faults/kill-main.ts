import { randomInt } from 'node:crypto';
import { setTimeout as pause } from 'node:timers/promises';
import { expect } from '@playwright/test';
import type { ShellBridge } from '../../electron/core/ipc/contract.js';
import type { Rule } from '../../electron/core/model/rule.js';
import { startAlone } from '../support/electron-launch.js';
import type { Foyer } from '../support/foyer.js';
import { command, inboxOf } from '../support/inbox.js';
import { watchLateness } from '../support/lateness.js';
import type { Fault, Outcome } from './fault.js';
import { seededRandom } from './random.js';
import { fillInbox, pageOf, people, type Person, type Stand } from './stand.js';

/** Longest from the start of the load to the kill; by then much was written many times. */
const LOAD_MAX_MS = 2_500;
/** One of so many kills comes while the app starts, at most so long after. */
const START_EVERY = 5;
const START_MAX_MS = 1_500;
/** What the inbox promises (I6). */
const INBOX_PROMISED_MS = 250;

const count = process.env['FOYER_KILLS'];
const seed = Number(process.env['FOYER_SEED'] ?? randomInt(1_000_000));

/** Main killed so often at random moments, most of them while notifications pour in and settings change. */
const killMain = (id: string, times: number, cost: Fault['cost']): Fault => ({
  id,
  title: `kill -9 of the main process at ${times} random moments under load`,
  group: 'killed',
  cost,
  timeoutMs: 30_000 + times * 20_000,
  run: async (stand) => {
    process.stdout.write(`${id}: seed ${seed} (FOYER_SEED=${seed} for the same moments)\n`);
    const random = seededRandom(seed);
    const tally = { lost: 0, recoverMs: [] as number[] };
    let foyer = await stand.start();
    // The very first entry of a profile waits for the inbox's process and file to be made (I6).
    await fillInbox(stand, foyer);
    for (let round = 1; round <= times; round += 1) {
      const due = await loadAndKill(stand, foyer, round, random() * LOAD_MAX_MS);
      if (round % START_EVERY === 0) await killWhileStarting(stand, random() * START_MAX_MS);
      const started = await stand.again();
      ({ foyer } = started);
      tally.recoverMs.push(started.tookMs);
      const lost = await missing(foyer, due);
      tally.lost += lost.length;
      expect.soft(lost, `missing after round ${round}`).toEqual([]);
      await expect(foyer.shell.getByRole('complementary', { name: 'Notices' })).toBeHidden();
      expect(foyer.log()).not.toMatch(/\[foyer\] bug|set aside/);
    }
    expect(tally.lost).toBe(0);
    // The next fault is to find neither so full an inbox nor a daemon with all of these still to show.
    await stand.quit();
    await stand.desktop.daemon.halt();
    await stand.desktop.daemon.resume();
    await stand.start();
    return {
      seen: 'at the next start bar, page on top, rules and inbox as they were; no word of it',
      ...tally,
      tries: times,
    } satisfies Outcome;
  },
});

/** Has the app busy, kills it, and gives what was acknowledged long enough before. */
async function loadAndKill(stand: Stand, foyer: Foyer, round: number, afterMs: number): Promise<Due> {
  const after = stand.web.reports.items.length;
  const lateness = await watchLateness(foyer);
  const pages = await Promise.all(Object.keys(people).map((id) => pageOf(foyer, id as Person)));
  const changes: number[] = [];
  await foyer.shell.exposeFunction('acknowledged', (number: number) => void changes.push(number));
  await Promise.all([
    ...pages.map((page, of) => page.evaluate(pour, `r${round}-${of}`)),
    foyer.shell.evaluate(change, round),
  ]);
  await pause(afterMs);
  expect(foyer.log()).not.toMatch(/\[foyer\] bug/);
  const lateMs = 2 * (await lateness());
  // What is in the file has been written (K9).
  const inFile = await stand.kept();
  const killedMs = Date.now();
  await stand.kill();
  const shown = stand.web.reports.items.slice(after).filter(({ from }) => from === 'shown');
  const titles = shown.flatMap(({ what }) => {
    const [title = '', atMs] = what.split('@');
    return Number(atMs) < killedMs - INBOX_PROMISED_MS - lateMs ? [title] : [];
  });
  // What was acknowledged is on the disk (K21), however slow that is.
  const due = (text: string | undefined): number => Math.max(numberIn(text, round), ...changes);
  return {
    round,
    titles,
    names: due(inFile.services.find(({ id }) => id === 'cat')?.ownNames[0]),
    rule: due(inFile.rules.find(isOfCat)?.values.keepOut?.senders[0]),
  };
}

interface Due {
  readonly round: number;
  /** Of notifications. */
  readonly titles: readonly string[];
  /** Numbers of the last changes that are to be there; 0: none. */
  readonly names: number;
  readonly rule: number;
}

const isOfCat = ({ scope }: Rule): boolean => scope.kind === 'service' && scope.serviceId === 'cat';

/** In a page: notifies without end; tells its server of each that main said it has. */
function pour(name: string): void {
  const now = { count: 0 };
  setInterval(() => {
    const title = `${name}-${(now.count += 1)}`;
    new Notification(title).addEventListener('show', () => {
      void fetch(`/report?from=shown&what=${title}@${Date.now()}`);
    });
  }, 20);
}

/** In the shell's page: changes names and a rule without end, as a person would, and tells what main has acknowledged. */
function change(round: number): void {
  const { shell, acknowledged } = globalThis as unknown as {
    readonly shell: ShellBridge;
    readonly acknowledged: (count: number) => unknown;
  };
  const now = { count: 0 };
  setInterval(() => {
    const count = (now.count += 1);
    const ownNames = [`r${round}-${count}`];
    const scope = { kind: 'service', serviceId: 'cat' } as const;
    const values = { sound: false, keepOut: { senders: ownNames, keywords: [] } };
    void Promise.all([
      shell.command('service.set-own-names', { serviceId: 'cat', ownNames }),
      shell.command('rule.set', { scope, values }),
    ]).then(() => acknowledged(count));
  }, 30);
}

/** Starts the app as a person does, without anybody watching, and kills it so long after. */
async function killWhileStarting(stand: Stand, afterMs: number): Promise<void> {
  const started = startAlone({ env: stand.desktop.env, profile: stand.profile() });
  await pause(afterMs);
  started.kill();
  await started.ended;
}

/** The number of a change of that round; 0 for none. */
function numberIn(text: string | undefined, round: number): number {
  const [, of, number] = /^r(\d+)-(\d+)$/.exec(text ?? '') ?? [];
  return Number(of) === round ? Number(number) : 0;
}

/** Names what is missing of what is due. */
async function missing({ shell }: Foyer, { round, titles, names, rule }: Due): Promise<readonly string[]> {
  const kept = new Set((await inboxOf(shell, { text: `r${round}` })).map(({ title }) => title));
  const { services } = await command(shell, 'app.connect', undefined);
  const cat = services.find(({ id }) => id === 'cat');
  return [
    ...titles.filter((title) => !kept.has(title)),
    ...(numberIn(cat?.ownNames[0], round) < names ? [`change ${names} of the names`] : []),
    ...(numberIn(cat?.own.keepOut?.senders[0], round) < rule ? [`change ${rule} of the rule`] : []),
    ...Object.keys(people).filter((id) => !services.some((one) => one.id === id)),
  ];
}

export const killFaults: readonly Fault[] = [
  killMain('kill-main', 3, 'quick'),
  killMain('kill-main-many', Number(count ?? 200), 'nightly'),
];

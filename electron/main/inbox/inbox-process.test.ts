import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { keysOf, openGood, useFolder } from './engine/engine.test-support';
import { INBOX_FILE } from './engine/schema';
import { TEST_KEY } from './inbox.test-support';

const KILLS = 8;
const PROMISED_MS = 250;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const child = fileURLToPath(new URL('./inbox-child.ts', import.meta.url));
// Inside the repository, so that the bundle finds libsql.
const outDir = join(root, '.cache', `inbox-child-${process.pid}`);
const folder = useFolder();

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: child, outDir, target: 'node20' },
  });
}, 60_000);
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

/** The app and what it says. `kill` takes its process with it, as a power-hungry system does. */
function startApp(count: number, limitBlocks = 'unlimited') {
  const name = readdirSync(outDir).find((file) => /\.m?js$/.test(file)) ?? '';
  const command = [process.execPath, join(outDir, name), folder.path, 'main', TEST_KEY, String(count)];
  const running = spawn('/bin/sh', ['-c', `ulimit -S -f ${limitBlocks}; exec "$@"`, 'sh', ...command], {
    detached: true,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const lines: string[] = [];
  const waiting = new Set<() => void>();
  createInterface(running.stdout).on('line', (line) => {
    lines.push(line);
    for (const look of waiting) look();
  });
  const closed = once(running, 'close');
  const pid = running.pid ?? 0;
  return {
    lines,
    pid,
    says: (what: RegExp): Promise<void> =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!lines.some((line) => what.test(line))) return;
          waiting.delete(look);
          resolve();
        };
        waiting.add(look);
        look();
      }),
    kill: async (): Promise<number> => {
      const atMs = Date.now();
      process.kill(-pid, 'SIGKILL');
      await closed;
      return atMs;
    },
  };
}

const last = (lines: readonly string[], word: string): readonly number[] =>
  (lines.findLast((line) => line.startsWith(word)) ?? '').split(' ').slice(1).map(Number);

/** How many entries are in the file, which must be sound and without gaps. */
async function readBack(): Promise<number> {
  const engine = openGood(folder.path);
  const count = await engine.answer<'count'>({ kind: 'count', filter: {} });
  const newest = await keysOf(engine, {});
  expect(newest).toEqual(
    Array.from({ length: Math.min(200, count) }, (_, index) => String(count - 1 - index)),
  );
  engine.close();
  return count;
}

it(
  `I6 killed ${KILLS} times while entries pour in: at most the last ${PROMISED_MS} ms are missing, nothing is doubled or broken`,
  { timeout: 120_000, retry: 2 },
  async () => {
    for (let round = 0; round < KILLS; round += 1) {
      const app = startApp(100_000);
      await app.says(/^kept/);
      await wait(Math.random() * 300);
      const killedAtMs = await app.kill();
      const found = await readBack();
      expect(app.lines.filter((line) => /^(?:bug|set-aside)|failing/.test(line))).toEqual([]);
      const [kept = 0] = last(app.lines, 'kept');
      expect(found).toBeGreaterThan(kept);
      const old = app.lines
        .filter((line) => line.startsWith('added'))
        .map((line) => line.split(' ').map(Number));
      const due = old.findLast(([, , atMs = 0]) => atMs < killedAtMs - PROMISED_MS);
      expect(found).toBeGreaterThan(due?.[1] ?? 0);
    }
  },
);

it.skipIf(process.platform !== 'linux')(
  'I7 the process killed while entries pour in is started again, and every entry is there once',
  async () => {
    const app = startApp(3_000);
    for (const mark of [/^added 500 /, /^added 1000 /, /^added 2000 /]) {
      await app.says(mark);
      for (const pid of childrenOf(app.pid)) process.kill(pid, 'SIGKILL');
    }
    await app.says(/^all/);
    await app.kill();
    expect(await readBack()).toBe(3_000);
    expect(app.lines.filter((line) => /^(?:bug|set-aside)/.test(line))).toEqual([]);
  },
  60_000,
);

it.skipIf(process.platform !== 'linux')(
  'I8 on a disk that fills up old entries are safe, new ones wait, and it goes on by itself when there is room',
  async () => {
    const first = startApp(500);
    await first.says(/^all/);
    await first.kill();
    expect(await readBack()).toBe(500);

    // POSIX counts the limit on a file's size in blocks of 512.
    const full = startApp(2_000, String(Math.ceil(statSync(join(folder.path, INBOX_FILE)).size / 512) + 100));
    await full.says(/"failing","reason":"disk-/);
    await full.says(/^added 2499/);
    for (const pid of [full.pid, ...childrenOf(full.pid)])
      execFileSync('prlimit', ['--pid', String(pid), '--fsize=unlimited']);
    await full.says(/^all/);
    expect(full.lines.findLast((line) => line.startsWith('health'))).toContain('"ready"');
    await full.kill();
    expect(await readBack()).toBe(2_500);
    expect(full.lines.filter((line) => /^(?:bug|set-aside)/.test(line))).toEqual([]);
  },
  60_000,
);

const childrenOf = (pid: number): readonly number[] =>
  (
    execFileSync('/bin/sh', ['-c', `cat /proc/${pid}/task/*/children`])
      .toString()
      .match(/\d+/g) ?? []
  ).map(Number);

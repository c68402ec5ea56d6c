import process from 'node:process';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from 'vitest';
import { parseStat, readTree } from './processes.mjs';

it('reads a process whose name looks like numbers and brackets', () => {
  const text = '4242 (a) 1 (b) 2) S 77 4242 4242 0 -1 4194560 1 0 0 0 150 25 9 9 20 0 1 0 5 1 1';
  expect(parseStat(text)).toEqual({ pid: 4242, parent: 77, ticks: 175 });
});

it.runIf(process.platform === 'linux')(
  'finds children, and who left the parent but carries the mark',
  async () => {
    const mark = `FOYER_BENCH_TEST=${process.pid}`;
    // The inner sleep outlives the shell that started it and belongs to nobody then.
    const script = '(sleep 30 & echo $!) ; sleep 30 & echo $! ; read line';
    const child = spawn('/bin/sh', ['-c', script], {
      env: { ...process.env, FOYER_BENCH_TEST: String(process.pid) },
      stdio: ['pipe', 'pipe', 'ignore'],
      detached: true,
    });
    try {
      let said = '';
      while (said.trim().split('\n').length < 2) said += String((await once(child.stdout, 'data'))[0]);
      const pids = (await readTree(child.pid ?? 0, mark)).map(({ pid }) => pid);
      expect(pids).toEqual(expect.arrayContaining([child.pid, ...said.trim().split('\n').map(Number)]));
      expect(pids).not.toContain(process.pid);
    } finally {
      process.kill(-(child.pid ?? 0), 'SIGKILL');
    }
  },
);

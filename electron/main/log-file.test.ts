import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createLog, RECENT_MAX, toDevLine, toLines } from './log';
import { openLogFile } from './log-file';

describe('the log on the disk', () => {
  const place = { folder: '' };
  beforeEach(() => {
    place.folder = mkdtempSync(join(tmpdir(), 'foyer-log-'));
  });
  afterEach(() => rmSync(place.folder, { recursive: true }));
  const logs = () => join(place.folder, 'logs');

  it('W221 rotates: few files, none larger than it may be, the newest lines kept', async () => {
    const file = openLogFile(logs(), { bytesMax: 100, files: 3 });
    for (let line = 0; line < 50; line += 1) file.write(`line ${line} is here\n`);
    await file.flush();
    expect(readdirSync(logs()).toSorted()).toEqual(['foyer.1.log', 'foyer.2.log', 'foyer.log']);
    for (const name of readdirSync(logs()))
      expect(statSync(join(logs(), name)).size).toBeLessThanOrEqual(100);
    expect(readFileSync(join(logs(), 'foyer.log'), 'utf8')).toContain('line 49 is here');
    // Only the person reads it.
    if (process.platform !== 'win32') expect(statSync(join(logs(), 'foyer.log')).mode & 0o077).toBe(0);
  });

  it('W221 goes on where it ended', async () => {
    const first = openLogFile(logs(), { bytesMax: 100 });
    first.write(`${'x'.repeat(80)}\n`);
    await first.flush();
    const next = openLogFile(logs(), { bytesMax: 100 });
    next.write(`${'y'.repeat(80)}\n`);
    await next.flush();
    expect(readFileSync(join(logs(), 'foyer.1.log'), 'utf8')).toContain('xxx');
  });

  it('W221 one that cannot be written is none, and a slow one keeps nobody waiting', async () => {
    writeFileSync(logs(), 'no folder');
    const file = openLogFile(logs());
    for (let line = 0; line < 3000; line += 1) file.write('x\n');
    await expect(file.flush()).resolves.toBeUndefined();
  });

  it('W220 keeps the last entries, and writes of an error no word', () => {
    const lines: string[] = [];
    const log = createLog(
      { show: () => undefined, keep: (entry) => void lines.push(toLines(entry)) },
      () => 0,
    );
    const error = new Error('secret-lunch');
    error.stack = `Error: secret-lunch\n    at hear (file:///home/mira/foyer/out/main/index.js:1:2)`;
    log.problem('bug', error);
    for (let at = 0; at < RECENT_MAX; at += 1) log.info(`refused: ${at}`);
    expect(log.recent()).toHaveLength(RECENT_MAX);
    expect(lines[0]).toBe('1970-01-01T00:00:00.000Z bug: Error\n    at hear index.js:1:2\n');
    expect(lines[1]).toBe('1970-01-01T00:00:00.000Z refused: 0\n');
    expect(lines.join('')).not.toContain('secret-lunch');
    const [entry] = log.recent();
    expect(entry && toDevLine(entry, new Error('seen'))).toContain('seen');
  });

  it('W226 counts what comes too often, however many times it says it was, and writes all else', () => {
    const now = { ms: 0 };
    const shown: string[] = [];
    const log = createLog(
      { show: (entry) => void shown.push(entry.text), keep: () => undefined },
      () => now.ms,
    );
    for (let at = 0; at < 1000; at += 1) log.info(`refused: window x${at} of a`);
    log.problem('bug', new TypeError('x'));
    log.problem('bug', new RangeError('x'));
    log.info('refused: window x1 of b');
    now.ms = 60_000;
    log.info('refused: window x3 of a');
    log.info('refused: window x1 of a');
    expect(log.recent().map(({ text }) => text)).toEqual([
      ...[0, 1, 2, 3, 4].map((at) => `refused: window x${at} of a`),
      ...['bug', 'bug', 'refused: window x1 of b'],
      ...['refused: window x3 of a (and 995 more like it before)', 'refused: window x1 of a'],
    ]);
    expect(shown).toHaveLength(1005);
  });

  it('W226 a clock that was set back keeps nothing back, and ever new texts take no memory', () => {
    const now = { ms: 1e12 };
    const shown: string[] = [];
    const log = createLog(
      { show: (entry) => void shown.push(entry.text), keep: () => undefined },
      () => now.ms,
    );
    for (let at = 0; at < 9; at += 1) log.info('same');
    now.ms = 0;
    log.info('same');
    expect(log.recent().at(-1)?.text).toBe('same (and 4 more like it before)');
    for (let at = 0; at < 2000; at += 1) log.info(`other ${at}`);
    expect(log.recent()).toHaveLength(RECENT_MAX);
    expect(shown).toHaveLength(2010);
  });
});

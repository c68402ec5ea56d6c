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
      (entry) => void lines.push(toLines(entry)),
      () => 0,
    );
    log.problem('bug', new Error('secret-lunch'));
    for (let at = 0; at < RECENT_MAX; at += 1) log.info(`refused: too-many x${at}`);
    expect(log.recent()).toHaveLength(RECENT_MAX);
    expect(lines[0]).toMatch(/^1970-01-01T00:00:00\.000Z bug: Error\n {4}at log-file\.test\.ts:\d+:\d+\n/);
    expect(lines[1]).toBe('1970-01-01T00:00:00.000Z refused: too-many x0\n');
    expect(lines.join('')).not.toContain('secret-lunch');
    const [entry] = log.recent();
    expect(entry && toDevLine(entry, new Error('seen'))).toContain('seen');
  });
});

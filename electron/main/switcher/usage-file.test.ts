import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { noteUse, nothingUsed } from '../../core/switcher/usage';
import { createTestClock } from '../test-clock.test-support';
import { openUsageFile } from './usage-file';

const clock = createTestClock();
const aFile = (): string => join(mkdtempSync(join(tmpdir(), 'foyer-used-')), 'used.json');
const write = (path: string, bytes: Uint8Array): Promise<void> => writeFile(path, Buffer.from(bytes));
const used = noteUse(nothingUsed, 'service:a', 'a', 5);

describe('openUsageFile', () => {
  it('Y22 keeps what was used last, together with what came meanwhile, and finds it again', async () => {
    const file = aFile();
    const opened = openUsageFile({ file, write, after: clock.after });
    opened.save(nothingUsed);
    opened.save(used);
    expect(clock.waiting()).toBe(1);
    await opened.flush();
    expect(clock.waiting()).toBe(0);
    expect(openUsageFile({ file, write, after: clock.after }).load()).toEqual(used);
    await opened.flush();
    expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(used);
  });

  it('Y22 is as if nothing had been used where the file is missing or broken', () => {
    const file = aFile();
    const { load } = openUsageFile({ file, write, after: clock.after });
    expect(load()).toEqual(nothingUsed);
    writeFileSync(file, '[{"key":');
    expect(load()).toEqual(nothingUsed);
    writeFileSync(file, '{"key": 7}');
    expect(load()).toEqual(nothingUsed);
  });

  it('Y22 a disk that refuses does no harm', async () => {
    const refused: string[] = [];
    const opened = openUsageFile({
      file: aFile(),
      write: (path) => {
        refused.push(path);
        return Promise.reject(new Error('full'));
      },
      after: clock.after,
    });
    opened.save(used);
    clock.pass(1000);
    await opened.flush();
    expect(refused).toHaveLength(1);
  });
});

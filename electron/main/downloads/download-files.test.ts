import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { asideOf, systemFiles } from './download-files';

const here = { folder: '' };
const at = (name: string): string => join(here.folder, name);
const read = (path: string): string => readFileSync(path, 'utf8');

beforeEach(() => {
  here.folder = mkdtempSync(join(tmpdir(), 'foyer-files-'));
});
afterEach(() => rmSync(here.folder, { recursive: true }));

describe('what came of a file', () => {
  it('B23 outlives the deletion of its name, and has it again', () => {
    writeFileSync(at('a'), 'half');
    systemFiles.saveAside(at('a'));
    rmSync(at('a'));
    expect(systemFiles.exists(at('a'))).toBe(true);
    expect(systemFiles.bringBack(at('a'), 9)).toEqual({ path: at('a'), bytes: 4 });
    expect([read(at('a')), existsSync(asideOf(at('a')))]).toEqual(['half', false]);
  });

  it('B23 is where it was when the app was killed, before or after it was put aside', () => {
    writeFileSync(at('a'), 'half');
    expect(systemFiles.bringBack(at('a'), 9)).toEqual({ path: at('a'), bytes: 4 });
    systemFiles.saveAside(at('a'));
    expect(systemFiles.bringBack(at('a'), 9)).toEqual({ path: at('a'), bytes: 4 });
    expect([read(at('a')), existsSync(asideOf(at('a')))]).toEqual(['half', false]);
    expect(systemFiles.bringBack(at('none'), 9)).toEqual({ path: at('none'), bytes: 0 });
  });

  it('B23 never takes the place of what somebody else put there meanwhile', () => {
    writeFileSync(at('a'), 'half');
    systemFiles.saveAside(at('a'));
    rmSync(at('a'));
    writeFileSync(at('a'), 'theirs');
    expect(systemFiles.bringBack(at('a'), 9)).toEqual({ path: at('a (2)'), bytes: 4 });
    expect([read(at('a')), read(at('a (2)'))]).toEqual(['theirs', 'half']);
    writeFileSync(at('b'), 'more than was to come');
    expect(systemFiles.bringBack(at('b'), 9)).toEqual({ path: at('b (2)'), bytes: 0 });
  });

  it('B22 is deleted when it is not wanted any more, and nothing else is', () => {
    writeFileSync(at('a'), 'theirs');
    systemFiles.discard(at('a'), false);
    expect(existsSync(at('a'))).toBe(true);
    systemFiles.saveAside(at('a'));
    systemFiles.discard(at('a'), true);
    expect([existsSync(at('a')), existsSync(asideOf(at('a')))]).toEqual([true, false]);
    systemFiles.discard(at('a'), true);
    expect(existsSync(at('a'))).toBe(false);
  });

  it('B24 knows how much room there is, where there is a folder', () => {
    const { freeBytes, canWrite } = systemFiles.room(at('a'));
    expect([canWrite, (freeBytes ?? 0) > 0]).toEqual([true, true]);
    expect(systemFiles.room(join(here.folder, 'none', 'a'))).toEqual({
      freeBytes: undefined,
      canWrite: false,
    });
  });
});

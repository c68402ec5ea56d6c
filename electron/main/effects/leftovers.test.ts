import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { removeLeftovers } from './leftovers';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-leftovers-'));
});
afterEach(() => rm(folder, { recursive: true }));

describe('removeLeftovers', () => {
  it('V7 deletes storage and icons of services that are not there, and nothing else', async () => {
    for (const name of ['service-gone', 'service-kept', 'shell']) {
      await mkdir(join(folder, 'Partitions', name, 'Local Storage'), { recursive: true });
      await writeFile(join(folder, 'Partitions', name, 'Cookies'), 'x');
    }
    await mkdir(join(folder, 'icons'));
    for (const name of ['gone.png', 'gone.png.new', 'kept.png', 'note.txt'])
      await writeFile(join(folder, 'icons', name), 'x');
    await removeLeftovers(folder, new Set(['kept']));
    expect((await readdir(join(folder, 'Partitions'))).toSorted()).toEqual(['service-kept', 'shell']);
    expect((await readdir(join(folder, 'icons'))).toSorted()).toEqual(['kept.png', 'note.txt']);
  });

  it('V7 is content with a folder in which there is nothing yet', async () => {
    await expect(removeLeftovers(folder, new Set())).resolves.toBeUndefined();
  });
});

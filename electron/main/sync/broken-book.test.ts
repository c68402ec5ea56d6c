import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, it, vi } from 'vitest';
import { endAll, filesIn, namesOf, newFolder, passphrase, sit, syncOf, type Seat } from './desk.test-support';

afterEach(endAll);

/** A machine that began and ended; what it wrote is there. */
async function begun(place: string): Promise<Seat> {
  const a = await sit(place, ['team']);
  await a.desk.chooseFolder();
  await a.desk.begin({ passphrase, machineName: 'Desk' });
  await vi.waitFor(async () => expect(await filesIn(place)).toHaveLength(2));
  await a.desk.close(true);
  return a;
}

it.each([
  ['cut off', () => '{"version":1,'],
  [
    'of a document that is none',
    (text: string) => text.replace(/"document":"[^"]*"/, '"document":"/////w=="'),
  ],
])('E57 a book that is %s is told and set aside, and joining anew doubles nothing', async (_what, broken) => {
  const place = await newFolder();
  const { folder } = await begun(place);
  const path = join(folder, 'sync.json');
  await writeFile(path, broken(await readFile(path, 'utf8')));
  const again = await sit(place, ['team'], folder);
  expect(await again.desk.open(true)).toBe(false);
  expect(syncOf(again)).toEqual({ kind: 'off', problem: 'book' });
  expect(await readdir(folder)).toEqual(['sync.json']);
  await again.desk.chooseFolder();
  await again.desk.begin({ passphrase, machineName: 'Desk' });
  expect(await again.desk.join()).toMatchObject({ kind: 'joined' });
  expect(syncOf(again)).toMatchObject({ kind: 'on', problem: null });
  const files = await readdir(folder);
  expect(files.toSorted()).toEqual([expect.stringMatching(/^sync\.broken-.+\.json$/), 'sync.json']);
  expect(namesOf(again)).toEqual(['team']);
});

it('E57 what came last and breaks the start is dropped, and the rest goes on', async () => {
  const place = await newFolder();
  const { folder } = await begun(place);
  const path = join(folder, 'sync.json');
  const book = JSON.parse(await readFile(path, 'utf8')) as { document: string };
  await writeFile(path, JSON.stringify({ ...book, coming: [book.document] }));
  const again = await sit(place, ['team'], folder, { breaksOnce: true });
  expect(await again.desk.open(true)).toBe(true);
  expect(again.problems).toHaveLength(1);
  await vi.waitFor(async () =>
    expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ coming: [] }),
  );
});

it.each([
  ['folder', 0],
  ['webdav', 2],
])('E54 left without the key, what this machine wrote into a %s: %i files stay', async (kind, left) => {
  const place = await newFolder();
  const { folder } = await begun(place);
  const path = join(folder, 'sync.json');
  const text = await readFile(path, 'utf8');
  if (kind === 'webdav')
    await writeFile(
      path,
      JSON.stringify({
        ...(JSON.parse(text) as object),
        place: { kind, url: 'https://dav.test/', user: '' },
      }),
    );
  const ring = { canSeal: () => true, seal: () => Buffer.alloc(0), unseal: () => '' };
  const again = await sit(place, ['team'], folder, { ring });
  expect(await again.desk.open(true)).toBe(true);
  expect(syncOf(again)).toMatchObject({ problem: 'no-key' });
  await again.desk.leave(true);
  expect(await filesIn(place)).toHaveLength(left);
  expect([await readdir(folder), syncOf(again)]).toEqual([[], { kind: 'off' }]);
});

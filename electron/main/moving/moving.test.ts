import { chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Database from 'libsql';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { exportOf } from './exports.test-support';
import { known } from '../../core/import/known.test-support';
import { parseImport } from '../../core/import/parse-import';
import { planImport } from '../../core/import/plan-import';
import { carryOut } from '../../core/import/carry-out';
import { emptyPersisted } from '../../core/model/persisted';
import type { FromDatabase } from './database-process';
import { readDatabaseRows } from './database-rows';
import { findPeers, readPeerKinds, withCode } from './find-peers';
import { keepReport } from './keep-report';
import { readDatabase, type DatabasePort } from './read-database';
import { readForeign } from './read-foreign';
import { writeFerdiumDatabase } from './ferdium-database.test-support';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-moving-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** The process, without one: it answers at once, or never. */
function aProcess(
  answers: (file: string) => FromDatabase | undefined,
): DatabasePort & { readonly killed: () => number } {
  const seen = { killed: 0 };
  return {
    tempFolder: folder,
    after: (_delayMs, run) => {
      const timer = setTimeout(run, 20);
      return () => clearTimeout(timer);
    },
    killed: () => seen.killed,
    start: () => {
      const listeners: { tell?: (told: FromDatabase) => void; end?: () => void } = {};
      return {
        onMessage: (listener) => void (listeners.tell = listener),
        onExit: (listener) => void (listeners.end = listener),
        kill: () => {
          seen.killed += 1;
          listeners.end?.();
        },
        post: (file) => {
          const told = answers(file);
          if (told !== undefined) listeners.tell?.(told);
        },
      };
    },
  };
}
const reading = (file: string): FromDatabase => {
  try {
    return { ok: true, rows: readDatabaseRows(file) };
  } catch {
    return { ok: false };
  }
};
const bare = (parsed: ReturnType<typeof parseImport>) =>
  parsed.ok ? planImport(parsed.data, emptyPersisted, known) : parsed;

it('E1 E10 Ferdium’s database holds what its export does, and is as it was after', async () => {
  const file = join(folder, 'server.sqlite');
  writeFerdiumDatabase(file, exportOf('ferdium-texts.ferdium-data'));
  const before = await readFile(file);
  const port = aProcess(reading);
  const read = await readForeign(file, (database) => readDatabase(database, port));
  expect(bare(read)).toEqual(bare(parseImport(exportOf('ferdium-texts.ferdium-data'))));
  expect(await readFile(file)).toEqual(before);
  expect(await readdir(folder)).toEqual(['server.sqlite']);
  expect(port.killed()).toBe(1);
});

it('E10 reads what was written last and is not yet in the file', async () => {
  const file = join(folder, 'server.sqlite');
  const writer = writeFerdiumDatabase(file, exportOf('ferdium-texts.ferdium-data'), 'stays-open');
  writer.exec("UPDATE services SET name = 'Renamed' WHERE id = 2");
  expect((await stat(`${file}-wal`)).size).toBeGreaterThan(0);
  const read = await readForeign(file, (database) => readDatabase(database, aProcess(reading)));
  writer.close();
  expect(read.ok && read.data.services[0]?.name).toBe('Renamed');
});

it.each<[string, (file: string) => Promise<void> | void]>([
  [
    'cut off',
    async (file) => {
      writeFerdiumDatabase(file, exportOf('ferdium-texts.ferdium-data'));
      await truncate(file, 5000);
    },
  ],
  [
    'another’s',
    (file) => {
      const other = new Database(file);
      other.exec('CREATE TABLE notes (text TEXT)');
      other.close();
    },
  ],
  ['no more than a head', (file) => writeFile(file, `SQLite format 3\0${'x'.repeat(200)}`)],
])('E2 E10 a database that is %s is told as such', async (_what, write) => {
  const file = join(folder, 'server.sqlite');
  await write(file);
  const read = await readForeign(file, (database) => readDatabase(database, aProcess(reading)));
  expect(read).toMatchObject({ ok: false, reason: expect.stringMatching(/^(?:database|no-services)$/) });
});

it('E10 a process that says nothing is ended, and could not read it', async () => {
  const file = join(folder, 'server.sqlite');
  await writeFile(file, 'SQLite format 3\0');
  const port = aProcess(() => undefined);
  expect(await readDatabase(file, port)).toEqual({ ok: false, reason: 'database' });
  expect(port.killed()).toBe(1);
});

it('E2 a file that is gone, a folder, and one that is too large', async () => {
  const none = () => Promise.reject(new Error('no database'));
  expect(await readForeign(join(folder, 'gone.json'), none)).toEqual({ ok: false, reason: 'unreadable' });
  expect(await readForeign(folder, none)).toEqual({ ok: false, reason: 'unreadable' });
  const large = join(folder, 'large.json');
  await writeFile(large, '');
  await truncate(large, 50_000_001);
  expect(await readForeign(large, none)).toEqual({ ok: false, reason: 'too-large' });
});

it('E9 finds the apps that have a folder, and says whose services can be read there', async () => {
  await mkdir(join(folder, '.config/Franz'), { recursive: true });
  await mkdir(join(folder, '.config/Ferdi'), { recursive: true });
  await mkdir(join(folder, '.var/app/org.ferdium.Ferdium/config/Ferdium'), { recursive: true });
  await writeFile(join(folder, '.var/app/org.ferdium.Ferdium/config/Ferdium/server.sqlite'), 'x');
  await writeFile(join(folder, '.config/Ferdi/server.sqlite'), '');
  await writeFile(join(folder, '.config/Rambox'), 'a file');
  const found = await findPeers({ platform: 'linux', home: folder, env: {} });
  expect(found.map(({ app, database }) => [app, database !== undefined])).toEqual([
    ['ferdium', true],
    ['ferdi', false],
    ['franz', false],
  ]);
});

it('E4 E11 reads what was written for pages, and where recipes start; a name is no way out of the folder', async () => {
  const dev = join(folder, 'recipes/dev/own-chat');
  const discord = join(folder, 'recipes/discord');
  await mkdir(dev, { recursive: true });
  await mkdir(discord, { recursive: true });
  await writeFile(join(dev, 'package.json'), '{"config":{"serviceURL":"https://{teamId}.own.example.org/"}}');
  await writeFile(join(discord, 'user.css'), 'body { color: red }');
  await writeFile(join(discord, 'user.js'), 'x'.repeat(200_001));
  await writeFile(join(folder, 'user.css'), 'outside');
  const kinds = await readPeerKinds(folder, ['own-chat', 'discord', '..', '../..', 'not/there']);
  expect([...kinds.code]).toEqual([['discord', [{ kind: 'css', text: 'body { color: red }' }]]]);
  expect([...kinds.addresses]).toEqual([['own-chat', 'https://{team}.own.example.org/']]);
  const parsed = parseImport(
    '{"services":[{"id":1,"recipeId":"discord","name":"D"},{"id":2,"recipeId":"slack"}]}',
  );
  const data = parsed.ok ? withCode(parsed.data, kinds) : undefined;
  expect(data?.services.map(({ left, code }) => [left, code.length])).toEqual([
    [[], 1],
    [[], 0],
  ]);
});

it('E11 writes down what came, what did not and why, for this user alone', async () => {
  const parsed = parseImport(exportOf('rambox-backup.json'));
  if (!parsed.ok) throw new Error(parsed.reason);
  const plan = planImport(parsed.data, emptyPersisted, known);
  const keys = plan.services.slice(1).map(({ key }) => key);
  const brought = carryOut(plan, { keys, addresses: {} }, known, 0);
  const nowMs = Date.UTC(2026, 4, 1, 12, 30);
  const file = await keepReport(folder, { from: '/x/rambox-backup.json', plan, brought, nowMs });
  expect(file).toBe(join(folder, 'imports', '2026-05-01T12-30-00.json'));
  const report: unknown = JSON.parse(await readFile(file ?? '', 'utf8'));
  expect(report).toMatchObject({
    services: [
      { name: 'Team', became: 'left out', left: ['trust'] },
      { name: 'Acme', became: 'came' },
      { name: 'Wiki', code: [{ kind: 'app-js', text: expect.stringContaining('setUnreadCount') }] },
      {},
      {},
      {},
    ],
  });
  expect((await stat(file ?? '')).mode & 0o777).toBe(0o600);
  await rm(join(folder, 'imports'), { recursive: true });
  await writeFile(join(folder, 'imports'), 'in the way');
  await chmod(folder, 0o500);
  expect(await keepReport(folder, { from: '', plan, brought, nowMs })).toBeUndefined();
  await chmod(folder, 0o700);
});

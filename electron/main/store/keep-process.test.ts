import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';
import { setTimeout as wait } from 'node:timers/promises';
import { build } from 'vite';
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import { loadPersisted } from './disk';
import { toKeptText } from './kept-text';

const KILLS = 36;
const root = fileURLToPath(new URL('../../../', import.meta.url));
const child = fileURLToPath(new URL('./keep-child.ts', import.meta.url));
// Inside the repository, so that the bundle finds electron-store.
const outDir = join(root, '.cache', `keep-child-${process.pid}`);

beforeAll(async () => {
  await build({
    root,
    configFile: false,
    logLevel: 'silent',
    build: { ssr: child, outDir, target: 'node20' },
  });
}, 60_000);
afterAll(() => rmSync(outDir, { recursive: true, force: true }));

const temporary = { folder: '' };
beforeEach(() => {
  temporary.folder = mkdtempSync(join(tmpdir(), 'foyer-keep-'));
});
afterEach(() => rmSync(temporary.folder, { recursive: true, force: true }));

/** What the child last said of each. */
interface Said {
  readonly begun: number;
  readonly done: number;
  readonly refused: number;
}

/** Lets the child write `writes` times and a little longer, kills it, and gives what it said. */
async function writeAndKill(writes: number, thenMs: number, limit = 'unlimited'): Promise<Said> {
  // The package that stands for Electron outside Electron wants to know where one is; none is started.
  const env: NodeJS.ProcessEnv = { ...process.env, ELECTRON_OVERRIDE_DIST_PATH: '/nowhere' };
  delete env['SNAP'];
  const name = readdirSync(outDir).find((file) => /\.m?js$/.test(file));
  const command = [process.execPath, join(outDir, name ?? ''), temporary.folder];
  const running = spawn('/bin/sh', ['-c', `ulimit -f ${limit}; exec "$@"`, 'sh', ...command], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const said = { begun: 0, done: 0, refused: 0 };
  const closed = once(running, 'close');
  let left = writes;
  for await (const line of createInterface(running.stdout)) {
    const [word, count] = line.split(' ');
    if (word === 'begun' || word === 'done' || word === 'refused') said[word] = Number(count);
    if (word !== 'begun') left -= 1;
    if (left === 0) void wait(thenMs).then(() => running.kill('SIGKILL'));
  }
  await closed;
  return said;
}

it(`K9 killed ${KILLS} times in the middle of writing, it always finds a state that was written`, async () => {
  const tally = { midWrite: 0, before: 0 };
  for (let round = 0; round < KILLS; round += 1) {
    const said = await writeAndKill(1 + (round % 7), Math.random() * 6);
    const loaded = loadPersisted(temporary.folder, 0);
    const found = loaded.persisted.window.bounds?.x ?? 0;
    expect(loaded).toMatchObject({ notices: [], source: 'main' });
    expect(found).toBeGreaterThanOrEqual(Math.max(said.done, tally.before + 1));
    expect(found).toBeLessThanOrEqual(said.begun);
    if (said.begun > said.done) tally.midWrite += 1;
    tally.before = found;
  }
  expect(tally.midWrite).toBeGreaterThan(0);
  expect(readdirSync(temporary.folder).filter((name) => /broken|version/.test(name))).toEqual([]);
}, 120_000);

/** Writes a file of about `sizeBytes`, formatted as the app does. */
function placeOfSize(sizeBytes: number): Persisted {
  const name = (length: number) => aService('s1', { url: `https://chat.example.org/${'x'.repeat(length)}` });
  const persisted = (length: number): Persisted => ({
    ...emptyPersisted,
    services: [name(length)],
    activeServiceId: 's1',
  });
  const text = (length: number) => toKeptText(persisted(length));
  const padding = sizeBytes - text(0).length;
  writeFileSync(join(temporary.folder, 'foyer.json'), text(padding));
  return persisted(padding);
}

/** POSIX counts the limit on a file's size in blocks of 512. */
const LIMIT_BLOCKS = 6;
const limitBytes = LIMIT_BLOCKS * 512;

it('K10 with no room even for the backup, the file stays as it was', async () => {
  const before = placeOfSize(limitBytes + 40);
  const said = await writeAndKill(1, 0, String(LIMIT_BLOCKS));
  // A busy machine ends it late: by then it has tried again, in vain.
  expect(said.refused).toBeGreaterThanOrEqual(1);
  expect(said.done).toBe(0);
  expect(loadPersisted(temporary.folder, 0)).toMatchObject({
    persisted: before,
    notices: [],
    source: 'main',
  });
});

it('K10 with room for the backup but not for the change, nothing but the change is lost', async () => {
  const before = placeOfSize(limitBytes - 20);
  const said = await writeAndKill(1, 0, String(LIMIT_BLOCKS));
  // A busy machine ends it late: by then it has tried again, in vain.
  expect(said.refused).toBeGreaterThanOrEqual(1);
  expect(said.done).toBe(0);
  expect(loadPersisted(temporary.folder, 0)).toMatchObject({
    persisted: before,
    source: 'backup',
    notices: [{ kind: 'settings-restored', from: 'backup' }],
  });
});

import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';
import { aService } from '../../electron/core/fixtures.test-support.js';
import {
  emptyPersisted,
  parsePersisted,
  PERSISTED_VERSION,
  type Persisted,
} from '../../electron/core/model/persisted.js';
import { defaultSettings } from '../../electron/core/model/settings.js';
import { FILES, loadPersisted } from '../../electron/main/store/disk.js';
import { openDiskWriter } from '../../electron/main/store/disk-writer.js';
import { damages, strikeAll } from './damage.js';
import type { Fault } from './fault.js';

/** As it is read: so that what is compared is written in one way. */
function parsed(persisted: Persisted): Persisted {
  const read = parsePersisted(persisted);
  if (!read.ok) throw new Error(read.reason);
  return read.persisted;
}

/** As much as a busy person has: 24 services with three rules each. */
const SERVICES = 24;
const LONG_MS = 300_000;
const NOW_MS = Date.UTC(2026, 10, 26, 12);

const services = Array.from({ length: SERVICES }, (_, index) =>
  aService(`s${index}`, { name: `Žluťoučký ${index} 🐎` }),
);
const older = parsed({
  ...emptyPersisted,
  services,
  activeServiceId: 's0',
  settings: { ...defaultSettings, theme: 'dark' },
  rules: services.flatMap(({ id: serviceId }) => [
    { scope: { kind: 'service', serviceId }, values: { preset: 'what-matters' } },
    { scope: { kind: 'channel-kind', serviceId, channelKind: 'direct' }, values: { notify: 'all' } },
    {
      scope: { kind: 'channel', serviceId, channelId: 'c1', name: 'general', channelKind: 'public' },
      values: { keepOut: { senders: ['bot'], keywords: ['lunch'] } },
    },
  ]),
});
const newest: Persisted = { ...older, settings: { ...older.settings, barSize: 'compact' } };

/** Counts services, rules and settings of the one that are not in the other as they were. */
function lostOf(before: Persisted, after: Persisted): number {
  const has = (all: readonly unknown[]): ReadonlySet<string> =>
    new Set(all.map((one) => JSON.stringify(one)));
  const differing = (were: readonly unknown[], are: readonly unknown[]): number => {
    const there = has(are);
    return [...has(were)].filter((one) => !there.has(one)).length;
  };
  return (
    differing(before.services, after.services) +
    differing(before.rules, after.rules) +
    differing(Object.entries(before.settings), Object.entries(after.settings))
  );
}

/** Gives how much a form of damage costs; asserts that the person is told and the damaged bytes are there, whole. */
async function strike(folder: string, bytes: Buffer, backup: Buffer): Promise<number> {
  await writeFile(join(folder, FILES.main), bytes);
  await writeFile(join(folder, FILES.backup), backup);
  const { persisted, notices, source } = loadPersisted(folder, NOW_MS);
  if (source === 'main') return lostOf(newest, persisted);
  expect(source).toBe('backup');
  const [notice] = notices;
  if (notice === undefined || !('setAsideAs' in notice)) throw new Error('nothing was said');
  expect((await readFile(join(folder, notice.setAsideAs))).equals(bytes)).toBe(true);
  await rm(join(folder, notice.setAsideAs));
  // The last change alone is in the file that was set aside and not in the backup.
  return lostOf(older, persisted);
}

/** Does that to the file that the app itself wrote, in every form. */
const damageSettings = (id: string, what: string, forms: (whole: Buffer) => Iterable<Buffer>): Fault => ({
  id,
  title: `settings and rules ${what}`,
  group: 'kept',
  cost: 'nightly',
  timeoutMs: LONG_MS,
  run: () =>
    strikeAll('which copy is in use and where the damaged file is, whole', async (folder) => {
      const writer = await openDiskWriter(folder);
      writer.write('backup', older);
      writer.write('main', newest);
      const backup = await readFile(join(folder, FILES.backup));
      return {
        forms: forms(await readFile(join(folder, FILES.main))),
        strike: (bytes) => strike(folder, bytes, backup),
      };
    }),
});

function* newer(): Iterable<Buffer> {
  for (const by of [1, 2, 50])
    yield Buffer.from(JSON.stringify({ ...newest, version: PERSISTED_VERSION + by, invented: 'later' }));
}

export const settingsFaults: readonly Fault[] = [
  damageSettings('settings-cut', damages.cut.what, damages.cut.forms),
  damageSettings('settings-flipped', damages.flipped.what, damages.flipped.forms),
  damageSettings('settings-nonsense', damages.nonsense.what, damages.nonsense.forms),
  damageSettings('settings-newer', 'from a newer version', newer),
];

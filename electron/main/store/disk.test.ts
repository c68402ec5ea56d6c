import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, parsePersisted, type Persisted } from '../../core/model/persisted';
import { liesOpen, loadPersisted } from './disk';
import { toKeptText } from './kept-text';

const nowMs = Date.UTC(2026, 10, 22, 0, 12, 33);
const aside = 'foyer.broken-2026-11-22T00-12-33.json';
const service = aService('s1', { name: 'Žluťoučký 🐎' });
const older: Persisted = { ...emptyPersisted, services: [service], activeServiceId: 's1' };
const newest: Persisted = { ...older, services: [service, { ...service, id: 's2' }] };
const toBytes = (persisted: Persisted): Buffer => Buffer.from(JSON.stringify(persisted, undefined, 2));

/** Thousands of files are written and read in one test: that waits for the disk and whoever else uses it. */
const THOUSANDS_MS = 120_000;

const temporary = { folder: '' };
beforeEach(() => {
  temporary.folder = mkdtempSync(join(tmpdir(), 'foyer-disk-'));
});
afterEach(() => rmSync(temporary.folder, { recursive: true, force: true }));

const path = (name: string): string => join(temporary.folder, name);
const write = (name: string, contents: Uint8Array | string): void => writeFileSync(path(name), contents);
const load = () => loadPersisted(temporary.folder, nowMs);

/** Starts over with these two files. */
function place(main: Uint8Array | string | undefined, backup: Uint8Array | string | undefined): void {
  for (const name of readdirSync(temporary.folder)) rmSync(path(name), { recursive: true });
  if (main !== undefined) write('foyer.json', main);
  if (backup !== undefined) write('foyer.backup.json', backup);
}

const restored = (from: 'backup' | 'empty', setAsideAs = aside) => [
  { kind: 'settings-restored', id: 'settings-restored', setAsideAs, from },
];

describe('loading', () => {
  it('K1 is empty at a first start, without a word', () => {
    expect(load()).toMatchObject({ persisted: emptyPersisted, notices: [], source: 'empty' });
    expect(loadPersisted(path('not-there'), nowMs).persisted).toEqual(emptyPersisted);
  });

  it('K1 takes the file and leaves the backup alone', () => {
    place(toBytes(newest), toBytes(older));
    expect(load()).toMatchObject({
      persisted: newest,
      notices: [],
      source: 'main',
      onDisk: { main: newest },
    });
    expect(readdirSync(temporary.folder).toSorted()).toEqual(['foyer.backup.json', 'foyer.json']);
  });

  it('L52 knows whether one of them was left unsealed', () => {
    const sealed = JSON.stringify({ kept: 'sealed', version: 6, sealed: 'c2VhbGVk' });
    const found = (main: string | undefined, backup: string | undefined): boolean => {
      place(main, backup);
      return liesOpen(temporary.folder);
    };
    const open = toBytes(older).toString();
    expect([found(sealed, sealed), found(sealed, undefined), found(undefined, undefined)]).toEqual([
      false,
      false,
      false,
    ]);
    expect([found(sealed, open), found(open, sealed), found(open, undefined)]).toEqual([true, true, true]);
  });

  it('K1 reads a file saved by hand with a byte order mark', () => {
    place(`\uFEFF${toBytes(newest).toString()}`, undefined);
    expect(load()).toMatchObject({ persisted: newest, notices: [] });
  });

  it('K2 takes the backup when the file is gone', () => {
    place(undefined, toBytes(older));
    expect(load()).toMatchObject({ persisted: older, notices: [], source: 'backup' });
  });
});

describe('a damaged file', () => {
  const bytes = toBytes(newest);
  const cuts = Array.from({ length: bytes.length }, (_, length) => length);

  it(
    'K2 cut at any byte is set aside, and the backup loses no more than the last change',
    () => {
      for (const length of cuts) {
        place(bytes.subarray(0, length), toBytes(older));
        expect(load()).toMatchObject({ persisted: older, notices: restored('backup'), source: 'backup' });
        expect(readFileSync(path(aside))).toEqual(bytes.subarray(0, length));
        expect(readdirSync(temporary.folder)).not.toContain('foyer.json');
      }
    },
    THOUSANDS_MS,
  );

  it(
    'K2 cut at any byte, with a backup cut there too, starts empty and destroys neither',
    () => {
      const backup = toBytes(older);
      for (const length of cuts.filter((at) => at % 3 === 0)) {
        const backupLength = Math.min(length, backup.length - 1);
        place(bytes.subarray(0, length), backup.subarray(0, backupLength));
        expect(load()).toMatchObject({
          persisted: emptyPersisted,
          notices: restored('empty'),
          source: 'empty',
        });
        expect(readFileSync(path(aside))).toEqual(bytes.subarray(0, length));
        expect(readFileSync(path('foyer.backup.broken-2026-11-22T00-12-33.json')).length).toBe(backupLength);
      }
    },
    THOUSANDS_MS,
  );

  it(
    'K2 with a bit flipped is either set aside or still a sound state',
    () => {
      const told = { setAside: 0, sound: 0 };
      for (let at = 0; at < bytes.length; at += 16) {
        for (let bit = 0; bit < 8; bit += 1) {
          const flipped = Buffer.from(bytes);
          flipped[at] = (flipped[at] ?? 0) ^ (1 << bit);
          place(flipped, toBytes(older));
          const loaded = load();
          expect(parsePersisted(loaded.persisted).ok).toBe(true);
          if (loaded.source === 'main') {
            told.sound += 1;
            expect(loaded.notices).toEqual([]);
            continue;
          }
          told.setAside += 1;
          expect(loaded).toMatchObject({ persisted: older, source: 'backup' });
          const [notice] = loaded.notices;
          if (notice === undefined || !('setAsideAs' in notice)) expect.fail('nothing was said');
          expect(readFileSync(path(notice.setAsideAs))).toEqual(flipped);
        }
      }
      expect(told.setAside).toBeGreaterThan(0);
      expect(told.sound).toBeGreaterThan(0);
    },
    THOUSANDS_MS,
  );

  it.each([
    ['zeros, as after a power cut', Buffer.alloc(900)],
    ['noise', Buffer.from(Array.from({ length: 900 }, (_, index) => (index * 7919) % 256))],
    ['null', 'null'],
    ['an array', '[]'],
    ['another app’s settings', '{"version":1,"windows":[]}'],
    ['deep brackets', '['.repeat(200_000)],
    ['a service twice', JSON.stringify({ ...older, services: [service, service] })],
    ['an unknown choice', JSON.stringify({ ...older, settings: { ...older.settings, theme: 'pink' } })],
    [
      'an address that is not http',
      JSON.stringify({ ...older, services: [{ ...service, url: 'file:///etc' }] }),
    ],
    ['an endless number', JSON.stringify(older).replace('"addedAtMs":0', '"addedAtMs":1e999')],
  ])('K2 replaced by %s is set aside', (_, contents) => {
    place(contents, toBytes(older));
    expect(load()).toMatchObject({ persisted: older, notices: restored('backup') });
    expect(readFileSync(path(aside))).toEqual(Buffer.from(contents));
  });

  it('K2 that became a folder is set aside as well', () => {
    mkdirSync(path('foyer.json'));
    expect(load()).toMatchObject({ persisted: emptyPersisted, notices: restored('empty') });
    expect(readdirSync(temporary.folder)).toEqual([aside]);
  });

  it('K2 never overwrites what was set aside before, even in the same second', () => {
    for (const contents of ['first', 'second', 'third']) {
      write('foyer.json', contents);
      load();
    }
    const kept = readdirSync(temporary.folder).toSorted();
    expect(kept).toEqual([
      'foyer.broken-2026-11-22T00-12-33-2.json',
      'foyer.broken-2026-11-22T00-12-33-3.json',
      aside,
    ]);
    expect(kept.map((name) => readFileSync(path(name), 'utf8'))).toEqual(['second', 'third', 'first']);
  });
});

describe('a file that adds up to its sum', () => {
  const text = toKeptText(newest);
  const summed = Buffer.from(text);

  it('K20 is read, whatever spaces an editor left in it', () => {
    place(text, toBytes(older));
    expect(load()).toMatchObject({
      persisted: newest,
      notices: [],
      source: 'main',
      onDisk: { main: newest },
    });
    place(`\uFEFF${JSON.stringify(JSON.parse(text))}\n`, toBytes(older));
    expect(load()).toMatchObject({ persisted: newest, source: 'main' });
  });

  it('K20 with a bit flipped anywhere loses no more than the last change', () => {
    for (let at = 0; at < summed.length; at += 16) {
      const flipped = Buffer.from(summed);
      flipped[at] = (flipped[at] ?? 0) ^ (1 << ((at / 16) % 8));
      place(flipped, Buffer.from(toKeptText(older)));
      const { persisted, source } = load();
      expect(persisted).toEqual(source === 'main' ? newest : older);
    }
  });

  it('K20 without its sum it is one that somebody edited', () => {
    const { sum: _sum, ...edited } = JSON.parse(text.replace('"s2"', '"edited"'));
    place(JSON.stringify(edited), toBytes(older));
    expect(load()).toMatchObject({
      source: 'main',
      persisted: { services: [{ id: 's1' }, { id: 'edited' }] },
    });
    place(text.replace('"s2"', '"edited"'), toBytes(older));
    expect(load()).toMatchObject({ source: 'backup', notices: restored('backup') });
  });

  it('K3 of a newer version it is set aside as such, whatever it adds up to', () => {
    place(text.replace(`"version": ${newest.version}`, '"version": 77'), toBytes(older));
    expect(load()).toMatchObject({ source: 'backup', notices: [{ kind: 'settings-from-newer' }] });
  });
});

describe('a file from a newer version', () => {
  const newer = JSON.stringify({ ...newest, version: 7, invented: 'later' });
  const named = 'foyer.from-version-7-2026-11-22T00-12-33.json';
  const told = [{ kind: 'settings-from-newer', id: 'settings-from-newer', setAsideAs: named }];

  it('K3 is set aside whole under a name that says so, and the backup used', () => {
    place(newer, toBytes(older));
    expect(load()).toMatchObject({ persisted: older, notices: told, source: 'backup' });
    expect(readFileSync(path(named), 'utf8')).toBe(newer);
  });

  it('K3 with a backup as new starts empty and keeps both', () => {
    place(newer, newer);
    expect(load()).toMatchObject({ persisted: emptyPersisted, notices: told, source: 'empty' });
    expect(readFileSync(path('foyer.backup.from-version-7-2026-11-22T00-12-33.json'), 'utf8')).toBe(newer);
  });
});

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, PERSISTED_VERSION, type Persisted } from '../../core/model/persisted';
import { createInitialState } from '../../core/state/app-state';
import { anEntry, createTestInbox, type TestInbox } from '../inbox/inbox.test-support';
import { createAppStore } from '../store/app-store';
import { createBackupHandlers, type BackupPort } from './backup-handlers';

const kept = join(import.meta.dirname, '../moving/kept');
const keptFiles = readdirSync(kept).toSorted();

/** In place of argon2id, which takes most of a second: the box is tried with it in `lock`. */
const derive: BackupPort['derive'] = (passphrase, salt) =>
  Promise.resolve(createHash('sha256').update(passphrase).update(salt).digest());

function start(persisted: Persisted = emptyPersisted, changes: Partial<BackupPort> = {}) {
  const files = new Map<string, string>();
  const copies: string[] = [];
  const store = createAppStore(createInitialState(persisted), (error) => {
    throw error;
  });
  const backups: BackupPort = {
    chooseToSave: (name) => Promise.resolve(`/docs/${name}`),
    chooseToOpen: () => Promise.resolve([...files.keys()].at(-1) ?? null),
    write: (file, text) => {
      files.set(file, text);
      return Promise.resolve(undefined);
    },
    read: (file) => {
      const text = files.get(file);
      return Promise.resolve(text === undefined ? { ok: false, reason: 'unreadable' } : { ok: true, text });
    },
    keepCopy: (text) => {
      copies.push(text);
      return Promise.resolve('/data/backups/before.json');
    },
    derive,
    ...changes,
  };
  const pausedWith: number[] = [];
  const sync = async () => ({
    pause: async () => {
      pausedWith.push(store.getState().persisted.services.length);
      return true;
    },
    leave: () => Promise.reject(new Error('not asked for')),
  });
  return {
    store,
    files,
    copies,
    pausedWith,
    handlers: createBackupHandlers({ store, backups, inbox, sync, nowMs: () => Date.UTC(2026, 4, 1) }),
  };
}
/** Those that are started here end with the test. */
let folder: string;
let inbox: TestInbox;
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'foyer-backup-'));
  inbox = createTestInbox(folder);
});
afterEach(async () => {
  await inbox.stop();
  await rm(folder, { recursive: true, force: true });
});

const mine: Persisted = {
  ...emptyPersisted,
  services: [aService('team', { name: 'Team of the secret place' })],
  activeServiceId: 'team',
  rules: [{ scope: { kind: 'service', serviceId: 'team' }, values: { sound: false } }],
};

describe('a backup', () => {
  it.each([null, 'correct horse'])(
    'E21 E22 E26 E54 with the passphrase %j comes back as it was',
    async (passphrase) => {
      const { store, files, copies, pausedWith, handlers } = start(mine);
      expect(await handlers['backup.save']({ passphrase, withInbox: false })).toEqual({
        kind: 'saved',
        file: '/docs/foyer-backup-2026-05-01.json',
        count: 1,
      });
      const [text = ''] = files.values();
      expect(text.includes('secret place')).toBe(passphrase === null);
      store.dispatch({ kind: 'kept-restored', persisted: emptyPersisted });
      const chosen = await handlers['backup.choose'](undefined);
      const offer = passphrase === null ? chosen : await handlers['backup.unseal']({ passphrase });
      expect(chosen.kind).toBe(passphrase === null ? 'offer' : 'sealed');
      expect(offer).toMatchObject({
        kind: 'offer',
        madeAtMs: Date.UTC(2026, 4, 1),
        changes: { services: { come: ['Team of the secret place'] } },
      });
      expect(store.getState().persisted).toEqual(emptyPersisted);
      expect(await handlers['backup.restore'](undefined)).toEqual({
        kind: 'restored',
        copy: '/data/backups/before.json',
        isSyncPaused: true,
      });
      expect(store.getState().persisted).toEqual(mine);
      expect(JSON.parse(copies[0] ?? '')).toMatchObject({ kind: 'foyer-backup', kept: { services: [] } });
      // Before anything changes, so that nothing is removed elsewhere.
      expect(pausedWith).toEqual([0]);
      expect(await handlers['backup.restore'](undefined)).toEqual({ kind: 'gone' });
    },
  );

  it('E22 E24 a wrong passphrase, a changed byte, a changed head: nothing is opened', async () => {
    const { files, handlers } = start(mine);
    await handlers['backup.save']({ passphrase: 'correct horse', withInbox: false });
    const [[file = '', text = ''] = []] = files;
    await handlers['backup.choose'](undefined);
    expect(await handlers['backup.unseal']({ passphrase: 'wrong horse' })).toEqual({
      kind: 'failed',
      reason: 'wrong',
    });
    // It may be tried again.
    expect(await handlers['backup.unseal']({ passphrase: 'correct horse' })).toMatchObject({ kind: 'offer' });
    const backup = JSON.parse(text) as { body: string; madeAtMs: number };
    const flipped = Buffer.from(backup.body, 'base64');
    flipped[10] = (flipped[10] ?? 0) ^ 1;
    for (const changed of [{ body: flipped.toString('base64') }, { madeAtMs: 7 }]) {
      files.set(file, JSON.stringify({ ...backup, ...changed }));
      await handlers['backup.choose'](undefined);
      expect(await handlers['backup.unseal']({ passphrase: 'correct horse' })).toMatchObject({
        reason: 'wrong',
      });
    }
    expect(await handlers['backup.restore'](undefined)).toEqual({ kind: 'gone' });
  });

  it('E22 a short passphrase is none', async () => {
    const { files, handlers } = start(mine);
    expect(await handlers['backup.save']({ passphrase: 'short', withInbox: false })).toMatchObject({
      kind: 'failed',
    });
    expect(files.size).toBe(0);
  });

  it.each(keptFiles)('E23 %s restores', async (name) => {
    const { store, files, handlers } = start();
    files.set('/x', readFileSync(join(kept, name), 'utf8'));
    expect(await handlers['backup.choose'](undefined)).toMatchObject({
      kind: 'offer',
      changes: { services: { come: ['Team', 'Wiki'] } },
    });
    expect(await handlers['backup.restore'](undefined)).toMatchObject({ kind: 'restored' });
    const { persisted } = store.getState();
    expect(persisted.services.map((one) => one.name)).toEqual(['Team', 'Wiki']);
    expect(persisted.rules).toContainEqual({
      scope: { kind: 'service', serviceId: 'muted' },
      values: { notify: 'none' },
    });
    expect(persisted.settings).toMatchObject({ theme: 'dark', barSize: 'names' });
    expect(persisted.credentials).toEqual([]);
  });

  it('E23 there is a file of each version that was ever kept', () => {
    const versions = keptFiles.flatMap((name) => /^foyer-(\d+)\.json$/.exec(name)?.[1] ?? []).map(Number);
    expect(versions).toEqual(Array.from({ length: PERSISTED_VERSION }, (_, index) => index + 1));
  });

  it.each<[string, object]>([
    [
      JSON.stringify({ kind: 'foyer-backup', version: 1, madeAtMs: 1, kept: { version: 999 } }),
      { reason: 'newer' },
    ],
    [
      JSON.stringify({ kind: 'foyer-backup', version: 1, madeAtMs: 1, kept: { version: 6 } }),
      { reason: 'broken' },
    ],
    [readFileSync(join(kept, 'foyer-6.json'), 'utf8').slice(0, 500), { reason: 'broken' }],
  ])('E24 says what is wrong with %s', async (text, answer) => {
    const { files, handlers } = start();
    files.set('/x', text);
    expect(await handlers['backup.choose'](undefined)).toMatchObject({ kind: 'failed', ...answer });
  });

  it('E26 without a copy of what is here nothing is changed', async () => {
    const { store, files, handlers } = start(mine, { keepCopy: () => Promise.resolve(undefined) });
    files.set('/x', readFileSync(join(kept, 'foyer-6.json'), 'utf8'));
    await handlers['backup.choose'](undefined);
    expect(await handlers['backup.restore'](undefined)).toEqual({ kind: 'no-copy' });
    expect(store.getState().persisted).toEqual(mine);
  });

  it.each([null, 'correct horse'])(
    'E27 E22 with the inbox, passphrase %j: it comes back in its order, into an empty one',
    async (passphrase) => {
      const { files, handlers } = start(mine);
      inbox.came(1000);
      for (let index = 0; index < 450; index += 1)
        inbox.add(anEntry(`k${index}`, { atMs: 2000 + index, body: `body ${index}`, isRead: index < 100 }));
      inbox.left(9000);
      inbox.came(10_000);
      inbox.add(anEntry('last', { atMs: 11_000, sender: null, decision: 'hold', reason: 'focus' }));
      await inbox.flush();
      const before = await inbox.page({}, null, 200);
      await handlers['backup.save']({ passphrase, withInbox: true });
      expect(files.size).toBe(1);
      // The inbox here is not empty.
      const first = await handlers['backup.choose'](undefined);
      const offer = passphrase === null ? first : await handlers['backup.unseal']({ passphrase });
      expect(offer).toMatchObject({ inboxComes: 0, inboxStays: 451, isUnchanged: true });

      await inbox.stop();
      inbox = createTestInbox(join(folder, 'elsewhere'));
      inbox.came(20_000);
      const other = start(mine);
      for (const [file, text] of files) other.files.set(file, text);
      await other.handlers['backup.choose'](undefined);
      if (passphrase !== null) await other.handlers['backup.unseal']({ passphrase });
      expect(await other.handlers['backup.restore'](undefined)).toMatchObject({ kind: 'restored' });
      expect(await inbox.count({})).toBe(451);
      expect(await inbox.count({ isUnread: true })).toBe(351);
      const after = await inbox.page({}, null, 200);
      const bare = ({ id: _id, sessionId: _session, ...entry }: (typeof after.entries)[number]) => entry;
      expect(after.entries.map(bare)).toEqual(before.entries.map(bare));
      expect(after.entries[0]?.sessionId).not.toBe(after.entries[1]?.sessionId);
    },
  );

  it('E27 entries that cannot be read are left out, and the others come', async () => {
    const { files, handlers } = start(mine);
    const entry = { ...anEntry('good'), id: 1, sessionId: 1 };
    const entries = [entry, null, { ...entry, key: '' }, { ...entry, id: 2, key: 'b', decision: 'shout' }];
    const file = {
      kind: 'foyer-backup',
      version: 1,
      madeAtMs: 1,
      kept: mine,
      inbox: { sessions: [], entries },
    };
    files.set('/x', JSON.stringify(file));
    expect(await handlers['backup.choose'](undefined)).toMatchObject({ inboxComes: 1 });
    await handlers['backup.restore'](undefined);
    expect((await inbox.page({}, null, 10)).entries.map(({ key }) => key)).toEqual(['good']);
  });
});

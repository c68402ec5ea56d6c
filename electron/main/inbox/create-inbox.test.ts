import { existsSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { timers } from '../timers';
import { IDLE_MS, WAITING_MAX } from './create-inbox';
import { useFolder } from './engine/engine.test-support';
import { INBOX_FILE } from './engine/schema';
import { InboxError } from './inbox';
import type { InboxProcess } from './inbox-link';
import { anEntry, createTestInbox, handTimers, inThisProcess, TEST_KEY } from './inbox.test-support';

const folder = useFolder();
const good = { kind: 'good', key: TEST_KEY, seal: { kind: 'sealed' }, isNew: false } as const;

/** Starts real ones and remembers them. */
function startCounted(): { readonly started: InboxProcess[]; readonly start: () => InboxProcess } {
  const started: InboxProcess[] = [];
  return {
    started,
    start: () => {
      const process = inThisProcess();
      started.push(process);
      return process;
    },
  };
}

it('I6 I11 what was added is there, in order, at the next question', async () => {
  const inbox = createTestInbox(folder.path);
  for (let index = 0; index < 250; index += 1) inbox.add(anEntry(`k${index}`));
  await inbox.flush();
  expect(await inbox.count({})).toBe(250);
  expect((await inbox.page({}, null, 2)).entries.map(({ key }) => key)).toEqual(['k249', 'k248']);
  expect(inbox.told.health).toEqual([{ kind: 'closed' }, { kind: 'ready', seal: { kind: 'sealed' } }]);
  await inbox.stop();
  expect(inbox.told.bugs).toEqual([]);
});

it('I7 a process that dies is started again, and nothing is lost or doubled', async () => {
  const { started, start } = startCounted();
  const inbox = createTestInbox(folder.path, { start });
  for (let index = 0; index < 900; index += 1) {
    inbox.add(anEntry(`k${index}`));
    if (index % 300 !== 299) continue;
    await inbox.count({});
    started.at(-1)?.kill();
    rmLock();
  }
  await inbox.flush();
  expect(await inbox.count({})).toBe(900);
  const keys = (await inbox.page({ text: 'lunch' }, null, 200)).entries.map(({ key }) => key);
  expect(keys).toEqual(Array.from({ length: 200 }, (_, index) => `k${899 - index}`));
  expect(started.length).toBeGreaterThan(3);
  expect(inbox.told.health.map(({ kind }) => kind)).not.toContain('failing');
  await inbox.stop();
});

/** In one process the lock of what "died" would stay; a copy has none. */
function rmLock(): void {
  const file = join(folder.path, INBOX_FILE);
  for (const end of ['', '-wal']) {
    if (!existsSync(file + end)) continue;
    renameSync(file + end, `${file}.old${end}`);
    writeFileSync(file + end, readFileSync(`${file}.old${end}`));
  }
}

it('I7 an entry that does harm is given up in the end; the others are kept', async () => {
  const inbox = createTestInbox(folder.path, { after: (_delayMs, run) => timers.after(0, run) });
  for (let index = 0; index < 150; index += 1) {
    // What no type allows: stands for a fault of ours.
    inbox.add(anEntry(`k${index}`, index === 70 ? { title: 5 as never } : {}));
  }
  await expect.poll(() => inbox.count({}), { timeout: 10_000 }).toBe(149);
  expect(inbox.told.bugs.length).toBeGreaterThan(0);
  await inbox.stop();
});

it('I9 nothing is started before the first need, nor by coming and going', async () => {
  const { started, start } = startCounted();
  const inbox = createTestInbox(folder.path, { start });
  inbox.came(1);
  inbox.left(2);
  inbox.came(3);
  await inbox.flush();
  await inbox.stop();
  expect(started).toEqual([]);
  expect(readdirSync(folder.path)).toEqual([]);
});

it('I9 I14 after idle minutes it ends, and begins again with the stretch that came meanwhile', async () => {
  const { started, start } = startCounted();
  const timers = handTimers();
  const inbox = createTestInbox(folder.path, { start, after: timers.after });
  inbox.came(5);
  inbox.add(anEntry('a'));
  await inbox.flush();
  timers.run(IDLE_MS);
  inbox.left(6);
  inbox.came(7);
  inbox.left(8);
  inbox.came(9);
  inbox.add(anEntry('b'));
  await inbox.flush();
  expect((await inbox.page({}, null, 10)).sessions).toEqual([
    { id: 2, cameMs: 9, leftMs: null },
    { id: 1, cameMs: 5, leftMs: 6 },
  ]);
  expect(started).toHaveLength(2);
  expect(existsSync(join(folder.path, `${INBOX_FILE}-wal`))).toBe(true);
  await inbox.stop();
  expect(readdirSync(folder.path)).toEqual([INBOX_FILE]);
});

it('I3 I4 a file that is broken, or has another key, is set aside and told; a new one is begun', async () => {
  const nowMs = () => Date.UTC(2026, 10, 25, 12);
  writeFileSync(join(folder.path, INBOX_FILE), 'rubbish '.repeat(1_000));
  const inbox = createTestInbox(folder.path, { nowMs });
  inbox.add(anEntry('a'));
  await inbox.flush();
  expect(inbox.told.setAside).toEqual([{ why: 'broken', setAsideAs: 'inbox.broken-2026-11-25T12-00-00.db' }]);
  await inbox.stop();

  const other = createTestInbox(folder.path, {
    nowMs,
    openKey: () => ({ ...good, key: 'b'.repeat(64), isNew: true }),
  });
  expect(await other.count({})).toBe(0);
  expect(other.told.setAside).toEqual([
    { why: 'key-lost', setAsideAs: 'inbox.broken-2026-11-25T12-00-00-2.db' },
  ]);
  await other.stop();
  expect(readdirSync(folder.path).toSorted()).toEqual([
    'inbox.broken-2026-11-25T12-00-00-2.db',
    'inbox.broken-2026-11-25T12-00-00.db',
    INBOX_FILE,
  ]);
});

it('I4 a file that takes the process with it each time it is opened counts as broken', async () => {
  const inbox = createTestInbox(folder.path);
  inbox.add(anEntry('a'));
  await inbox.stop();
  const timers = handTimers();
  const starts = { count: 0 };
  const start = (): InboxProcess => {
    starts.count += 1;
    if (starts.count > 3) return inThisProcess();
    return {
      post: () => undefined,
      onMessage: () => undefined,
      onExit: (over) => void setImmediate(over),
      kill: () => undefined,
    };
  };
  const again = createTestInbox(folder.path, { start, after: timers.after });
  again.add(anEntry('b'));
  const flushed = again.flush();
  await expect(flushed).rejects.toEqual(new InboxError('crashed'));
  timers.run(2_000);
  await expect(again.flush()).rejects.toEqual(new InboxError('crashed'));
  await again.flush();
  expect(again.told.setAside).toMatchObject([{ why: 'broken' }]);
  await again.stop();
});

it('I8 a disk that refuses is told, entries wait, and it works again by itself', async () => {
  const timers = handTimers();
  const inbox = createTestInbox(join(folder.path, 'data'), { after: timers.after });
  writeFileSync(join(folder.path, 'data'), 'in the way');
  inbox.add(anEntry('a'));
  await expect(inbox.flush()).rejects.toEqual(new InboxError('folder-gone'));
  expect(inbox.told.health.at(-1)).toEqual({ kind: 'failing', reason: 'folder-gone' });
  await expect(inbox.count({})).rejects.toEqual(new InboxError('folder-gone'));
  inbox.add(anEntry('b'));
  expect(timers.due()).toContain(2_000);
  rmSync(join(folder.path, 'data'));
  timers.run(2_000);
  expect(await inbox.count({})).toBe(2);
  expect(inbox.told.health.at(-1)).toEqual({ kind: 'ready', seal: { kind: 'sealed' } });
  await inbox.stop();
});

it('I8 a file that is taken away is noticed before anything is written into nowhere', async () => {
  const inbox = createTestInbox(folder.path);
  inbox.add(anEntry('a'));
  await inbox.flush();
  rmSync(join(folder.path, INBOX_FILE));
  rmSync(join(folder.path, `${INBOX_FILE}-wal`));
  inbox.add(anEntry('b'));
  await expect(inbox.flush()).rejects.toEqual(new InboxError('folder-gone'));
  await inbox.flush();
  expect((await inbox.page({}, null, 10)).entries.map(({ key }) => key)).toEqual(['b']);
  await inbox.stop();
});

it('I8 at most so many wait; the oldest are given up, and it is told how many', async () => {
  const isRefused = { now: true };
  const inbox = createTestInbox(folder.path, {
    openKey: () => (isRefused.now ? { kind: 'refused', problem: 'read-only' } : good),
  });
  for (let index = 0; index < WAITING_MAX + 30; index += 1) inbox.add(anEntry(`k${index}`));
  await expect(inbox.flush()).rejects.toEqual(new InboxError('read-only'));
  expect(inbox.told.health.at(-1)).toEqual({ kind: 'failing', reason: 'read-only', lost: 30 });
  isRefused.now = false;
  await inbox.flush();
  expect(await inbox.count({})).toBe(WAITING_MAX);
  await inbox.stop();
}, 60_000);

it('I10 what is asked of a closed inbox is refused, and harms nobody who does not listen', async () => {
  const inbox = createTestInbox(folder.path);
  await inbox.stop();
  await expect(inbox.page({}, null, 10)).rejects.toEqual(new InboxError('closed'));
  void inbox.count({});
  inbox.add(anEntry('late'));
  await inbox.flush();
  expect(existsSync(join(folder.path, INBOX_FILE))).toBe(false);
});

it('I10 stop writes what was added just before', async () => {
  const inbox = createTestInbox(folder.path);
  inbox.add(anEntry('last'));
  inbox.left(4);
  await inbox.stop();
  const again = createTestInbox(folder.path);
  expect(await again.count({})).toBe(1);
  await again.stop();
});

it('I18 a long removal lets others in between', async () => {
  const inbox = createTestInbox(folder.path);
  for (let index = 0; index < 2_000; index += 1) inbox.add(anEntry(`k${index}`));
  await inbox.flush();
  const order: string[] = [];
  const removed = inbox.remove({}).then((count) => order.push(`removed ${count}`));
  inbox.add(anEntry('meanwhile'));
  await inbox.flush().then(() => order.push('written'));
  await removed;
  expect(order).toEqual(['written', 'removed 2000']);
  await inbox.stop();
});

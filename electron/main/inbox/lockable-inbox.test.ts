import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import type { InboxHealth, NewInboxEntry } from '../../core/model/inbox';
import { newKeyPair } from '../lock/box';
import { useTemporary } from '../lock/lock.test-support';
import { createVault } from '../lock/vault';
import type { Inbox } from './inbox';
import { createLockableInbox } from './lockable-inbox';
import { openWaitingFile, WAITING_FILE } from './waiting-file';

const folder = useTemporary();
const entry = (key: string): NewInboxEntry => ({ key, body: `velvet ${key}` }) as NewInboxEntry;
const keys = newKeyPair();

/** An inbox that is a list, whose disk may refuse, and whose process takes its time to end. */
function setUp(isLocked = false) {
  const vault = createVault();
  vault.open(keys);
  if (isLocked) vault.lock();
  const disk = { refuses: false, flushes: 0, done: Promise.resolve() };
  const said: string[] = [];
  const held = new Set<string>();
  const ends: (() => void)[] = [];
  const create = (): Inbox => {
    said.push('begun');
    const ready: InboxHealth = { kind: 'ready', seal: { kind: 'sealed' } };
    return {
      add: ({ key }: NewInboxEntry) => void held.add(key),
      came: (atMs: number) => void said.push(`came ${atMs}`),
      left: (atMs: number) => void said.push(`left ${atMs}`),
      count: () => Promise.resolve(held.size),
      onHealth: (listener: (health: InboxHealth) => void) => {
        listener(ready);
        return () => undefined;
      },
      flush: () => {
        disk.flushes += 1;
        return disk.refuses ? Promise.reject(new Error('full')) : disk.done;
      },
      stop: () => new Promise<void>((resolve) => void ends.push(resolve)),
    } as unknown as Inbox;
  };
  const problems: unknown[] = [];
  const waiting = openWaitingFile(folder.path, vault, (error) => problems.push(error));
  const inbox = createLockableInbox({ create, waiting, isLocked });
  const lock = (): void => {
    inbox.lock();
    vault.lock();
  };
  const unlock = (): void => {
    vault.open(keys);
    inbox.unlock();
  };
  const health: string[] = [];
  inbox.onHealth(({ kind }) => health.push(kind));
  return { inbox, vault, held, said, ends, lock, unlock, health, problems, disk };
}

const waitingText = (): string => {
  const path = join(folder.path, WAITING_FILE);
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
};

it('L56 what comes while it is locked waits, sealed, and is put in once it is unlocked and the process before has ended', async () => {
  const { inbox, held, said, ends, lock, unlock, health } = setUp();
  inbox.add(entry('before'));
  lock();
  inbox.add(entry('one'));
  inbox.left(5);
  inbox.add(entry('two'));
  await expect(inbox.count({})).rejects.toMatchObject({ reason: 'closed' });
  await inbox.flush();
  expect(waitingText().trim().split('\n')).toHaveLength(3);
  expect(waitingText()).not.toMatch(/velvet|entry/);
  unlock();
  inbox.add(entry('three'));
  expect([...held]).toEqual(['before']);
  ends[0]?.();
  await vi.waitFor(() => expect(waitingText()).toBe(''));
  expect([...held].toSorted()).toEqual(['before', 'one', 'three', 'two']);
  expect(said).toEqual(['begun', 'begun', 'left 5']);
  expect(health).toEqual(['ready', 'closed', 'ready']);
  expect(await inbox.count({})).toBe(4);
});

it('L56 what cannot be written then waits on, and twice put in is in once', async () => {
  const { inbox, held, ends, lock, unlock, disk } = setUp();
  lock();
  inbox.add(entry('one'));
  disk.refuses = true;
  ends[0]?.();
  unlock();
  await vi.waitFor(() => expect([...held]).toEqual(['one']));
  expect(waitingText()).not.toBe('');
  disk.refuses = false;
  lock();
  ends[1]?.();
  unlock();
  await vi.waitFor(() => expect(waitingText()).toBe(''));
  expect([...held]).toEqual(['one']);
});

it('L56 locked again while that is put in, what comes then waits on', async () => {
  const { inbox, held, ends, lock, unlock, disk } = setUp();
  lock();
  inbox.add(entry('one'));
  await inbox.flush();
  const writing: { done?: () => void } = {};
  disk.done = new Promise((resolve) => {
    writing.done = resolve;
  });
  ends[0]?.();
  unlock();
  await vi.waitFor(() => expect([...held]).toEqual(['one']));
  lock();
  inbox.add(entry('two'));
  await inbox.flush();
  writing.done?.();
  await disk.done;
  ends[1]?.();
  unlock();
  await vi.waitFor(() => expect([...held].toSorted()).toEqual(['one', 'two']));
});

it('L56 of many the disk is waited for on the way', async () => {
  const { inbox, held, ends, lock, unlock, disk } = setUp();
  lock();
  for (let count = 0; count < 600; count += 1) inbox.add(entry(`${count}`));
  await inbox.flush();
  ends[0]?.();
  unlock();
  // Six hundred entries are unsealed meanwhile.
  await vi.waitFor(() => expect(waitingText()).toBe(''), { timeout: 20_000 });
  expect([held.size, disk.flushes]).toEqual([600, 2]);
});

it('L56 a line that was cut short costs itself alone', async () => {
  const { inbox, held, unlock, problems } = setUp(true);
  inbox.add(entry('one'));
  await inbox.flush();
  const line = waitingText();
  appendFileSync(join(folder.path, WAITING_FILE), `${line.slice(0, 60)}\nnonsense\n${line}`);
  unlock();
  await vi.waitFor(() => expect([...held]).toEqual(['one']));
  expect(problems).toEqual([]);
});

it('L58 locked from the start, no process is begun until it is unlocked', async () => {
  const { inbox, said, unlock, ends } = setUp(true);
  inbox.came(1);
  expect(said).toEqual([]);
  unlock();
  await vi.waitFor(() => expect(said).toEqual(['begun', 'came 1']));
  const stopped = inbox.stop();
  ends[0]?.();
  await stopped;
});

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { aService, aState } from '../../core/fixtures.test-support';
import type { Action } from '../../core/state/actions';
import { InboxError, type Inbox } from '../inbox/inbox';
import { anEntry, createTestInbox } from '../inbox/inbox.test-support';
import { createAppStore } from '../store/app-store';
import { createInboxHandlers } from './inbox-handlers';

let folder: string;
let inbox: Inbox;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'foyer-inbox-handlers-'));
  inbox = createTestInbox(folder);
});
afterEach(async () => {
  await inbox.stop();
  rmSync(folder, { recursive: true, force: true });
});

function setUp(changes: Partial<Inbox> = {}) {
  const store = createAppStore(aState([aService('work')]), (error) => {
    throw error;
  });
  const done: Action[] = [];
  for (const kind of ['inbox-changed', 'inbox-entry-opened', 'inbox-opened'] as const)
    store.onAction(kind, (action) => done.push(action));
  const handlers = createInboxHandlers({
    store,
    inbox: { ...inbox, ...changes },
    files: {
      chooseToSave: () => Promise.resolve(join(folder, 'out.json')),
      chooseToOpen: () => Promise.resolve(null),
      write: () => Promise.resolve(undefined),
      read: () => Promise.resolve({ ok: false, reason: 'unreadable' }),
    },
  });
  return { done, handlers };
}

const idOf = async (words: string): Promise<number> => {
  const { entries } = await inbox.page({ text: words }, null, 1);
  return entries[0]?.id ?? -1;
};

describe('commands about the inbox', () => {
  it('I11 I10 give what fits, or the reason why not', async () => {
    inbox.add(anEntry('k1'));
    const { handlers } = setUp();
    const ask = { filter: {}, beforeId: null, limit: 10 };
    expect(await handlers['inbox.page'](ask)).toMatchObject({
      kind: 'ok',
      value: { entries: [{ key: 'k1' }] },
    });
    expect(await handlers['inbox.count']({ filter: { text: 'lunch' } })).toEqual({ kind: 'ok', value: 1 });
    expect(await handlers['inbox.entry']({ id: 99 })).toEqual({ kind: 'failed', reason: 'gone' });
    const failing = setUp({ page: () => Promise.reject(new InboxError('disk-full')) }).handlers;
    expect(await failing['inbox.page'](ask)).toEqual({ kind: 'failed', reason: 'disk-full' });
  });

  it('I16 marking and removing tell that something changed, only when it did', async () => {
    inbox.add(anEntry('k1'));
    const { done, handlers } = setUp();
    const all = { filter: {} };
    expect(await handlers['inbox.mark']({ ...all, isRead: true })).toEqual({ kind: 'ok', value: 1 });
    expect(await handlers['inbox.mark']({ ...all, isRead: true })).toEqual({ kind: 'ok', value: 0 });
    expect(await handlers['inbox.remove'](all)).toEqual({ kind: 'ok', value: 1 });
    expect(done.map(({ kind }) => kind)).toEqual(['inbox-changed', 'inbox-changed']);
  });

  it('I18 an export says where it went and how many there are, or why not', async () => {
    inbox.add(anEntry('k1'));
    const file = join(folder, 'out.json');
    expect(await setUp().handlers['inbox.export']({ filter: {} })).toEqual({ kind: 'saved', file, count: 1 });
    expect(JSON.parse(readFileSync(file, 'utf8'))).toMatchObject({ entries: [{ key: 'k1' }] });
    for (const [problem, reason] of [
      ['disk-full', 'disk-full'],
      ['read-only', 'not-writable'],
      ['broken', 'other'],
    ] as const) {
      const { handlers } = setUp({ exportTo: () => Promise.reject(new InboxError(problem)) });
      expect(await handlers['inbox.export']({ filter: {} })).toEqual({ kind: 'failed', reason });
    }
  });

  it('I56 opening an entry says which conversation is wanted', async () => {
    inbox.add(anEntry('k1'));
    const { done, handlers } = setUp();
    await handlers['inbox.open']({ id: await idOf('lunch') });
    await handlers['inbox.open']({ id: 99 });
    expect(done).toEqual([
      { kind: 'inbox-entry-opened', serviceId: 'work', key: 'k1', channelId: 'general', messageId: null },
    ]);
  });

  it('N24 offers how a conversation could be recognised, with what that fits', async () => {
    const inDev = { channelId: null, channelName: null, channelKind: 'unknown' } as const;
    inbox.add(anEntry('k1', { ...inDev, title: 'Ada in #dev', body: 'first' }));
    inbox.add(anEntry('k2', { ...inDev, title: 'Bob in #dev' }));
    inbox.add(anEntry('k3', { ...inDev, title: 'Bob in #development' }));
    const offers = await setUp().handlers['pattern.suggest']({ id: await idOf('first') });
    expect(offers[0]).toMatchObject({ suggestion: { text: '#dev' }, count: 2 });
    expect(offers[0]?.examples.toSorted()).toEqual(['Ada in #dev', 'Bob in #dev']);
    expect(offers[1]).toMatchObject({ suggestion: { how: 'is' }, count: 1 });
    expect(await setUp().handlers['pattern.suggest']({ id: 99 })).toEqual([]);
  });
});

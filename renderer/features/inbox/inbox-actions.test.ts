import { describe, expect, it } from 'vitest';
import { anEntry, manyEntries } from '../../../e2e/support/inbox-fixtures';
import type { CommandName } from '../../../electron/core/ipc/contract';
import { createTestBridge } from '../../store/test-bridge';
import { toStretches, type Conversation } from './grouping';
import { createInboxActions } from './inbox-actions';
import { createInboxFeed } from './inbox-feed';
import { createInboxView } from './inbox-view';
import { createTestInbox } from './test-inbox';
import type { InboxWords } from './use-inbox-words';

const words: InboxWords = {
  failed: (reason) => `failed: ${reason}`,
  markedRead: (count) => `read ${count}`,
  markedUnread: (count) => `unread ${count}`,
  removed: (count) => `removed ${count}`,
  exported: (answer) => (answer.kind === 'saved' ? `saved ${answer.file}` : `not saved: ${answer.reason}`),
  mark: (reason) => reason,
};
const ok = { kind: 'ok', value: 7 };

async function anInbox(count: number, answers: Partial<Record<CommandName, unknown>> = {}) {
  const inbox = createTestInbox(manyEntries(count, 1_000_000_000));
  const feed = createInboxFeed(inbox.ask);
  await feed.show({ isForMe: true }, 'time');
  const view = createInboxView();
  const { bridge, calls } = createTestBridge({ 'inbox.mark': ok, 'inbox.remove': ok, ...answers });
  const actions = createInboxActions({ command: bridge.command, feed, view, words: () => words });
  return { feed, view, calls, actions, said: () => view.getState().said };
}

const conversationOf = (count: number): Conversation => {
  const entries = Array.from({ length: count }, (_, index) => anEntry(count - index));
  const [conversation] = toStretches(entries, {}).flatMap((stretch) => stretch.conversations);
  if (conversation === undefined) throw new Error('there is none');
  return conversation;
};

describe('createInboxActions', () => {
  it('I40 marks a conversation in as many asks as its length needs, folds it, and says how many', async () => {
    const { actions, calls, view, said } = await anInbox(5);
    const conversation = conversationOf(1500);
    await actions.markConversation(conversation, true);
    const asked = calls.map(({ input }) => (input as { readonly ids: readonly number[] }).ids.length);
    expect(asked).toEqual([1000, 500]);
    expect(view.getState().folded.has(conversation.key)).toBe(true);
    expect(said()).toBe('read 1500');
    await actions.markConversation({ ...conversation, entries: [] }, false);
    expect(view.getState().folded.size).toBe(0);
  });

  it('I29 marks all that the filter shows up to the newest that is drawn', async () => {
    const { actions, calls, said, feed } = await anInbox(5);
    await actions.markAll();
    expect(calls).toEqual([
      { name: 'inbox.mark', input: { filter: { isForMe: true, toMs: 1_000_000_001 }, isRead: true } },
    ]);
    expect(said()).toBe('read 7');
    expect(feed.store.getState().chunks[0]?.entries?.every(({ isRead }) => isRead)).toBe(true);
  });

  it('I41 draws what was marked as it was when main refuses, and says why', async () => {
    const { actions, feed, said } = await anInbox(5, {
      'inbox.mark': { kind: 'failed', reason: 'disk-full' },
    });
    const before = feed.store.getState().chunks[0]?.entries;
    await actions.markAll();
    expect(feed.store.getState().chunks[0]?.entries).toEqual(before);
    expect(said()).toBe('failed: disk-full');
  });

  it('I42 deletes by filter or by ids and says how many', async () => {
    const { actions, calls, said } = await anInbox(5);
    await actions.removeAll({ serviceId: 'team', channelId: 'general' });
    await actions.removeIds([3]);
    expect(calls.map(({ input }) => input)).toEqual([
      { filter: { serviceId: 'team', channelId: 'general' } },
      { filter: {}, ids: [3] },
    ]);
    expect(said()).toBe('removed 7');
  });

  it.each([
    [{ kind: 'saved', file: 'inbox.json', count: 5 }, 'saved inbox.json'],
    [{ kind: 'failed', reason: 'disk-full' }, 'not saved: disk-full'],
    [{ kind: 'cancelled' }, ''],
  ])('I42 says what came of an export: %o', async (answer, expected) => {
    const { actions, said } = await anInbox(5, { 'inbox.export': answer });
    await actions.exportShown();
    expect(said()).toBe(expected);
  });
});

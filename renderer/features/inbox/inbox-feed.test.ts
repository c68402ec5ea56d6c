import { describe, expect, it } from 'vitest';
import { manyEntries } from '../../../e2e/support/inbox-fixtures';
import { createInboxFeed, type InboxFeed } from './inbox-feed';
import { createTestInbox } from './test-inbox';

const ids = ({ store }: InboxFeed): readonly number[] =>
  store.getState().chunks.flatMap(({ entries }) => entries?.map(({ id }) => id) ?? []);
const many = (count: number) => manyEntries(count, Date.UTC(2026, 10, 25));

async function aFeed(count: number) {
  const inbox = createTestInbox(many(count));
  const feed = createInboxFeed(inbox.ask);
  await feed.show({}, 'time');
  return { inbox, feed };
}

describe('createInboxFeed', () => {
  it('I36 reads on to the end, each entry once', async () => {
    const { feed } = await aFeed(1000);
    for (let pages = 0; pages < 8; pages += 1) await feed.more();
    expect(ids(feed)).toEqual(many(1000).map(({ id }) => id));
    expect(feed.store.getState().chunks.length).toBe(6);
  });

  it('I36 asks for what follows once, however often it is told to', async () => {
    const { feed, inbox } = await aFeed(1000);
    await Promise.all([feed.more(), feed.more(), feed.more()]);
    expect(inbox.asked.length).toBe(2);
    expect(ids(feed).length).toBe(260);
  });

  it('I37 drops an answer that comes after another was asked for', async () => {
    const inbox = createTestInbox(many(10));
    const open: (() => void)[] = [];
    const feed = createInboxFeed(async (ask) => {
      if (ask.filter.text === 'Done') await new Promise<void>((resolve) => open.push(resolve));
      return inbox.ask(ask);
    });
    const slow = feed.show({ text: 'Done' }, 'time');
    await feed.show({ text: 'good' }, 'time');
    open.forEach((resolve) => resolve());
    await slow;
    expect(feed.store.getState().filter).toEqual({ text: 'good' });
    expect(ids(feed)).toEqual([10, 6, 2]);
  });

  it('I37 reads on in no list that is about to go', async () => {
    const { feed, inbox } = await aFeed(300);
    const next = feed.show({ text: 'good' }, 'time');
    await Promise.all([feed.more(), next]);
    expect(inbox.asked.filter(({ beforeId }) => beforeId !== null)).toEqual([]);
    const good = many(300).filter(({ body }) => body.includes('good'));
    expect(ids(feed)).toEqual(good.slice(0, 60).map(({ id }) => id));
  });

  it('I38 counts what is new without drawing it, and draws it when asked to', async () => {
    const { feed, inbox } = await aFeed(300);
    const before = ids(feed);
    inbox.entries = many(303);
    await feed.refresh(false);
    expect(feed.store.getState().newer).toBe(3);
    expect(ids(feed)).toEqual(before);
    const { turn } = feed.store.getState();
    await feed.refresh(true);
    expect(feed.store.getState().newer).toBe(0);
    expect(feed.store.getState().turn).toBe(turn + 1);
    expect(ids(feed)[0]).toBe(303);
  });

  it('I38 draws what was read or removed elsewhere in its place', async () => {
    const { feed, inbox } = await aFeed(300);
    await feed.more();
    inbox.entries = many(300)
      .filter(({ id }) => id !== 299)
      .map((entry) => Object.assign(entry, { isRead: true }));
    await feed.refresh(false);
    expect(ids(feed)).not.toContain(299);
    expect(ids(feed).length).toBe(259);
    expect(feed.store.getState().chunks.every(({ entries }) => entries?.every(({ isRead }) => isRead))).toBe(
      true,
    );
  });

  it('I38 draws the first that comes at once: it moves nothing', async () => {
    const { feed, inbox } = await aFeed(0);
    inbox.entries = many(1);
    await feed.refresh(false);
    expect([feed.store.getState().newer, ids(feed).length]).toEqual([0, 1]);
  });

  it('I38 counts only what is new, also when the top was let go or its newest is gone', async () => {
    const { feed, inbox } = await aFeed(4000);
    for (let pages = 0; pages < 12; pages += 1) await feed.more();
    feed.letGo(0, 5000);
    inbox.entries = many(4001).filter(({ id }) => id !== 4000);
    await feed.refresh(false);
    expect(feed.store.getState().newer).toBe(1);
  });

  it('I39 lets entries go only when there are many, keeps their room, and has them back', async () => {
    const { feed } = await aFeed(4000);
    feed.letGo(0, 5000);
    expect(ids(feed).length).toBe(60);
    for (let pages = 0; pages < 11; pages += 1) await feed.more();
    feed.letGo(0, 5000);
    feed.letGo(1, 4000);
    const [first, second] = feed.store.getState().chunks;
    expect([first?.entries, first?.heightPx]).toEqual([undefined, 5000]);
    expect([second?.entries, ids(feed).length]).toEqual([undefined, 2000]);
    feed.letGo(2, 4000);
    expect(ids(feed).length).toBe(2000);
    await feed.restore(0);
    expect(ids(feed)[0]).toBe(4000);
  });

  it('I40 draws a mark at once', async () => {
    const { feed } = await aFeed(10);
    feed.setRead(new Set([10, 9]), true);
    const read = feed.store
      .getState()
      .chunks[0]?.entries?.filter(({ isRead }) => isRead)
      .map(({ id }) => id);
    expect(read).toEqual(expect.arrayContaining([10, 9]));
  });

  it('I41 keeps what it has when the inbox fails, says why, and is back when it is', async () => {
    const { feed, inbox } = await aFeed(10);
    inbox.isFailing = true;
    await feed.refresh(false);
    expect([feed.store.getState().kind, ids(feed).length]).toEqual(['ready', 10]);
    await feed.show({ text: 'Done' }, 'time');
    expect(feed.store.getState()).toMatchObject({ kind: 'failed', reason: 'broken' });
    inbox.isFailing = false;
    await feed.refresh(true);
    expect(feed.store.getState().kind).toBe('ready');
  });

  it('I41 takes an answer that never comes for a closed inbox', async () => {
    const feed = createInboxFeed(() => Promise.reject(new Error('gone')));
    await feed.show({}, 'sessions');
    expect(feed.store.getState()).toMatchObject({ kind: 'failed', reason: 'closed' });
  });
});

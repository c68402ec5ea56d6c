import { describe, expect, it } from 'vitest';
import type { ListenerTold } from '../../recipes/listening';
import { createTestClock } from '../test-clock.test-support';
import { createBatch } from './batch';
import { channel, notification } from './hub.test-support';

function open() {
  const clock = createTestClock(1_000_000);
  const posts: { readonly told: readonly ListenerTold[]; readonly resume: object | undefined }[] = [];
  const dropped: string[] = [];
  const batch = createBatch({
    ...clock,
    post: (told, resume) => posts.push({ told, resume }),
    onDropped: (text) => dropped.push(text),
  });
  const changed = (...ids: readonly string[]): ListenerTold => ({
    kind: 'channels-changed',
    channels: ids.map((id) => channel(id)),
  });
  return { clock, posts, dropped, batch, changed };
}

describe('J6 when it is told', () => {
  it('J6 what is told in one moment goes together, what follows within 100 ms waits for them to pass', () => {
    const { clock, posts, batch } = open();
    batch.put({ kind: 'own-names', names: ['ada'] });
    batch.put({ kind: 'read', channelId: 'a' });
    clock.pass(0);
    expect(posts.map(({ told }) => told.length)).toEqual([2]);
    clock.pass(40);
    batch.put({ kind: 'read', channelId: 'b' });
    clock.pass(59);
    expect(posts).toHaveLength(1);
    clock.pass(1);
    expect(posts).toHaveLength(2);
    expect(clock.waiting()).toBe(0);
  });

  it('J6 a notification goes at once, after all that was told before it', () => {
    const { clock, posts, batch, changed } = open();
    batch.put({ kind: 'read', channelId: 'a' });
    clock.pass(0);
    batch.put(changed('a'));
    batch.put(notification('m1'));
    batch.put(notification('m2'));
    clock.pass(0);
    expect(posts.at(-1)?.told.map(({ kind }) => kind)).toEqual([
      'channels-changed',
      'notification',
      'notification',
    ]);
  });

  it('J6 what was remembered goes with all that was told before it, as it was then', () => {
    const { clock, posts, batch } = open();
    batch.put({ kind: 'read', channelId: 'a' });
    const resume = { since: 1 };
    expect(batch.remember(resume)).toEqual({ since: 1 });
    resume.since = 2;
    clock.pass(0);
    expect(posts).toEqual([{ told: [{ kind: 'read', channelId: 'a' }], resume: { since: 1 } }]);
  });

  it('J6 a batch is never longer than 500', () => {
    const { posts, batch } = open();
    for (let index = 0; index < 500; index += 1) batch.put({ kind: 'read', channelId: `c${index}` });
    expect(posts.map(({ told }) => told.length)).toEqual([500]);
  });
});

describe('J6 what is told of channels', () => {
  const told = (...list: readonly ListenerTold[]): readonly ListenerTold[] => {
    const { batch, posts } = open();
    for (const one of list) batch.put(one);
    batch.flush();
    return posts[0]?.told ?? [];
  };

  it('J6 changes of one batch are merged, at the place of the first', () => {
    expect(
      told(
        { kind: 'channels-changed', channels: [channel('a', 1), channel('b')], gone: ['c', 'd'] },
        notification('m1'),
        { kind: 'channels-changed', channels: [channel('a', 2), channel('c')], gone: ['b'] },
      ),
    ).toEqual([
      { kind: 'channels-changed', channels: [channel('a', 2), channel('c')], gone: ['d', 'b'] },
      notification('m1'),
    ]);
  });

  it('J6 changes after all channels are put into them; all channels take the place of what was told before', () => {
    const all: ListenerTold = { kind: 'channels', channels: [channel('a'), channel('b')] };
    expect(
      told(all, { kind: 'channels-changed', channels: [channel('a', 3), channel('n')], gone: ['b'] }),
    ).toEqual([{ kind: 'channels', channels: [channel('a', 3), channel('n')] }]);
    expect(told({ kind: 'channels-changed', channels: [channel('x')] }, all)).toEqual([all]);
  });

  it('J6 own names are told once, as they were told last', () => {
    expect(told({ kind: 'own-names', names: ['ada'] }, { kind: 'own-names', names: ['ada', 'al'] })).toEqual([
      { kind: 'own-names', names: ['ada', 'al'] },
    ]);
  });
});

describe('J9 too much, too long, nonsense', () => {
  it('J9 600 notifications at once, then one a second; how many were too many is said once a minute', () => {
    const { clock, posts, batch, dropped } = open();
    for (let index = 0; index < 650; index += 1) batch.put(notification(`m${index}`));
    clock.pass(1_000);
    batch.put(notification('later'));
    clock.pass(0);
    expect(posts.flatMap(({ told: list }) => list)).toHaveLength(601);
    clock.pass(60_000);
    expect(dropped).toEqual(['1 tellings too many', '49 tellings too many']);
  });

  it('J9 texts are clipped as those of a page, of channels the first 2,000 are taken', () => {
    const { batch, posts } = open();
    const long = 'x'.repeat(5_000);
    batch.put({
      kind: 'channels',
      channels: Array.from({ length: 3_000 }, (_, index) => ({ ...channel(`c${index}`), name: long })),
    });
    batch.put({
      ...notification(long),
      title: long,
      body: long,
      tag: long,
      sender: long,
      iconUrl: 'file:///x',
    });
    batch.flush();
    const [all, one] = posts[0]!.told as [
      Extract<ListenerTold, { kind: 'channels' }>,
      Extract<ListenerTold, { kind: 'notification' }>,
    ];
    expect(all.channels).toHaveLength(2_000);
    expect(all.channels[0]?.name).toHaveLength(120);
    expect([one.title, one.body, one.tag, one.sender, one.messageId].map((text) => text?.length)).toEqual([
      256, 2048, 512, 256, 120,
    ]);
    expect(one.iconUrl).toBeUndefined();
  });

  it('J9 what names no channel or message is left out, and so is too much to remember', () => {
    const { batch, posts, clock } = open();
    batch.put({ ...notification('m'), channelId: 'x'.repeat(301) });
    batch.put(notification(''));
    batch.put({ kind: 'read', channelId: '' });
    batch.put({ kind: 'strange' } as unknown as ListenerTold);
    expect(batch.remember({ all: 'x'.repeat(16_384) })).toBeUndefined();
    clock.pass(1_000);
    expect(posts).toEqual([]);
    batch.put({ ...notification('m'), mention: 'odd', sentAtMs: -1 } as unknown as ListenerTold);
    batch.flush();
    expect(posts[0]?.told).toEqual([{ ...notification('m'), mention: 'unknown' }]);
  });
});

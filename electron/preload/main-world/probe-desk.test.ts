import { describe, expect, it, vi } from 'vitest';
import { addDesk } from './desk';
import { addCodec } from './codec';
import { addConvert } from './convert';
import type { Func } from './install';
import { replaceNotification } from './notification';
import { takePrimordials } from './primordials';
import { addProbeDesk } from './probe-desk';
import { createTestWorld } from './test-world';

/** Leaves the desk where a test can reach it; its source alone is run. */
function leaveDesk(key: string): void {
  const world = globalThis as unknown as Record<string, { readonly probe: unknown }>;
  Object.assign(globalThis, { desk: world[key]?.probe });
}

const open = () =>
  createTestWorld([takePrimordials, addCodec, addConvert], [addDesk, addProbeDesk, leaveDesk] as Func[]);

describe('the desk of a probe', () => {
  it('C12 hands raw data over as text, and brings orders', () => {
    const world = open();
    world.run(
      'globalThis.heard = []; desk.onOrder((order) => heard.push(order.open)); desk.tell({ a: [1] })',
    );
    world.deliver({ kind: 'adapter-order', order: { open: 3 } });
    world.deliver({ kind: 'notification-event', pageId: 'x', event: 'click' });
    expect(world.sent).toEqual([{ kind: 'adapter-raw', raw: '{"a":[1]}' }]);
    expect(world.run('heard.join()')).toBe('3');
  });

  it('C10 hears of a notification before it is told, and what it throws then stops nothing', () => {
    const world = createTestWorld([takePrimordials, addCodec, addConvert], [
      addDesk,
      replaceNotification,
      addProbeDesk,
      leaveDesk,
    ] as Func[]);
    world.run(`desk.onNotification(({ title, tag }) => {
      desk.tell({ of: tag });
      if (title === 'two') throw new Error('no such message');
    }); new Notification('one', { tag: '7' }); new Notification('two', { tag: '8' })`);
    expect(world.sent.map(({ kind, raw, tag, reason }) => [kind, raw ?? tag ?? reason])).toEqual([
      ['adapter-raw', '{"of":"7"}'],
      ['notification-show', '7'],
      ['adapter-raw', '{"of":"8"}'],
      ['adapter-trouble', 'no such message'],
      ['notification-show', '8'],
    ]);
  });

  it('C12 tells what a probe throws, wherever', async () => {
    const world = open();
    world.run(`desk.run(() => { throw new Error('one') }); desk.run(() => { throw 'two' });
      desk.onOrder(() => { throw new Error('three') }); desk.later(() => { throw new Error('four') }, 0);
      const circle = {}; circle.self = circle; desk.tell(circle)`);
    world.deliver({ kind: 'adapter-order', order: {} });
    await vi.waitFor(() => expect(world.sent).toHaveLength(5));
    expect(world.sent.map(({ kind }) => kind)).toEqual(Array.from({ length: 5 }, () => 'adapter-trouble'));
    expect(world.sent.map(({ reason }) => reason)).toEqual([
      'one',
      'the page is not as expected',
      expect.stringContaining('circular') as unknown,
      'three',
      'four',
    ]);
  });

  it('C12 a page that replaces builtins neither hears nor changes the way, and too much is a failure', () => {
    const world = open();
    world.run(`globalThis.heard = 0; JSON.stringify = JSON.parse = () => { heard += 1; return '{}' };
      String.prototype.slice = () => { heard += 1; return '' };
      desk.tell({ a: 1 }); desk.fail('x'.repeat(1000)); desk.tell({ a: 'x'.repeat(5e6) })`);
    expect(world.run('heard')).toBe(0);
    expect(world.sent).toEqual([
      { kind: 'adapter-raw', raw: '{"a":1}' },
      { kind: 'adapter-trouble', reason: 'x'.repeat(200) },
      { kind: 'adapter-trouble', reason: 'the page knows too much' },
    ]);
  });

  it('C21 hears where the page goes while its document stays, and does without where nothing tells', () => {
    const world = open();
    world.run(`globalThis.heard = []; desk.onRoute(() => heard.push('never'));
      globalThis.navigation = new EventTarget(); desk.onRoute(() => heard.push(location.href));
      navigation.dispatchEvent(new Event('currententrychange'));
      desk.onRoute(() => { throw new Error('lost') }); navigation.dispatchEvent(new Event('currententrychange'))`);
    expect(world.run('heard.join()')).toBe('https://chat.example/rooms/1,https://chat.example/rooms/1');
    expect(world.sent.map(({ reason }) => reason)).toEqual(['lost']);
  });
});

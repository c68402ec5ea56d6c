import { describe, expect, it } from 'vitest';
import { openPage } from './test-world';

const turn = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0));

describe('P8 events', () => {
  const watched = `globalThis.seen = []; globalThis.n = new Notification('x');
    for (const type of ['show', 'click', 'close', 'error']) n.addEventListener(type, (e) => seen.push(type + (e.target === n)));`;

  it('P8 main says what happened; after close nothing more', () => {
    const world = openPage();
    world.run(watched);
    for (const event of ['show', 'click', 'close', 'click', 'close']) {
      world.deliver({ kind: 'notification-event', pageId: world.sent[0]?.['pageId'], event });
    }
    expect(world.run('seen.join()')).toBe('showtrue,clicktrue,closetrue');
  });

  it('P8 an id or event nobody knows does nothing', () => {
    const world = openPage();
    world.run(watched);
    world.deliver({ kind: 'notification-event', pageId: 'seed:99', event: 'click' });
    world.deliver({ kind: 'notification-event', pageId: world.sent[0]?.['pageId'], event: 'explode' });
    world.deliver({ kind: 'x' });
    expect(world.run('seen.join()')).toBe('');
  });

  it('P9 close() twice tells main once and fires close once, later', async () => {
    const world = openPage();
    world.run(`${watched} n.close(); n.close();`);
    expect(world.run('seen.join()')).toBe('');
    await turn();
    expect(world.run('seen.join()')).toBe('closetrue');
    expect(world.sent.map(({ kind }) => kind)).toEqual(['notification-show', 'notification-close']);
  });

  it('P9 the same tag closes the older one, in this document', async () => {
    const world = openPage();
    world.run(`globalThis.seen = [];
      for (const [title, tag] of [['a', 't'], ['b', ''], ['c', ''], ['d', 't']]) new Notification(title, { tag }).onclose = () => seen.push(title);`);
    await turn();
    expect(world.run('seen.join()')).toBe('a');
  });

  it('P14 without permission: error later, and nothing is sent', async () => {
    const world = openPage();
    world.run(`permission = 'default'; ${watched}`);
    expect(world.sent).toEqual([]);
    await turn();
    expect(world.run('seen.join()')).toBe('errortrue');
  });

  it('P3 in a frame of another origin permission is denied and nobody is asked', async () => {
    const world = openPage();
    world.run(`ancestors = ['https://elsewhere.example'];`);
    expect(world.run('Notification.permission')).toBe('denied');
    expect(await world.run('Notification.requestPermission()')).toBe('denied');
    expect(world.run('asked')).toBe(0);
    expect(
      world.run(`ancestors = ['https://elsewhere.example', 'https://chat.example']; Notification.permission`),
    ).toBe('granted');
  });

  it('P11 handler attributes: one listener in its place, null takes it off, false prevents', () => {
    const world = openPage();
    world.run(`globalThis.seen = []; globalThis.n = new Notification('x');
      n.onclick = () => seen.push('first handler'); n.addEventListener('click', () => seen.push('listener'));
      n.onclick = () => { seen.push('handler'); return false; };
      n.addEventListener('click', (e) => seen.push(e.defaultPrevented));`);
    const click = { kind: 'notification-event', pageId: world.sent[0]?.['pageId'], event: 'click' };
    world.deliver(click);
    expect(world.run('seen.join()')).toBe('handler,listener,true');
    expect(world.run('seen.length = 0; n.onclick = 5; n.onclick')).toBe(null);
    world.deliver(click);
    expect(world.run('seen.join()')).toBe('listener,false');
  });

  it('P15 requestPermission: promise and callback; what is no function is refused', async () => {
    const world = openPage();
    expect(await world.run(`new Promise((resolve) => Notification.requestPermission(resolve))`)).toBe(
      'granted',
    );
    expect(await world.run(`Notification.requestPermission(5).catch((error) => error.name)`)).toBe(
      'TypeError',
    );
  });

  it('P42 what goes to main is clipped in the page', () => {
    const world = openPage();
    world.run(
      `new Notification('x'.repeat(1e6), { body: 'y'.repeat(1e6), tag: 'z'.repeat(1e6), icon: 'data:image/png,' + 'a'.repeat(1e6) })`,
    );
    expect(JSON.stringify(world.sent[0]).length).toBeLessThan(3500);
    expect(world.sent[0]).not.toHaveProperty('icon');
  });

  it('P42 of more than a thousand at once the oldest are closed', async () => {
    const world = openPage();
    world.run(
      `globalThis.closed = 0; for (let i = 0; i < 1005; i += 1) new Notification('x').onclose = () => (closed += 1);`,
    );
    await turn();
    expect(world.run('closed')).toBe(5);
  });
});

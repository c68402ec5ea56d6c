import { describe, expect, it } from 'vitest';
import { openPage } from './test-world';

describe('P31 registrations', () => {
  it.each([
    ['no title', 'r.showNotification()', 'TypeError'],
    ['no active worker', `active = null; r.showNotification('x')`, 'TypeError'],
    ['no permission', `permission = 'denied'; r.showNotification('x')`, 'TypeError'],
    ['silent with vibration', `r.showNotification('x', { silent: true, vibrate: 1 })`, 'TypeError'],
    ['something else', `r.showNotification.call({}, 'x')`, 'TypeError'],
    ['a filter that is no object', 'r.getNotifications(5)', 'TypeError'],
  ])('P31 rejected: %s', async (_, source, name) => {
    const world = openPage();
    world.run('globalThis.r = new ServiceWorkerRegistration()');
    const promise = world.run(`(() => { ${source.replace(/([^;]+)$/, 'return $1')} })()`) as Promise<unknown>;
    await expect(promise).rejects.toHaveProperty('name', name);
    expect(world.sent).toEqual([]);
  });

  it('P31 shows with scope and state, keeps two of three actions, and lists what main says', async () => {
    const world = openPage();
    world.run('globalThis.r = new ServiceWorkerRegistration()');
    const three = `[1, 2, 3].map((i) => ({ action: 'a' + i, title: 'A' }))`;
    expect(
      await world.run(
        `r.showNotification('x', { tag: 't', data: new Map([[1, { a: undefined }]]), actions: ${three} })`,
      ),
    ).toBe(undefined);
    expect(world.sent[0]).toMatchObject({
      origin: 'worker',
      scope: 'https://chat.example/',
      actions: [{ action: 'a1' }, { action: 'a2' }],
    });
    world.run(`globalThis.listed = r.getNotifications({ tag: 't' })`);
    const { requestId } = world.sent[1] as { requestId: string };
    const { pageId, state } = world.sent[0] as { pageId: string; state: string };
    world.deliver({
      kind: 'notification-list',
      requestId,
      items: [
        { pageId, state },
        { pageId: 'seed:77', state: state.replaceAll('"t"', '"u"') },
      ],
    });
    expect(
      await world.run(
        `listed.then((all) => [all.length, all[0] instanceof Notification, all[0].title, all[0].data.get(1).a, all[0].actions.length, Object.isFrozen(all[0].actions)].join())`,
      ),
    ).toBe('1,true,x,,2,true');
  });
});

import { expect, it } from 'vitest';
import { setUp, toOne } from './linux-presenter.test-support';

const actions = [
  { id: 'mute-hour', label: 'Mute for 1 h' },
  { id: 'mute', label: 'Mute' },
];

it('D26 offers actions beside the default one, and tells which was picked', async () => {
  const { presenter, said, settled, bodies, signal } = setUp();
  presenter.show(toOne('a', { actions }), undefined);
  presenter.show(toOne('b'), undefined);
  await settled();
  expect(bodies('Notify').map((body) => body?.[5])).toEqual([
    ['default', 'notification.open', 'mute-hour', 'Mute for 1 h', 'mute', 'Mute'],
    ['default', 'notification.open'],
  ]);
  said.length = 0;
  signal('ActionInvoked', 1, 'mute');
  signal('ActionInvoked', 1, 'other');
  signal('ActionInvoked', 2, 'mute');
  signal('ActionInvoked', 99, 'mute');
  presenter.close('a');
  await settled();
  signal('ActionInvoked', 1, 'mute');
  expect(said).toEqual(['acted a mute']);
});

it('D26 offers none where the daemon has none', async () => {
  const { presenter, settled, bodies } = setUp(['body']);
  presenter.show(toOne('a', { actions }), undefined);
  await settled();
  expect(bodies('Notify')[0]?.[5]).toEqual([]);
});

it('D27 names no service on one of Foyer’s own', async () => {
  const { presenter, settled, bodies } = setUp(['actions', 'x-kde-origin-name']);
  presenter.show(toOne('a', { serviceName: undefined }), undefined);
  await settled();
  expect(bodies('Notify')[0]?.[3]).toBe('Title a');
  expect(bodies('Notify')[0]?.[6]).not.toHaveProperty('x-kde-origin-name');
});

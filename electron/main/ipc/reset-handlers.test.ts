import { expect, it } from 'vitest';
import { aService } from '../../core/fixtures.test-support';
import { emptyPersisted, type Persisted } from '../../core/model/persisted';
import { defaultSettings } from '../../core/model/settings';
import { createInitialState } from '../../core/state/app-state';
import type { Inbox } from '../inbox/inbox';
import { createAppStore } from '../store/app-store';
import { createResetHandlers } from './reset-handlers';

const mine: Persisted = {
  ...emptyPersisted,
  services: [aService('team')],
  activeServiceId: 'team',
  settings: { ...defaultSettings, theme: 'dark', barSize: 'names' },
};

function setUp({ canWrite = true, canRead = true } = {}) {
  const done: string[] = [];
  const copies: unknown[] = [];
  const store = createAppStore(createInitialState(mine), (error) => {
    throw error;
  });
  const page = { entries: [], sessions: [], nextId: null };
  const inbox = {
    page: () => (canRead ? Promise.resolve(page) : Promise.reject(new Error('broken'))),
    remove: () => Promise.resolve(done.push('inbox removed')),
  } as unknown as Inbox;
  const refuse = () => Promise.reject(new Error('not asked for'));
  const handlers = createResetHandlers({
    store,
    inbox,
    sync: async () => ({
      pause: refuse,
      leave: async (removesFiles) => {
        done.push(
          `left, files ${removesFiles ? 'gone' : 'stay'}, ${store.getState().persisted.services.length} here`,
        );
      },
    }),
    backups: {
      chooseToSave: refuse,
      chooseToOpen: refuse,
      write: refuse,
      read: refuse,
      derive: refuse,
      keepCopy: (text, _nowMs, before) => {
        done.push(before);
        copies.push(JSON.parse(text));
        return Promise.resolve(canWrite ? '/c.json' : undefined);
      },
    },
    nowMs: () => 5,
  });
  return { store, handlers, done, copies };
}

it('B80 B81 resets a section after a backup of what was, and undoes it', async () => {
  const { store, handlers, copies, done } = setUp();
  expect(await handlers['settings.changed']({ section: 'all' })).toHaveLength(2);
  expect(await handlers['settings.reset']({ section: 'appearance' })).toEqual({
    kind: 'reset',
    copy: '/c.json',
  });
  expect(done).toEqual(['reset']);
  expect(copies).toMatchObject([
    { kind: 'foyer-backup', madeAtMs: 5, kept: { settings: { theme: 'dark' } } },
  ]);
  expect(store.getState().persisted).toEqual({ ...mine, settings: defaultSettings });
  await handlers['settings.undo-reset'](undefined);
  expect(store.getState().persisted).toEqual(mine);
});

it('B81 B82 without a backup nothing changes', async () => {
  const { store, handlers, done } = setUp({ canWrite: false });
  expect(await handlers['settings.reset']({ section: 'all' })).toEqual({ kind: 'no-copy' });
  expect(await handlers['app.start-anew'](undefined)).toEqual({ kind: 'no-copy' });
  expect(store.getState().persisted).toEqual(mine);
  const unread = setUp({ canRead: false });
  expect(await unread.handlers['app.start-anew'](undefined)).toEqual({ kind: 'no-copy' });
  expect(unread.store.getState().persisted).toEqual(mine);
  expect([done, unread.done]).toEqual([['reset', 'start-anew'], []]);
});

it('B82 E54 starting anew leaves nothing but the backup, and the other machines before', async () => {
  const { store, handlers, done, copies } = setUp();
  expect(await handlers['app.start-anew'](undefined)).toEqual({ kind: 'reset', copy: '/c.json' });
  expect(done).toEqual(['start-anew', 'left, files stay, 1 here', 'inbox removed']);
  expect(copies).toMatchObject([{ kept: { services: [{ id: 'team' }] } }]);
  expect(store.getState().persisted).toEqual(emptyPersisted);
});

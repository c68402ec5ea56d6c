import { expect, it } from 'vitest';
import { aChannel, aService, aState } from '../../core/fixtures.test-support';
import type { HeardNotification } from '../../recipes/listening';
import { createAppStore } from '../store/app-store';
import { createToldMessages } from '../views/told-messages';
import { createListenerEar } from './hear';

const heard = (messageId: string, changes: Partial<HeardNotification> = {}): HeardNotification => ({
  kind: 'notification',
  title: 'Ann',
  body: `says ${messageId}`,
  tag: '',
  channelId: 'c',
  sender: 'Ann',
  mention: 'none',
  isThreadReply: false,
  messageId,
  ...changes,
});

function setUp() {
  const store = createAppStore(aState([aService('seen'), aService('a')]), (error) => {
    throw error;
  });
  const requested: unknown[] = [];
  store.onAction('notification-requested', (action) => void requested.push(action));
  const told = createToldMessages();
  const ids = { last: 0 };
  const ear = createListenerEar({
    store,
    told,
    formsOf: () => [],
    newId: () => String((ids.last += 1)),
    nowMs: () => 5,
  });
  const channels = () => store.getState().session.services['a']?.channels;
  return { store, told, ear, requested, channels };
}

it('Z16 a notification goes the way a page’s goes, as of its channel', () => {
  const { ear, store } = setUp();
  ear.hear('a', [
    { kind: 'channels', channels: [aChannel('c', { name: 'general' })] },
    { kind: 'own-names', names: ['bob'] },
    heard('m1', { body: 'hello @bob', mention: 'unknown' }),
  ]);
  expect(store.getState().session.notifications).toMatchObject([
    {
      serviceId: 'a',
      origin: 'listener',
      pageId: '',
      body: 'hello @bob',
      message: {
        channel: { id: 'c', name: 'general', kind: 'public' },
        sender: 'Ann',
        mention: 'personal',
        messageId: 'm1',
      },
    },
  ]);
});

it('Z18 a message is notified once, whether page or listener told it first', () => {
  const { ear, told, requested } = setUp();
  const channel = { id: 'c', name: 'c', kind: 'public' } as const;
  told.wasTold({ serviceId: 'a', channel, messageId: 'of the page' }, true);
  ear.hear('a', [
    { kind: 'channels', channels: [aChannel('c')] },
    heard('of the page'),
    heard('m1'),
    heard('m1'),
  ]);
  expect(requested).toHaveLength(1);
  expect(told.wasTold({ serviceId: 'a', channel, messageId: 'm1' }, true)).toBe(true);
});

it('Z16 two notifications of one listener stand beside each other', () => {
  const { ear, store } = setUp();
  ear.hear('a', [{ kind: 'channels', channels: [aChannel('c')] }, heard('m1'), heard('m2')]);
  expect(store.getState().session.notifications).toHaveLength(2);
});

it('Z16 more than a desktop can bear is recorded and not shown', () => {
  const { ear, requested } = setUp();
  const many = Array.from({ length: 30 }, (_, index) => heard(`m${index}`));
  ear.hear('a', [{ kind: 'channels', channels: [aChannel('c')] }, ...many]);
  expect(requested).toHaveLength(30);
  expect(requested.filter((one) => (one as { isOverRate: boolean }).isOverRate)).toHaveLength(10);
});

it('Z16 channels that changed stand in their places, new ones at the end, those gone are gone', () => {
  const { ear, channels } = setUp();
  ear.hear('a', [{ kind: 'channels', channels: ['c', 'd', 'e'].map((id) => aChannel(id)) }]);
  ear.hear('a', [
    { kind: 'channels-changed', channels: [aChannel('d', { unread: 2 }), aChannel('f')], gone: ['e'] },
  ]);
  expect(channels()?.map(({ id, unread }) => `${id} ${unread}`)).toEqual(['c 0', 'd 2', 'f 0']);
});

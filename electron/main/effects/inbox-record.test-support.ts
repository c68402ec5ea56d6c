import { aMessage, aNotification, aService, aState, requested } from '../../core/fixtures.test-support';
import type { InboxFilter, InboxHealth, NewInboxEntry } from '../../core/model/inbox';
import type { Persisted } from '../../core/model/persisted';
import type { Unread } from '../../core/model/unread';
import { createAppStore } from '../store/app-store';
import { createTestClock } from '../test-clock.test-support';
import { startInboxRecord } from './inbox-record';

const general = { id: 'g', name: '#general', kind: 'public' } as const;
const message = aMessage({ channel: general, sender: 'Mara', mention: 'none' });

export function setUp(persisted: Partial<Persisted> = {}, keepText = true) {
  const store = createAppStore(aState([aService('a', { name: 'Lounge', keepText })], persisted), (error) => {
    throw error;
  });
  const clock = createTestClock(1000);
  const added: NewInboxEntry[] = [];
  const marked: object[] = [];
  const counted: InboxFilter[] = [];
  const health: { tell: (health: InboxHealth) => void } = { tell: () => undefined };
  const stop = startInboxRecord(store, {
    ...clock,
    add: (entry) => void added.push(entry),
    count: (filter) => {
      counted.push(filter);
      return Promise.resolve(filter.decisions === undefined ? 4 : 2);
    },
    markRead: (choice) => {
      marked.push(choice);
      return Promise.resolve(1);
    },
    onHealth: (listener) => {
      health.tell = listener;
      listener({ kind: 'closed' });
      return () => undefined;
    },
    hasEntries: () => added.length > 0,
  });
  const come = (id = 'n1'): void => store.dispatch(requested(aNotification(id, { message, tag: 't' }), 1000));
  const unread = (unread: Unread): void =>
    store.dispatch({ kind: 'unread-reported', serviceId: 'a', source: 'badge', unread });
  return { store, clock, added, marked, counted, health, stop, come, unread };
}

import { describe, expect, it } from 'vitest';
import { aChannel, aService, aState } from '../../core/fixtures.test-support';
import type { ServiceEvent, ServiceMessage } from '../../core/ipc/service-messages';
import { selectServiceSession } from '../../core/state/selectors';
import type { MessageSender } from '../ipc/service-channel';
import { createAppStore } from '../store/app-store';
import { createChannelDesk } from './channel-desk';

function setUp() {
  const store = createAppStore(aState([aService('a'), aService('b')]), (error) => {
    throw error;
  });
  const asked: ServiceEvent[] = [];
  const desk = createChannelDesk(
    store,
    (contentsId) => contentsId === 1,
    () => 7,
  );
  const sender = (changes: Partial<MessageSender> = {}): MessageSender => ({
    key: 'frame:1:4:1',
    from: 'frame',
    senderId: 1,
    processId: 4,
    frameRoutingId: 1,
    frameUrl: 'https://a.test/',
    origin: 'https://a.test',
    reply: (event) => asked.push(event) > 0,
    ...changes,
  });
  const session = () => selectServiceSession(store.getState(), 'a');
  return { store, desk, asked, sender, session };
}
const channels: Extract<ServiceMessage, { kind: 'channels' }> = {
  kind: 'channels',
  channels: [aChannel('r')],
  ownNames: ['alice'],
  canOpen: true,
  canMarkRead: true,
  mutes: ['none'],
};

describe('createChannelDesk', () => {
  it('C11 hears the page in the service’s view, not windows it opened nor workers', () => {
    const { desk, sender, session } = setUp();
    desk.hear('a', channels, sender({ senderId: 2 }));
    desk.hear('a', channels, sender({ from: 'worker' }));
    desk.hear('a', { kind: 'adapter-failed', reason: 'x' }, sender({ senderId: 2 }));
    expect(session().adapter.kind).toBe('silent');
    desk.hear('a', channels, sender());
    expect(session()).toMatchObject({
      adapter: { kind: 'speaking', canOpen: true },
      channels: [{ id: 'r' }],
    });
  });

  it('C4 C6 tells the state of sign-in and failure', () => {
    const { desk, sender, session } = setUp();
    desk.hear('a', { kind: 'signed-in', isSignedIn: false, server: { name: 'Chat' } }, sender());
    expect(session()).toMatchObject({ adapter: { kind: 'signed-out' }, server: { name: 'Chat' } });
    desk.hear('a', { kind: 'adapter-failed', reason: 'no model' }, sender());
    expect(session().adapter).toEqual({ kind: 'failed', reason: 'no model' });
  });

  it('C19 tells how the page reaches its server, and since when', () => {
    const { store, desk, sender, session } = setUp();
    desk.hear('a', { kind: 'connection', connection: 'lost' }, sender());
    expect(session().connection).toEqual({ kind: 'lost', sinceMs: 7 });
    store.dispatch({ kind: 'connection-reported', serviceId: 'a', connection: 'lost', nowMs: 9 });
    expect(session().connection?.sinceMs).toBe(7);
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    expect(session().connection).toBe(undefined);
  });

  it('C3 C8 asks the page that spoke, as long as it is the present one', () => {
    const { store, desk, sender, asked } = setUp();
    expect(desk.ask('a', { kind: 'open-channel', channelId: 'r' })).toBe(false);
    desk.hear('a', channels, sender());
    expect(desk.ask('a', { kind: 'open-channel', channelId: 'r' })).toBe(true);
    expect(desk.ask('b', { kind: 'open-channel', channelId: 'r' })).toBe(false);
    store.dispatch({ kind: 'channel-mute-requested', serviceId: 'a', channelId: 'r', level: 'none' });
    store.dispatch({ kind: 'view-document-replaced', serviceId: 'a' });
    store.dispatch({ kind: 'channel-mute-requested', serviceId: 'a', channelId: 'r', level: 'all' });
    expect(asked).toEqual([
      { kind: 'open-channel', channelId: 'r' },
      { kind: 'mute-channel', channelId: 'r', level: 'none' },
    ]);
    desk.stop();
  });

  it('C21 tells which channel the page shows', () => {
    const { desk, sender, session } = setUp();
    desk.hear('a', channels, sender());
    desk.hear('a', { kind: 'channel-shown', channelId: 'r' }, sender({ senderId: 2 }));
    expect(session().openChannelId).toBeUndefined();
    desk.hear('a', { kind: 'channel-shown', channelId: 'r' }, sender());
    expect(session().openChannelId).toBe('r');
  });

  it('C22 asks for one channel, or all of a service of which something is unread, where that can be done', () => {
    const { store, desk, sender, asked } = setUp();
    const list = [aChannel('r'), aChannel('s', { unread: 2 }), aChannel('t', { mentions: 1, muted: true })];
    const read = (): void => {
      store.dispatch({ kind: 'channel-read-requested', serviceId: 'a', channelId: 'r' });
      store.dispatch({ kind: 'service-read-requested', serviceId: 'a' });
      store.dispatch({ kind: 'service-read-requested', serviceId: 'b' });
    };
    read();
    desk.hear('a', { ...channels, channels: list, canMarkRead: false }, sender());
    read();
    expect(asked).toEqual([]);
    desk.hear('a', { ...channels, channels: list }, sender());
    read();
    expect(asked).toEqual(['r', 's', 't'].map((channelId) => ({ kind: 'read-channel', channelId })));
  });
});

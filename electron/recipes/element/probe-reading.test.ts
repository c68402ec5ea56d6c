import { afterEach, expect, it, vi } from 'vitest';
import type { ElementKit, MatrixClient, MatrixRoom } from './page-model';
import { addReading } from './probe-reading';

afterEach(() => void vi.unstubAllGlobals());

const room = (roomId: string, isMarked: boolean, more: object = {}) => ({
  roomId,
  getAccountData: () => ({ getContent: () => ({ unread: isMarked }) }),
  getLiveTimeline: () => ({ getEvents: () => ['first', `last of ${roomId}`] }),
  ...more,
});

it('C22 tells of the last event as far as the person lets others know, and takes the mark away', async () => {
  const sendReadReceipt = vi.fn(() => Promise.resolve());
  const setRoomAccountData = vi.fn(() => Promise.resolve());
  const client = {
    getVisibleRooms: () => [
      room('!a', false),
      room('!b', true, { getLastLiveEvent: () => 'in a thread' }),
      room('!empty', false, { getLiveTimeline: () => ({ getEvents: () => [] }) }),
    ],
    sendReadReceipt,
    setRoomAccountData,
  } as unknown as MatrixClient;
  const ownValue = (owner: object, name: string): unknown => Reflect.get(owner, name);
  const kit = { probe: { ownValue } } as unknown as ElementKit;
  vi.stubGlobal('kit', kit);
  addReading('kit');
  await kit.reading.read(client, '!a');
  const getValue = (_name: string, roomId: string): boolean => roomId === '!b';
  vi.stubGlobal('mxSettingsStore', { getValue });
  for (const id of ['!a', '!b', '!empty', '!gone']) await kit.reading.read(client, id);
  expect(sendReadReceipt.mock.calls).toEqual([
    ['last of !a', 'm.read.private', true],
    ['last of !a', 'm.read.private', true],
    ['in a thread', 'm.read', true],
  ]);
  expect(setRoomAccountData.mock.calls).toEqual([['!b', 'm.marked_unread', { unread: false }]]);
});

it('C2 what was said before what was read in a thread is read', () => {
  const kit = { probe: { ownValue: () => undefined } } as unknown as ElementKit;
  vi.stubGlobal('kit', kit);
  addReading('kit');
  const event = (id: string, atMs: number, threadRootId?: string) => ({
    threadRootId,
    getId: () => id,
    getTs: () => atMs,
    getType: () => 'm.room.message',
    getSender: () => '@bob:x',
    getContent: () => ({}),
    isRedacted: () => false,
  });
  const events = [event('$root', 1, '$root'), event('$two', 2), event('$four', 4)];
  const unread = (readTo: string): number =>
    kit.reading.unread(
      {
        getLiveTimeline: () => ({ getEvents: () => events }),
        getEventReadUpTo: () => readTo,
        hasUserReadEvent: () => false,
        findEventById: (id: string) =>
          [...events, event('$reply', 3, '$root')].find((one) => one.getId() === id),
      } as unknown as MatrixRoom,
      '@alice:x',
    );
  expect([unread('$reply'), unread('$two'), unread('$root'), unread('$gone')]).toEqual([1, 1, 2, 3]);
});

/** What the probe handed over of The Lounge 4.5.2, with a query and a list of channels open. */
export const recorded = {
  isLoaded: true,
  isSigningIn: false,
  version: '4.5.2',
  highlights: 'deploy, on call',
  notifiesAll: false,
  networks: [
    {
      uuid: '4f0c6b0e-2d0e-4d5e-9a52-0a4c8d9c1b77',
      nick: 'alice',
      channels: [
        { id: 1, name: 'Loopback', type: 'lobby', unread: 3, highlight: 0, muted: false },
        {
          id: 2,
          name: '#General',
          type: 'channel',
          unread: 5,
          highlight: 1,
          muted: false,
          time: '2026-11-25T21:00:00.000Z',
        },
        { id: 3, name: '#busy', type: 'channel', unread: 40, highlight: 2, muted: true, time: 'never' },
        { id: 4, name: 'bob', type: 'query', unread: 2, highlight: 1, muted: false },
        { id: 5, name: 'Channel list', type: 'special', unread: 0, highlight: 0, muted: false },
      ],
    },
    { uuid: 'b', nick: 'alice_', channels: [{ id: 9, name: '#general', type: 'channel' }] },
  ],
};

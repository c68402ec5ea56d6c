import type { ListenAnswer } from '../listening';
import { createFakePort, liveOver, type Answers, type FakePort } from '../listening.test-support';
import { own } from '../raw';
import { listen } from './listener';

export const json = (value: unknown): Partial<ListenAnswer> => ({ text: JSON.stringify(value) });

const me = {
  id: 'me',
  username: 'alice',
  first_name: 'Alice',
  notify_props: { desktop: 'mention', mention_keys: 'deploy', channel: 'true' },
};
const channel = {
  id: 'c1',
  team_id: 't1',
  type: 'O',
  display_name: 'Builds',
  name: 'builds',
  last_post_at: 1000,
  total_msg_count: 5,
  total_msg_count_root: 5,
};
const member = {
  channel_id: 'c1',
  user_id: 'me',
  msg_count: 3,
  msg_count_root: 3,
  last_viewed_at: 900,
  notify_props: { desktop: 'default', mark_unread: 'all' },
};

const REST: Answers = {
  '/api/v4/config/client': json({ Version: '11.9.0', SiteName: 'Mattermost', CollapsedThreads: 'always_on' }),
  '/api/v4/users/me': json(me),
  '/api/v4/users/me/status': json({ status: 'online' }),
  '/api/v4/users/me/teams': json([{ id: 't1', name: 'engineering', display_name: 'Engineering' }]),
  '/api/v4/users/me/preferences': json([]),
  '/api/v4/users/me/channels': json([channel]),
  '/api/v4/users/me/channel_members': json([member]),
  '/api/v4/users/me/teams/t1/threads': json({ threads: [] }),
  '/api/v4/users/ids': json([]),
  '/api/v4/channels/c1': json(channel),
  '/api/v4/channels/c1/members/me': json(member),
  '/api/v4/channels/c1/posts': json({ posts: {} }),
};

export const hello = (connectionId = 'line'): object => ({
  event: 'hello',
  data: { connection_id: connectionId },
  broadcast: {},
  seq: 0,
});
const OPENING: readonly object[] = [hello()];

/** A port with an 11.9 behind it that has one channel; what is given is instead of the server's own. */
export const fakePort = (
  answers: Answers = {},
  opening = OPENING,
  pong: object = { status: 'OK' },
): FakePort =>
  createFakePort({ ...REST, ...answers }, (frame) =>
    frame === undefined ? opening : [{ ...pong, seq_reply: own(frame, 'seq') }],
  );

/** What the session of that server has. */
export const start = {
  url: 'https://chat.example.org/',
  credentials: { cookies: { MMAUTHTOKEN: 'token', MMUSERID: 'me', MMCSRF: 'csrf' }, values: {} },
  resume: undefined,
};

/** Listens to that server. */
export const live = liveOver(listen, start);

/** A message of bob's, as it is told. */
export const posted = (
  seq: number,
  id: string,
  more: { readonly post?: object; readonly data?: object } = {},
): string =>
  JSON.stringify({
    event: 'posted',
    data: {
      channel_type: 'O',
      sender_name: '@bob',
      post: JSON.stringify({
        id,
        channel_id: 'c1',
        user_id: 'bob',
        root_id: '',
        type: '',
        message: '@alice hello',
        create_at: 2000 + seq,
        ...more.post,
      }),
      mentions: '["me"]',
      ...more.data,
    },
    broadcast: { channel_id: 'c1' },
    seq,
  });

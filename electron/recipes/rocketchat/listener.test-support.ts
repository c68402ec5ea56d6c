import { createFakePort, liveOver, type Answers, type FakePort } from '../listening.test-support';
import type { ListenAnswer } from '../listening';
import { own, ownText } from '../raw';
import { listen } from './listener';

/** An answer by REST. */
export const json = (body: object): Partial<ListenAnswer> => ({
  text: JSON.stringify({ success: true, ...body }),
});

const REST: Answers = {
  '/api/info': json({ version: '8.1' }),
  '/api/v1/me': json({ _id: 'u1', username: 'alice', name: 'Alice', settings: { preferences: {} } }),
  '/api/v1/subscriptions.get': json({
    update: [
      {
        _id: 's1',
        rid: 'r1',
        t: 'c',
        name: 'general',
        open: true,
        alert: true,
        _updatedAt: '1970-01-01T00:00:01Z',
      },
    ],
  }),
  '/api/v1/rooms.get': json({ update: [{ _id: 'r1', lm: '1970-01-01T00:00:00.9Z' }] }),
  '/api/v1/settings.public': json({ settings: [{ _id: 'UI_Use_Real_Name', value: false }] }),
};

/** What methods give. */
const METHODS: Readonly<Record<string, unknown>> = {
  login: { id: 'u1', token: 't1' },
};

/** A port with an 8.1 behind it that has one room; answers given are instead of the server's own. */
export function fakePort(answers: Answers = {}, methods: Readonly<Record<string, unknown>> = {}): FakePort {
  return createFakePort({ ...REST, ...answers }, (frame) => {
    const id = own(frame, 'id');
    switch (own(frame, 'msg')) {
      case 'connect':
        return [{ msg: 'connected', session: 'x' }];
      case 'sub':
        return [{ msg: 'ready', subs: [id] }];
      case 'method': {
        const result = { ...METHODS, ...methods }[ownText(frame, 'method')];
        return [{ msg: 'result', id, ...(result instanceof Error ? { error: result } : { result }) }];
      }
      default:
        return [];
    }
  });
}

/** What a page of that server keeps. */
export const start = {
  url: 'https://chat.example.org/',
  credentials: { cookies: {}, values: { 'Meteor.userId': 'u1', 'Meteor.loginToken': 't1' } },
  resume: undefined,
};

/** Listens to that server. */
export const live = liveOver(listen, start);

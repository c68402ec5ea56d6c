import type { Chat } from '../chat/chat.js';
import { publicSettings } from '../settings.js';
import { isAtLeast } from '../versions.js';
import type { Endpoints, ServerFacts } from './endpoint.js';

/** Version and settings, for everybody. */
export function infoEndpoints(chat: Chat, facts: ServerFacts): Endpoints {
  const { version } = facts;
  const info = () =>
    Promise.resolve({
      // The patch part is for administrators.
      version: version.split('.').slice(0, 2).join('.'),
      ...(isAtLeast(version, '5.0.0')
        ? { minimumClientVersions: { desktop: '3.9.6', mobile: '4.39.0' } }
        : {}),
    });
  return {
    'GET info': { isOpen: true, run: info },
    'GET v1/info': { isOpen: true, run: info },
    'GET v1/settings.public': {
      isOpen: true,
      run: async ({ query }) => {
        const wanted = isAtLeast(version, '7.0.0') ? query.get('_id')?.split(',') : idsIn(query.get('query'));
        const all = await publicSettings(chat, facts);
        const settings = wanted === undefined ? all : all.filter(({ _id }) => wanted.includes(_id));
        return { settings, count: settings.length, offset: 0, total: settings.length };
      },
    },
  };
}

/** The ids of `{"_id":"x"}` or `{"_id":{"$in":["x"]}}`, as servers before 7.0 were asked. */
function idsIn(query: string | null): readonly string[] | undefined {
  if (query === null) return undefined;
  const { _id } = JSON.parse(query) as { _id?: string | { $in?: string[] } };
  if (_id === undefined) return undefined;
  return typeof _id === 'string' ? [_id] : (_id.$in ?? []);
}

import { load } from '../package.js';
import type { Change, Keeper, News } from './keeper.js';
import type { Kinds } from './records.js';

/** What of `ioredis` is used here. */
interface Client {
  hget(key: string, field: string): Promise<string | null>;
  hvals(key: string): Promise<readonly string[]>;
  eval(script: string, keys: number, ...args: readonly string[]): Promise<unknown>;
  subscribe(topic: string): Promise<unknown>;
  on(event: 'message', listener: (topic: string, text: string) => void): void;
  disconnect(): void;
}

const TOPIC = 'rocketchat:news';
const COUNTER = 'rocketchat:count';

/** Writes only over what was read; numbers what is new, and tells of it in the same step. */
const CHANGE = `
local now = redis.call('HGET', KEYS[1], ARGV[1])
local number, text = string.match(now or '', '^(%d+) (.*)$')
if (text or '') ~= ARGV[2] then return 0 end
if ARGV[3] == 'remove' then redis.call('HDEL', KEYS[1], ARGV[1])
elseif ARGV[3] ~= '' then
  number = number or redis.call('INCR', KEYS[3])
  redis.call('HSET', KEYS[1], ARGV[1], number .. ' ' .. ARGV[3])
end
for at = 4, #ARGV do redis.call('PUBLISH', KEYS[2], ARGV[at]) end
return 1
`;

/** A keeper on a Redis, over connections of its own: what one process of a Rocket.Chat has. */
export async function openRedisKeeper(port: number): Promise<Keeper> {
  const { Redis } = load('ioredis') as { readonly Redis: new (port: number, host: string) => Client };
  const [client, hearing] = [new Redis(port, '127.0.0.1'), new Redis(port, '127.0.0.1')];
  const listeners = new Set<(news: News) => void>();
  hearing.on('message', (_topic, text) => {
    const news = JSON.parse(text) as News;
    for (const listener of listeners) listener(news);
  });
  await hearing.subscribe(TOPIC);
  const textOf = async (kind: string, id: string): Promise<string> =>
    split(await client.hget(keyOf(kind), id)).text;
  const isChanged = async (kind: string, ...args: readonly string[]): Promise<boolean> =>
    (await client.eval(CHANGE, 3, keyOf(kind), TOPIC, COUNTER, ...args)) === 1;
  return {
    get: async (kind, id) => parsed(await textOf(kind, id)),
    all: async <K extends keyof Kinds>(kind: K) =>
      (await client.hvals(keyOf(kind)))
        .map(split)
        .toSorted((a, b) => a.number - b.number)
        .map(({ text }) => JSON.parse(text) as Kinds[K]),
    change: async <K extends keyof Kinds>(
      kind: K,
      id: string,
      decide: (now: Kinds[K] | undefined) => Change<Kinds[K]>,
    ): Promise<Kinds[K] | undefined> => {
      for (;;) {
        const before = await textOf(kind, id);
        const now = parsed<Kinds[K]>(before);
        const { keep, tell = [] } = decide(now);
        const next = keep === undefined || keep === 'remove' ? (keep ?? '') : JSON.stringify(keep);
        if (await isChanged(kind, id, before, next, ...tell.map((one) => JSON.stringify(one))))
          return keep === undefined ? now : parsed(keep === 'remove' ? '' : next);
      }
    },
    tell: async (...news) => {
      // A record that nobody has: it is only told.
      if (news.length > 0) await isChanged('told', '', '', '', ...news.map((one) => JSON.stringify(one)));
    },
    hear: (listener) => {
      listeners.add(listener);
      return () => void listeners.delete(listener);
    },
    close: () => {
      client.disconnect();
      hearing.disconnect();
    },
  };
}

const keyOf = (kind: string): string => `rocketchat:${kind}`;

/** A record's number, in the order in which they were made, and its JSON. */
function split(value: string | null): { readonly number: number; readonly text: string } {
  const at = value?.indexOf(' ') ?? -1;
  return { number: Number(value?.slice(0, at) ?? 0), text: value?.slice(at + 1) ?? '' };
}

const parsed = <T>(text: string): T | undefined => (text === '' ? undefined : (JSON.parse(text) as T));

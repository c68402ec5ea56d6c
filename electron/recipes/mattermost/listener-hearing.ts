import type { ListenPort, StopListening } from '../listening';
import { failing } from '../listening-failing';
import { createMemory } from '../listening-memory';
import { createOddEnds } from '../listening-place';
import { createTelling } from '../listening-telling';
import { listOf, own, ownCount, ownText, parsedJson } from '../raw';
import { createNamesTeller } from '../tell-names';
import { countPost } from './listener-counting';
import { createDue } from './listener-due';
import { takeEvent } from './listener-events';
import { createAsks, emptyKnown, toLists } from './listener-known';
import { findMissed } from './listener-missed';
import { createRest, toCookie, Unanswered } from './listener-rest';
import { openStream, type StreamEvent } from './listener-socket';
import { isMentionedIn, readNotification, type Occasion } from './listener-words';
import { channelReader, readNameFormat, readPerson } from './read-channels';
import { readOwnNames } from './read-own-names';

interface Hearing {
  /** Its address, without a slash at the end. */
  readonly base: string;
  readonly cookies: Readonly<Record<string, string>>;
  readonly resume: unknown;
  /** It was heard before. */
  readonly isKnown: boolean;
}

/** Hears all that happens, asks for all there is, and then for what was missed. */
export function hearServer({ base, cookies, resume, isKnown }: Hearing, port: ListenPort): StopListening {
  const known = emptyKnown();
  const memory = createMemory(ownText(cookies, 'MMUSERID'), resume);
  const rest = createRest(base, cookies, port);
  const asks = createAsks(known, rest);
  /** What happens before all there is was told; undefined from then on. */
  const now: { early: StreamEvent[] | undefined } = { early: [] };

  const ends = createOddEnds({ isKnown }, port);
  const fail = (error: unknown): void => {
    if (!(error instanceof Unanswered)) return failing(port)(error);
    if (error.kind === 'signed-out') return port.end('refused', 'the session is over');
    return error.kind === 'away'
      ? port.end('lost', 'the server does not answer')
      : ends.odd('the server lists nothing');
  };

  const reader = () => {
    const read = channelReader(toLists(known));
    return (id: string) => read(known.channels.get(id))[0];
  };
  const telling = createTelling(
    {
      ids: () => [...known.channels.keys()],
      reader,
      toResume: () => ({ ...memory.toResume(), ...stream.place() }),
    },
    memory,
    port,
  );
  const tellNames = createNamesTeller(port);
  const due = createDue(
    known,
    asks,
    {
      onChannels: (ids) => ids.forEach(telling.touch),
      onAll: () => {
        tellNames(readOwnNames(known.me));
        telling.touchAll();
      },
      onFailed: fail,
    },
    port,
  );

  /** Decides of a message, once. */
  const decide = (occasion: Occasion): void => {
    const id = ownText(occasion.post, 'id');
    if (memory.heard.has(id)) return;
    const channelId = ownText(occasion.post, 'channel_id');
    const heard = readNotification(occasion, known, () => reader()(channelId)?.name ?? '');
    if (heard !== undefined) telling.notify(heard);
    else if (id !== '') memory.heard.add(id, port.nowMs());
  };
  /** How the person wants to see whoever wrote it; undefined where that has to be asked for. */
  const shownOf = (post: unknown, sender: string): string | undefined => {
    const props = own(post, 'props');
    const override = ownText(props, 'from_webhook') === 'true' ? ownText(props, 'override_username') : '';
    if (override !== '' || (sender !== '' && readNameFormat(known) === 'username')) return override || sender;
    return readPerson(known.people.get(ownText(post, 'user_id')), known) || undefined;
  };
  /** Decides of a message as soon as all is known that it needs: at once, as a rule. */
  const settle = (post: unknown, more: Omit<Occasion, 'post' | 'senderShown'>): void => {
    const senderShown = shownOf(post, more.sender);
    const channelId = ownText(post, 'channel_id');
    if (senderShown !== undefined && known.channels.has(channelId))
      return decide({ post, senderShown, ...more });
    const ask = async (): Promise<void> => {
      await due.whenKnown(channelId);
      await asks.people([ownText(post, 'user_id')]);
      decide({ post, senderShown: shownOf(post, more.sender) ?? more.sender, ...more });
    };
    ask().catch(fail);
  };
  const hearPost = (data: unknown): void => {
    const post = parsedJson(ownText(data, 'post'));
    const channelId = ownText(post, 'channel_id');
    if (channelId === '' || ownText(post, 'id') === '') return;
    const me = ownText(known.me, 'id');
    const isMentioned = idsIn(data, 'mentions').includes(me);
    due.stir(channelId);
    memory.see(ownCount(post, 'create_at'), port.nowMs());
    countPost(known, post, isMentioned);
    telling.touch(channelId);
    settle(post, {
      sender: ownText(data, 'sender_name').replace(/^@/, ''),
      isMentioned,
      follows: idsIn(data, 'followers').includes(me),
      file: isTrue(data, 'image') ? 'image' : isTrue(data, 'otherFile') ? 'other' : undefined,
    });
  };
  const catchUp = async (sinceMs: number): Promise<void> => {
    const found: unknown[] = [];
    const find = (post: unknown): void => void found.push(post);
    await findMissed({ sinceMs, rest, known, find });
    await asks.people(found.map((post) => ownText(post, 'user_id')));
    for (const post of found) {
      const file = own(own(own(post, 'metadata'), 'files'), '0');
      const isImage = ownText(file, 'mime_type').startsWith('image/');
      settle(post, {
        sender: ownText(known.people.get(ownText(post, 'user_id')), 'username'),
        isMentioned: isMentionedIn(post, known),
        follows: known.threads.has(ownText(post, 'root_id')),
        file: file === undefined ? undefined : isImage ? 'image' : 'other',
      });
    }
  };
  const wanted = {
    ...due,
    channel: (id: string) => {
      due.stir(id);
      due.channel(id);
    },
    touch: (id: string) => {
      due.stir(id);
      telling.touch(id);
    },
    touchAll: telling.touchAll,
  };
  const hear = (one: StreamEvent): void => {
    if (now.early !== undefined) {
      now.early.push(one);
      due.stir(ownText(one.broadcast, 'channel_id'));
    } else if (one.event === 'posted') hearPost(one.data);
    else takeEvent(one, known, wanted);
  };

  const begin = async (): Promise<void> => {
    // As a page that nobody looks at.
    stream.send('user_update_active_status', { user_is_active: false, manual: false });
    await due.begin();
    for (const channel of known.channels.values())
      memory.see(ownCount(channel, 'last_post_at'), port.nowMs());
    tellNames(readOwnNames(known.me));
    telling.tellAll();
    port.tell({ kind: 'live' });
    const early = now.early ?? [];
    now.early = undefined;
    early.forEach(hear);
    const missedSinceMs = memory.missedSinceMs(port.nowMs());
    if (missedSinceMs !== undefined) await catchUp(missedSinceMs);
    memory.finish();
    telling.flush();
  };

  const stream = openStream(
    {
      url: `${base.replace(/^http/, 'ws')}/api/v4/websocket`,
      cookie: toCookie(cookies),
      from: { connectionId: ownText(resume, 'connectionId'), sequence: ownCount(resume, 'sequence') },
    },
    port,
    {
      onReady: () => void begin().catch(fail),
      onEvent: hear,
      onStranger: () => {
        // Only REST says it for sure.
        rest('/users/me').then(() => port.end('lost', 'the line knows nobody'), fail);
      },
      onGap: () => {
        telling.flush();
        port.end('lost', 'something of the line is missing');
      },
      onLost: (status) => {
        telling.flush();
        ends.cut(status);
      },
    },
  );
  return stream.close;
}

const isTrue = (data: unknown, name: string): boolean =>
  own(data, name) === true || own(data, name) === 'true';

/** Ids in a list that came as text. */
const idsIn = (data: unknown, name: string): readonly unknown[] => listOf(parsedJson(ownText(data, name)));

import type { HeardNotification, ListenPort, StopListening } from '../listening';
import { failing } from '../listening-failing';
import { createMemory } from '../listening-memory';
import { createOddEnds } from '../listening-place';
import { createTelling } from '../listening-telling';
import { listIn, own, ownText } from '../raw';
import { createNamesTeller } from '../tell-names';
import { openDdp, type DdpAnswer } from './listener-ddp';
import { tellMissed } from './listener-missed';
import { readMe, settingsPath, withSettings, type Person } from './listener-person';
import { createRest, type Login, type RestAnswer } from './listener-rest';
import { createRooms, timeOf } from './listener-rooms';
import { readMissed, readNotification } from './listener-words';
import { readOwnNames } from './read-rooms';

interface Hearing {
  /** Its address, without a slash at the end. */
  readonly base: string;
  /** `8.1`; empty where it does not say. */
  readonly version: string;
  readonly login: Login;
  readonly resume: unknown;
  /** It was heard before. */
  readonly isKnown: boolean;
}

interface Early {
  readonly gone: Set<string>;
  readonly heard: [HeardNotification, payload: unknown][];
}

/** Signs in, hears what is for the person, asks for all there is, and then for what was missed. */
export function hearServer(
  { base, version, login, resume, isKnown }: Hearing,
  port: ListenPort,
): StopListening {
  const person: Person = { me: {}, settings: {}, status: '' };
  const rooms = createRooms();
  const memory = createMemory(login.userId, resume);
  const rest = createRest(base, login, port);
  const telling = createTelling(
    {
      ids: () => rooms.all().map(({ rid }) => rid),
      reader: () => (rid) => rooms.toChannel(rid, person),
      toResume: memory.toResume,
    },
    memory,
    port,
  );
  const known = { base, person, rooms };
  /** What comes before all there is was told; undefined from then on. */
  const now: { early: Early | undefined; isAsking: boolean } = {
    early: { gone: new Set(), heard: [] },
    isAsking: false,
  };

  const refuse = (): void => port.end('refused', 'the server does not take the login any more');
  const ends = createOddEnds({ isKnown }, port);

  const see = (said: unknown): void => {
    memory.see(Math.max(timeOf(said, '_updatedAt'), timeOf(said, 'lm')), port.nowMs());
  };
  const hearSubscription = ([action, said]: readonly unknown[]): void => {
    if (action !== 'removed') {
      telling.touch(rooms.learnSubscription(said));
      return see(said);
    }
    now.early?.gone.add(ownText(said, '_id'));
    return telling.touch(rooms.forget(said));
  };
  const hearRoom = ([action, said]: readonly unknown[]): void => {
    if (action === 'removed') return;
    telling.touch(rooms.learnRoom(said));
    see(said);
  };
  const hearNotification = ([said]: readonly unknown[]): void => {
    const heard = readNotification(said, known, port.nowMs());
    if (heard === undefined) return;
    const payload = own(said, 'payload');
    if (now.early === undefined) notify(heard, payload);
    else now.early.heard.push([heard, payload]);
  };
  const notify = (heard: HeardNotification, payload: unknown): void => {
    const rid = heard.channelId;
    if (rooms.get(rid) === undefined) {
      rooms.guess(rid, ownText(payload, 'type'), ownText(payload, 'name') || heard.sender || heard.title);
      telling.touch(rid);
    }
    telling.notify(heard);
  };
  const tellNames = createNamesTeller(port);
  const learnMe = (body: unknown): void => {
    Object.assign(person, readMe(body));
    tellNames(readOwnNames(person));
  };
  const askMe = async (): Promise<void> => {
    if (now.isAsking) return;
    now.isAsking = true;
    const answer = await rest('me');
    now.isAsking = false;
    if (answer.kind === 'signed-out') return refuse();
    if (answer.kind !== 'ok') return;
    learnMe(answer.body);
    telling.touchAll();
  };
  const hearPerson = ([said]: readonly unknown[]): void => {
    const diff = own(said, 'diff');
    const status = ownText(diff, 'status');
    if (status !== '') person.status = status;
    const names = typeof diff === 'object' && diff !== null ? Object.keys(diff) : [];
    if (names.some((name) => /^(?:settings|username|name)/.test(name))) void askMe().catch(fail);
  };
  const hearSetting = ([, said]: readonly unknown[]): void => {
    const settings = withSettings(person.settings, [said]);
    if (settings === person.settings) return;
    person.settings = settings;
    telling.touchAll();
  };
  const fail = failing(port);

  const hearers: Readonly<Record<string, ((args: readonly unknown[]) => void) | undefined>> = {
    notification: hearNotification,
    'subscriptions-changed': hearSubscription,
    'rooms-changed': hearRoom,
    userData: hearPerson,
    force_logout: refuse,
    'public-settings-changed': hearSetting,
  };

  const signIn = async (): Promise<void> => {
    const answer = await line.call('login', { resume: login.token });
    if (answer.kind === 'ok') return listenAndAsk(ownText(answer.value, 'id') || login.userId);
    return isDead(answer) ? refuse() : port.end('lost', 'the server did not let us in');
  };
  const listenAndAsk = async (userId: string): Promise<void> => {
    const streams = ['notification', 'subscriptions-changed', 'rooms-changed', 'userData', 'force_logout'];
    const [isNotified, isTold] = await Promise.all([
      ...streams.map((what) => line.subscribe('notify-user', `${userId}/${what}`)),
      line.subscribe('notify-all', 'public-settings-changed'),
    ]);
    if (!isNotified || !isTold) return ends.odd('the server tells nothing of the person');
    // Asked for once all is heard: nothing falls between.
    const [me, settings, subscriptions, all] = await Promise.all([
      rest('me'),
      rest(settingsPath(version)),
      rest('subscriptions.get'),
      rest('rooms.get'),
    ]);
    const asked = [me, subscriptions, all, settings];
    if (asked.some(({ kind }) => kind === 'signed-out')) return refuse();
    if (asked.some(({ kind }) => kind === 'away')) return port.end('lost', 'the server does not answer');
    if (me.kind !== 'ok' || subscriptions.kind !== 'ok' || all.kind !== 'ok')
      return ends.odd('the server lists no rooms');
    return tellAll(me.body, settings, listIn(subscriptions.body, 'update'), listIn(all.body, 'update'));
  };
  const tellAll = async (
    me: unknown,
    settings: RestAnswer,
    subscriptions: readonly unknown[],
    all: readonly unknown[],
  ): Promise<void> => {
    const toldSettings = settings.kind === 'ok' ? listIn(settings.body, 'settings') : [];
    person.settings = withSettings(person.settings, toldSettings);
    learnMe(me);
    for (const one of subscriptions) {
      if (!now.early?.gone.has(ownText(one, '_id'))) rooms.learnSubscription(one);
      see(one);
    }
    for (const one of all) {
      rooms.learnRoom(one);
      see(one);
    }
    telling.tellAll();
    port.tell({ kind: 'live' });
    // So it is with every page that nobody looks at for a while.
    if (person.status === 'online') void line.call('UserPresence:away');
    const heard = now.early?.heard ?? [];
    now.early = undefined;
    for (const [one, payload] of heard) notify(one, payload);
    await catchUp();
  };
  const catchUp = async (): Promise<void> => {
    const sinceMs = memory.missedSinceMs(port.nowMs());
    const found =
      sinceMs === undefined
        ? 'all'
        : await tellMissed({
            sinceMs,
            rest,
            rooms,
            read: (message, room) => readMissed(message, room, known),
            tell: telling.notify,
          });
    if (found === 'signed-out') return refuse();
    if (found === 'away') return port.end('lost', 'the server does not say what was missed');
    memory.finish();
    return telling.flush();
  };

  const line = openDdp(`${base.replace(/^http/, 'ws')}/websocket`, port, {
    onConnected: () => void signIn().catch(fail),
    onEvent: (key, args) => {
      const name = key.slice(key.indexOf('/') + 1);
      if (Object.hasOwn(hearers, name)) hearers[name]?.(args);
    },
    onOther: () => ends.odd('the server speaks another DDP'),
    onLost: (status) => {
      telling.flush();
      ends.cut(status);
    },
  });
  return line.close;
}

/** What the web client takes for the end of a login (`ddpSdk.ts`). */
const DEAD = new Set(['User not found', 'Login token expired', 'You are not allowed to use this token']);
const isDead = ({ code, reason }: DdpAnswer & { readonly kind: 'refused' }): boolean =>
  code === 401 || code === 403 || DEAD.has(reason);

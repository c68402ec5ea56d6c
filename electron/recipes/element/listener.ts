import type { Credentials, Listen, ListenPort } from '../listening';
import { failing } from '../listening-failing';
import { own, ownCount, ownText } from '../raw';
import { createMatrixAsks, MatrixEnd, type MatrixAsks, type MatrixSession } from './listener-asks';
import { isEmptyBatch, readSync, type Batch } from './listener-batch';
import { createRoomBook, type Heard, type RoomBook, type TakeAs, type Taken } from './listener-book';
import { fetchMissed } from './listener-missed';
import { createSlidingStream } from './listener-sliding';
import { createSyncStream, type MatrixStream } from './listener-stream';
import { createTeller } from './listener-teller';

/** How long the server holds back an answer that has nothing to tell. */
const POLL_MS = 30_000;
/** Answers that come sooner than that one after another are spread: so long, and longer where nothing was in them. */
const SOON_MS = 200;
const PAUSE_MS = 50;
const IDLE_PAUSE_MS = 1000;
/** Where nothing was heard before. */
const NOTHING: Heard = { atMs: 0, lastOf: () => undefined };
/** A wait this long that is cut was quiet. */
const QUIET_MS = 5000;

/**
 * Listens to a Matrix homeserver with the token of Element's page: by `/sync`, from where the last connection ended.
 * What is known at first is told by counts; after that all that comes, what answers leave out too.
 */
export const listen: Listen = ({ url, credentials, resume }, port) => {
  const now = { isOver: false };
  work(toSession(credentials, url), resume, port).catch((error: unknown) => {
    if (now.isOver) return;
    if (error instanceof MatrixEnd) port.end(error.why, error.message);
    else failing(port)(error);
  });
  return () => {
    now.isOver = true;
  };
};

/** @throws {@link MatrixEnd} when it cannot go on. */
async function work(session: MatrixSession | undefined, resume: unknown, port: ListenPort): Promise<never> {
  if (session === undefined) throw new MatrixEnd('refused', 'nobody is signed in');
  const asks = createMatrixAsks(port, session);
  const [known, hasKeys] = await Promise.all([asks.sync(undefined, 0), asks.hasKeys()]);
  if (hasKeys && !(await asks.canSlide()))
    throw new MatrixEnd('unfit', 'what is encrypted would be lost to the page');
  const book = createRoomBook(session, hasKeys);
  const teller = createTeller(port, book);
  const first = readSync(known);
  book.take(first, 'known');
  const lastIds = own(resume, 'last');
  const heard: Heard = {
    atMs: ownCount(resume, 'atMs'),
    lastOf: (roomId) => ownText(lastIds, roomId) || undefined,
  };
  const ground: Ground = { asks, book, userId: session.userId, heard };
  const { line, missed } = hasKeys
    ? await openSlidingLine(ground, first, ownText(resume, 'pos'))
    : await openLine(ground, first, ownText(resume, 'since'));
  const rememberAll = (): void => {
    // Who sends may say any time.
    port.remember({
      ...line.stream.resume(),
      atMs: Math.min(book.lastMs(), port.nowMs()),
      last: book.lastIds(),
    });
  };
  teller.tellAll();
  if (missed !== undefined) teller.tell(missed);
  rememberAll();
  port.tell({ kind: 'live' });
  for (;;) {
    const askedAtMs = port.nowMs();
    const taken = await hearOn(line, port);
    teller.tell(taken);
    // Where nothing came the place is as good as the last.
    if (!taken.isEmpty) rememberAll();
    // A server that answers at once, again and again, is not asked without end.
    if (port.nowMs() - askedAtMs < SOON_MS) await pause(port, taken.isEmpty ? IDLE_PAUSE_MS : PAUSE_MS);
  }
}

/** A wait that was cut after a while is taken up again once: proxies end what is quiet. */
async function hearOn(line: Line, port: ListenPort): ReturnType<typeof hear> {
  const askedAtMs = port.nowMs();
  try {
    return await hear(line, POLL_MS, 'new');
  } catch (error) {
    const wasCut = error instanceof MatrixEnd && error.message === 'network';
    if (!wasCut || port.nowMs() - askedAtMs < QUIET_MS) throw error;
    return hear(line, POLL_MS, 'new');
  }
}

/** What every line of a connection stands on. */
interface Ground {
  readonly asks: MatrixAsks;
  readonly book: RoomBook;
  readonly userId: string;
  /** What another connection heard. */
  readonly heard: Heard;
}

interface Line extends Ground {
  readonly stream: MatrixStream;
}

/** Hears the next answer, with what it leaves out. */
async function hear(
  { asks, book, stream, userId, heard }: Line,
  waitMs: number,
  as: TakeAs,
): Promise<Taken & { readonly isEmpty: boolean }> {
  const batch = await stream.next(waitMs);
  const endsAtKnown = as === 'new';
  const place = {
    book,
    userId,
    heardTo: stream.heardTo(),
    endsAtKnown,
    heard: endsAtKnown ? NOTHING : heard,
  };
  const missed = await fetchMissed(batch, asks, place);
  return { ...book.take(batch, as, { missed }), isEmpty: isEmptyBatch(batch) };
}

interface Opened {
  readonly line: Line;
  readonly missed?: Taken;
}

/** Goes on where the last connection ended; where the server does not know that place any more, from now on. */
async function openLine(ground: Ground, first: Batch, since: string): Promise<Opened> {
  const lineFrom = (place: string): Line => ({ ...ground, stream: createSyncStream(ground.asks, place) });
  const resumed = since === '' ? undefined : await resumedOver(lineFrom(since));
  return resumed ?? startedOver(lineFrom(first.next), first);
}

/** The same by sliding sync, which begins a little after the first answer. */
async function openSlidingLine(ground: Ground, first: Batch, pos: string): Promise<Opened> {
  const { asks, userId } = ground;
  const lineFrom = (place: string | undefined): Line => ({
    ...ground,
    stream: createSlidingStream(asks, userId, place),
  });
  const resumed = pos === '' ? undefined : await resumedOver(lineFrom(pos));
  if (resumed !== undefined) return resumed;
  const line = lineFrom(undefined);
  const started = startedOver(line, first);
  const known = line.book.lastIds();
  const begun = line.book.take(await line.stream.next(0), 'missed', {
    heard: { atMs: line.book.lastMs(), lastOf: (roomId) => known[roomId] },
  });
  const notifications = [...(started.missed?.notifications ?? []), ...begun.notifications];
  return { line, missed: { ...begun, notifications } };
}

/** Undefined where the server does not know the place any more. */
async function resumedOver(line: Line): Promise<Opened | undefined> {
  try {
    return { line, missed: await hear(line, 0, 'missed') };
  } catch (error) {
    if (error instanceof MatrixEnd && error.isOfAsking) return undefined;
    throw error;
  }
}

/** After what was heard before, the first answer tells what was missed, as far as it has it. */
function startedOver(line: Line, first: Batch): Opened {
  const { book, heard } = line;
  return heard.atMs === 0 ? { line } : { line, missed: book.take(first, 'missed', { heard }) };
}

const pause = (port: ListenPort, delayMs: number): Promise<void> =>
  new Promise((resolve) => void port.after(delayMs, resolve));

/** Undefined where nobody is signed in, or the homeserver is asked less safely than the page itself was. */
function toSession({ values }: Credentials, url: string): MatrixSession | undefined {
  const { homeserver = '', token = '', userId = '', deviceId = '' } = values;
  if (token === '' || userId === '' || !URL.canParse(homeserver)) return undefined;
  const { protocol } = new URL(homeserver);
  if (protocol !== 'https:' && !(protocol === 'http:' && url.startsWith('http:'))) return undefined;
  return {
    homeserver: homeserver.replace(/\/+$/, ''),
    token,
    userId,
    deviceId,
    usesRefresh: values['usesRefresh'] === 'yes',
    isQuiet: values['isQuiet'] === 'yes',
    hidesText: values['hidesText'] === 'yes',
  };
}

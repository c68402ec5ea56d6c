import type { ListenPort } from '../listening';
import { encodedPart, own, ownText, parsedJson } from '../raw';

/** One event of the stream. */
export interface StreamEvent {
  readonly event: string;
  readonly data: unknown;
  readonly broadcast: unknown;
}

/** Where in which stream a listener is: the server goes on from there while it keeps it. */
export interface Place {
  readonly connectionId: string;
  /** Number of the next event. */
  readonly sequence: number;
}

export interface StreamEvents {
  /** From now on all is heard. Once. */
  readonly onReady: () => void;
  readonly onEvent: (event: StreamEvent) => void;
  /** The server does not know the session. */
  readonly onStranger: () => void;
  /** An event is missing. */
  readonly onGap: () => void;
  /** The line is over; `status` is that of the answer where it never was a WebSocket. */
  readonly onLost: (status: number | undefined) => void;
}

export interface Stream {
  readonly place: () => Place;
  readonly send: (action: string, data: object) => void;
  readonly close: () => void;
}

/** How often the server is asked whether it still knows the session: that one is over it does not say. */
const PING_MS = 60_000;
const PONG_MS = 15_000;

/** Opens the stream, from where the last one ended. `url` is that of the server's WebSocket. */
export function openStream(
  request: { readonly url: string; readonly cookie: string; readonly from: Place },
  port: Pick<ListenPort, 'connect' | 'after'>,
  events: StreamEvents,
): Stream {
  const { connectionId, sequence } = request.from;
  const now = { connectionId, sequence, asked: 0, answered: 0, isReady: false, isOver: false };

  const send = (action: string, data: object): void => {
    if (now.isOver) return;
    now.asked += 1;
    socket.send(JSON.stringify({ seq: now.asked, action, data }));
  };
  const lose = (status?: number): void => {
    if (now.isOver) return;
    now.isOver = true;
    events.onLost(status);
  };
  const ready = (): void => {
    if (now.isReady) return;
    now.isReady = true;
    events.onReady();
  };
  const ping = (): void => {
    if (now.isOver) return;
    send('ping', {});
    const { asked } = now;
    port.after(PONG_MS, () => {
      if (now.answered < asked && !now.isOver) {
        socket.close();
        lose();
      }
    });
    port.after(PING_MS, ping);
  };

  const hearReply = (reply: unknown): void => {
    now.answered = now.asked;
    const code = own(own(reply, 'error'), 'status_code');
    if (code === 401) return events.onStranger();
    // The server goes on with the stream as if nothing had been, and says no hello.
    return ready();
  };
  const hearEvent = (said: unknown): void => {
    const [event, data] = [ownText(said, 'event'), own(said, 'data')];
    if (event === '') return;
    const id = ownText(data, 'connection_id');
    if (event === 'hello' && id !== now.connectionId) {
      now.connectionId = id;
      now.sequence = 0;
    }
    const isNext = own(said, 'seq') === now.sequence;
    if (!isNext) {
      // The next connection is to begin anew.
      now.connectionId = '';
      now.isOver = true;
      socket.close();
      return events.onGap();
    }
    now.sequence += 1;
    if (event === 'hello') return ready();
    return events.onEvent({ event, data, broadcast: own(said, 'broadcast') });
  };

  const from = `connection_id=${encodedPart(connectionId)}&sequence_number=${sequence}`;
  const socket = port.connect(
    { url: `${request.url}?${from}`, headers: { cookie: request.cookie } },
    {
      onOpen: ping,
      onText: (text) => {
        if (now.isOver) return;
        const said = parsedJson(text);
        if (own(said, 'seq_reply') === undefined) hearEvent(said);
        else hearReply(said);
      },
      onClose: ({ status }) => lose(status),
    },
  );
  return {
    place: () => ({ connectionId: now.connectionId, sequence: now.connectionId === '' ? 0 : now.sequence }),
    send,
    close: () => {
      now.isOver = true;
      socket.close();
    },
  };
}

import type {
  ListenAnswer,
  ListenEnd,
  ListenerTold,
  ListenPort,
  ListenRequest,
  SocketEvents,
  SocketRequest,
} from './listening';

/** A port for a listener in tests, and what came of it; timers are to be faked. */
export interface HeardPort {
  readonly port: ListenPort;
  readonly told: ListenerTold[];
  readonly remembered: object[];
  readonly ends: { readonly why: ListenEnd; readonly reason: string }[];
  readonly asked: ListenRequest[];
  /** WebSockets that were wanted, oldest first; what was sent is `sent`. */
  readonly sockets: {
    readonly request: SocketRequest;
    readonly hear: SocketEvents;
    readonly sent: string[];
  }[];
  /** What was told of one kind. */
  readonly of: <Kind extends ListenerTold['kind']>(
    kind: Kind,
  ) => readonly Extract<ListenerTold, { kind: Kind }>[];
}

/** Creates one whose server answers so; a request that is answered by nothing waits for ever. */
export function aPort(
  answer: (request: ListenRequest) => ListenAnswer | undefined = () => undefined,
): HeardPort {
  const told: ListenerTold[] = [];
  const remembered: object[] = [];
  const ends: { why: ListenEnd; reason: string }[] = [];
  const asked: ListenRequest[] = [];
  const sockets: { request: SocketRequest; hear: SocketEvents; sent: string[] }[] = [];
  const port: ListenPort = {
    nowMs: () => Date.now(),
    random: () => 0.5,
    after: (delayMs, act) => {
      const timer = setTimeout(act, delayMs);
      return () => clearTimeout(timer);
    },
    request: (request) => {
      asked.push(request);
      return new Promise((resolve) => {
        const said = answer(request);
        if (said !== undefined) resolve(said);
      });
    },
    connect: (request, hear) => {
      const sent: string[] = [];
      sockets.push({ request, hear, sent });
      return { send: (text) => void sent.push(text), close: () => undefined };
    },
    tell: (one) => void told.push(one),
    // As JSON, as it is kept.
    remember: (resume) => void remembered.push(JSON.parse(JSON.stringify(resume)) as object),
    end: (why, reason) => void ends.push({ why, reason }),
  };
  const of: HeardPort['of'] = (kind) =>
    told.filter((one): one is Extract<ListenerTold, { kind: typeof kind }> => one.kind === kind);
  return { port, told, remembered, ends, asked, sockets, of };
}

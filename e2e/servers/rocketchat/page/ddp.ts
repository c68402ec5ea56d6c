type Args = readonly unknown[];

interface Frame {
  readonly msg?: string;
  readonly id?: string;
  readonly collection?: string;
  readonly result?: unknown;
  readonly error?: { readonly error: unknown; readonly reason?: string };
  readonly fields?: { readonly eventName?: string; readonly args?: Args };
}

/** The page's one connection. */
export interface Ddp {
  call(method: string, ...params: Args): Promise<unknown>;
  /** Hears of a key of a stream, now and after every new connection, until told to stop. */
  hear(stream: string, key: string, listener: (...args: Args) => void): () => void;
}

export interface DdpOptions {
  readonly url: string;
  readonly reconnectMs: number;
  /** Each time there is a connection, before anything is heard on it. */
  readonly onConnected: (ddp: Ddp) => Promise<void>;
  /** Once it hears; what is fetched now misses nothing. */
  readonly onReady: (ddp: Ddp) => Promise<void>;
  readonly onStatus: (isConnected: boolean) => void;
}

interface Heard {
  readonly stream: string;
  readonly key: string;
  readonly listener: (...args: Args) => void;
}

const LONGEST_WAIT_MS = 30_000;

export function connectDdp({ url, reconnectMs, onConnected, onReady, onStatus }: DdpOptions): Ddp {
  const heard = new Map<string, Heard>();
  const waiting = new Map<string, { resolve(value: unknown): void; reject(error: unknown): void }>();
  const now = { socket: undefined as WebSocket | undefined, isReady: false, waitMs: reconnectMs, count: 0 };
  const send = (frame: object) => now.socket?.send(JSON.stringify(frame));
  const nextId = () => String((now.count += 1));
  const subscribe = (id: string, { stream, key }: Heard) =>
    send({ msg: 'sub', id, name: `stream-${stream}`, params: [key, { useCollection: false, args: [] }] });
  const ddp: Ddp = {
    call: (method, ...params) =>
      new Promise((resolve, reject) => {
        const id = nextId();
        waiting.set(id, { resolve, reject });
        send({ msg: 'method', method, id, params: toEjson(params) });
      }),
    hear: (stream, key, listener) => {
      const id = nextId();
      const one = { stream, key, listener };
      heard.set(id, one);
      if (now.isReady) subscribe(id, one);
      return () => {
        heard.delete(id);
        send({ msg: 'unsub', id });
      };
    },
  };
  const begin = async () => {
    now.waitMs = reconnectMs;
    await onConnected(ddp);
    now.isReady = true;
    heard.forEach((one, id) => subscribe(id, one));
    await onReady(ddp);
    onStatus(true);
  };
  const take = (frame: Frame) => {
    const call = waiting.get(frame.id ?? '');
    switch (frame.msg) {
      case 'connected':
        return void begin().catch(() => now.socket?.close());
      case 'ping':
        return send({ msg: 'pong', ...(frame.id === undefined ? {} : { id: frame.id }) });
      case 'result':
        waiting.delete(frame.id ?? '');
        return frame.error === undefined ? call?.resolve(frame.result) : call?.reject(frame.error);
      case 'changed':
        for (const { stream, key, listener } of heard.values())
          if (frame.collection === `stream-${stream}` && frame.fields?.eventName === key)
            listener(...(frame.fields.args ?? []));
        return;
      default:
    }
  };
  const open = () => {
    const socket = new WebSocket(url);
    now.socket = socket;
    socket.addEventListener('open', () =>
      send({ msg: 'connect', version: '1', support: ['1', 'pre2', 'pre1'] }),
    );
    socket.addEventListener('message', ({ data }) => take(fromEjson(JSON.parse(String(data))) as Frame));
    socket.addEventListener('close', () => {
      now.isReady = false;
      waiting.forEach(({ reject }) => reject({ error: 'disconnected' }));
      waiting.clear();
      onStatus(false);
      setTimeout(open, now.waitMs);
      now.waitMs = Math.min(now.waitMs * 2, LONGEST_WAIT_MS);
    });
  };
  open();
  return ddp;
}

function toEjson(value: unknown): unknown {
  if (value instanceof Date) return { $date: value.getTime() };
  return Array.isArray(value) ? value.map(toEjson) : value;
}

function fromEjson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromEjson);
  if (typeof value !== 'object' || value === null) return value;
  const { $date } = value as { $date?: unknown };
  if (typeof $date === 'number') return new Date($date);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fromEjson(one)]));
}

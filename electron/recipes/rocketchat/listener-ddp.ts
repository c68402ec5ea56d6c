import { listIn, own, ownText, parsedJson } from '../raw';
import type { ListenPort } from '../listening';

/** What came of a method. */
export type DdpAnswer =
  | { readonly kind: 'ok'; readonly value: unknown }
  | { readonly kind: 'refused'; readonly code: unknown; readonly reason: string };

/** A line to the server, by DDP. What is asked on one that is over is never answered. */
export interface DdpLine {
  readonly call: (method: string, ...params: readonly unknown[]) => Promise<DdpAnswer>;
  /** Resolves with whether the server tells of it from now on. */
  readonly subscribe: (stream: string, key: string) => Promise<boolean>;
  readonly close: () => void;
}

export interface DdpEvents {
  readonly onConnected: () => void;
  /** Something of a stream, in order. */
  readonly onEvent: (key: string, args: readonly unknown[]) => void;
  /** The server speaks another version. */
  readonly onOther: () => void;
  /** The line is over; `status` is that of the answer where it never was a WebSocket. */
  readonly onLost: (status: number | undefined) => void;
}

/** The server says something more often than that. */
const QUIET_MS = 40_000;
/** So long it has to answer then. */
const PROOF_MS = 15_000;

/** Opens a line. `url` is that of its WebSocket. */
export function openDdp(
  url: string,
  port: Pick<ListenPort, 'connect' | 'after' | 'nowMs'>,
  events: DdpEvents,
): DdpLine {
  const calls = new Map<string, (answer: DdpAnswer) => void>();
  const subscriptions = new Map<string, (isReady: boolean) => void>();
  const now = { count: 0, heardAtMs: port.nowMs(), isOver: false };

  const send = (frame: object): void => {
    if (!now.isOver) socket.send(JSON.stringify(frame));
  };
  const lose = (status?: number): void => {
    if (now.isOver) return;
    now.isOver = true;
    calls.clear();
    subscriptions.clear();
    events.onLost(status);
  };
  const watch = (): void => {
    const quietMs = port.nowMs() - now.heardAtMs;
    if (quietMs < QUIET_MS) return void port.after(QUIET_MS - quietMs, watch);
    send({ msg: 'ping' });
    port.after(PROOF_MS, () => {
      if (port.nowMs() - now.heardAtMs < QUIET_MS) return watch();
      socket.close();
      return lose();
    });
  };

  const settle = (id: string, isReady: boolean): void => {
    subscriptions.get(id)?.(isReady);
    subscriptions.delete(id);
  };
  const hearResult = (frame: unknown): void => {
    const [id, error] = [ownText(frame, 'id'), own(frame, 'error')];
    const answer = calls.get(id);
    calls.delete(id);
    if (error === undefined || error === null) answer?.({ kind: 'ok', value: own(frame, 'result') });
    else answer?.({ kind: 'refused', code: own(error, 'error'), reason: ownText(error, 'reason') });
  };
  const hear = (frame: unknown): void => {
    switch (ownText(frame, 'msg')) {
      case 'connected':
        return events.onConnected();
      case 'failed':
        return events.onOther();
      case 'ping': {
        const id = ownText(frame, 'id');
        return send({ msg: 'pong', ...(id === '' ? {} : { id }) });
      }
      case 'result':
        return hearResult(frame);
      case 'ready':
        for (const id of listIn(frame, 'subs')) if (typeof id === 'string') settle(id, true);
        return undefined;
      case 'nosub':
        return settle(ownText(frame, 'id'), false);
      case 'changed': {
        const fields = own(frame, 'fields');
        return events.onEvent(ownText(fields, 'eventName'), listIn(fields, 'args'));
      }
      default:
        return undefined;
    }
  };

  const socket = port.connect(
    { url },
    {
      onOpen: () => {
        now.heardAtMs = port.nowMs();
        send({ msg: 'connect', version: '1', support: ['1', 'pre2', 'pre1'] });
        watch();
      },
      onText: (text) => {
        now.heardAtMs = port.nowMs();
        if (!now.isOver) hear(parsedJson(text));
      },
      onClose: ({ status }) => lose(status),
    },
  );
  const nextId = (): string => String((now.count += 1));
  return {
    call: (method, ...params) =>
      new Promise((resolve) => {
        const id = nextId();
        calls.set(id, resolve);
        send({ msg: 'method', method, id, params });
      }),
    subscribe: (stream, key) =>
      new Promise((resolve) => {
        const id = nextId();
        subscriptions.set(id, resolve);
        send({ msg: 'sub', id, name: `stream-${stream}`, params: [key, { useCollection: false, args: [] }] });
      }),
    close: () => {
      now.isOver = true;
      socket.close();
    },
  };
}

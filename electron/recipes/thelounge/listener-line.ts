import type { ListenAnswer, ListenEnd, ListenPort } from '../listening';
import { failing } from '../listening-failing';
import { encodedPart } from '../raw';
import { CONNECT, PONG, readPacket, readPackets, toBody, type Packet } from './packets';

/** A line to the server, by WebSocket, or by asking again and again where one is refused. */
export interface LoungeLine {
  /** Says it, all at once and in order. */
  readonly send: (...packets: readonly string[]) => void;
  readonly close: () => void;
}

export interface LineEvents {
  readonly onEvent: (name: string, args: readonly unknown[]) => void;
  /** The line is over; told once. */
  readonly onEnd: (why: ListenEnd, reason: string) => void;
}

type LinePort = Pick<ListenPort, 'connect' | 'request' | 'after'>;

/** Opens a line. `base` is the address of the page's folder, with a `/` at its end. */
export function openLine(base: string, port: LinePort, events: LineEvents): LoungeLine {
  const now: Now = { isOver: false, send: () => undefined, close: () => undefined, callOff: () => undefined };
  const close = (): void => {
    if (now.isOver) return;
    now.isOver = true;
    now.callOff();
    now.close();
  };
  const end = (why: ListenEnd, reason: string): void => {
    if (now.isOver) return;
    close();
    events.onEnd(why, reason);
  };
  /** Anything that comes is a sign of life. */
  const expect = (quietMs: number): void => {
    now.callOff();
    now.callOff = port.after(quietMs, () => end('lost', 'the server is silent'));
  };
  const hear = (packet: Packet): void => {
    if (now.isOver) return;
    if (packet.kind === 'ping') now.send(PONG);
    if (packet.kind === 'closed') end('lost', 'closed by the server');
    if (packet.kind === 'event') events.onEvent(packet.name, packet.args);
  };
  const opened = (packet: Packet): packet is Extract<Packet, { kind: 'open' }> => {
    if (packet.kind !== 'open' || now.isOver) return false;
    now.send(CONNECT);
    return true;
  };
  const tool: Tool = { base, port, now, end, hear, opened, expect };
  openSocket(tool, () => pollServer(tool));
  return { send: (...packets) => now.send(...packets), close };
}

interface Now {
  isOver: boolean;
  send: (...packets: readonly string[]) => void;
  close: () => void;
  /** Of the wait for a sign of life. */
  callOff: () => void;
}

interface Tool {
  readonly base: string;
  readonly port: LinePort;
  readonly now: Now;
  readonly end: LineEvents['onEnd'];
  readonly hear: (packet: Packet) => void;
  readonly opened: (packet: Packet) => packet is Extract<Packet, { kind: 'open' }>;
  readonly expect: (quietMs: number) => void;
}

/** `orElse`: the server, or what stands before it, wants no WebSocket. */
function openSocket({ base, port, now, end, hear, opened, expect }: Tool, orElse: () => void): void {
  let quietMs: number | undefined;
  const socket = port.connect(
    { url: `${base.replace(/^http/u, 'ws')}socket.io/?EIO=4&transport=websocket` },
    {
      onOpen: () => undefined,
      onText: (text) => {
        const packet = readPacket(text);
        if (opened(packet)) quietMs = packet.quietMs;
        if (quietMs !== undefined) expect(quietMs);
        hear(packet);
      },
      onClose: ({ code, status }) => {
        if (now.isOver) return;
        if (status === undefined || quietMs !== undefined) end('lost', `closed: ${code}`);
        else if (status === 401 || status === 403) end('refused', `status ${status}`);
        else orElse();
      },
    },
  );
  now.send = (...packets) => packets.forEach((packet) => socket.send(packet));
  now.close = () => socket.close();
}

function pollServer({ base, port, now, end, hear, opened }: Tool): void {
  const at = { url: `${base}socket.io/?EIO=4&transport=polling`, quietMs: undefined as number | undefined };
  const headers = { 'content-type': 'text/plain;charset=UTF-8' };
  const fail = failing({ end });
  const isYes = ({ status }: ListenAnswer): boolean => {
    if (status === 200) return true;
    const why = status === 401 || status === 403 ? 'refused' : status === 404 ? 'unfit' : 'lost';
    end(why, `status ${status}`);
    return false;
  };
  /** One after another, so that all comes in order. */
  let sent = Promise.resolve();
  now.close = () => undefined;
  now.send = (...packets) => {
    sent = sent.then(async () => {
      if (!now.isOver)
        isYes(await port.request({ url: at.url, method: 'POST', headers, body: toBody(packets) }));
    }, fail);
    sent.catch(fail);
  };
  const poll = async (): Promise<void> => {
    while (!now.isOver) {
      const { url, quietMs } = at;
      const answer = await port.request(quietMs === undefined ? { url } : { url, timeoutMs: quietMs });
      if (!isYes(answer)) return;
      for (const packet of readPackets(answer.text)) {
        if (packet.kind === 'open' && quietMs === undefined) {
          at.url += `&sid=${encodedPart(packet.sid)}`;
          at.quietMs = packet.quietMs;
          opened(packet);
        }
        hear(packet);
      }
      // What is no such server would be asked for ever.
      if (at.quietMs === undefined) end('unfit', 'no line there');
    }
  };
  poll().catch(fail);
}

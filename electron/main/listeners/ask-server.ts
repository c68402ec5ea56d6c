import { request as requestPlain, type Agent, type IncomingMessage } from 'node:http';
import { request as requestSecure } from 'node:https';
import { createGunzip } from 'node:zlib';
import { ListenProblem, type ListenAnswer, type ListenRequest } from '../../recipes/listening';
import type { Line } from './line';

/** Longest answer. */
const ANSWER_MAX_BYTES = 16 * 1024 * 1024;
const TIMEOUT_MS = 30_000;

/** What it takes to ask. */
export interface AskPort {
  readonly agent: Agent;
  readonly after: (delayMs: number, act: () => void) => () => void;
  /** Whether a line goes through a proxy that passes plain HTTP on. */
  readonly proxyOf: (stream: object) => Line['proxy'];
  /** Something came from the server. */
  readonly onHeard: () => void;
}

/**
 * Asks a server once; where a line that had been idle broke, a second time.
 * @throws a {@link ListenProblem}
 */
export async function askServer(
  request: ListenRequest,
  headers: Readonly<Record<string, string>>,
  port: AskPort,
): Promise<ListenAnswer> {
  try {
    return await askOnce(request, headers, port);
  } catch (error) {
    if (!(error instanceof IdleLineBroke)) throw error;
    return askOnce(request, headers, port);
  }
}

/** The server had closed a line that was kept, which shows only when it is used. */
class IdleLineBroke extends ListenProblem {}

function askOnce(
  { url, method = 'GET', body, timeoutMs = TIMEOUT_MS }: ListenRequest,
  headers: Readonly<Record<string, string>>,
  port: AskPort,
): Promise<ListenAnswer> {
  return new Promise((resolve, reject) => {
    const send = url.startsWith('https:') ? requestSecure : requestPlain;
    const asked = send(url, {
      method,
      headers: { 'accept-encoding': 'gzip', ...headers },
      agent: port.agent,
    });
    const heard = { isAnswered: false };
    const stopTimer = port.after(timeoutMs, () => fail(new ListenProblem('timeout')));
    const fail = (problem: ListenProblem): void => {
      stopTimer();
      reject(problem);
      asked.destroy();
    };
    asked.on('socket', (stream) => {
      const proxy = port.proxyOf(stream);
      if (proxy !== undefined) {
        asked.path = url;
        if (proxy.authorization !== undefined) asked.setHeader('proxy-authorization', proxy.authorization);
      }
      // Only now, since the first line of what is asked depends on the way.
      asked.end(body);
    });
    asked.on('error', (error) => {
      if (error instanceof ListenProblem) return fail(error);
      const isIdleLine = asked.reusedSocket && !heard.isAnswered && method !== 'POST';
      fail(isIdleLine ? new IdleLineBroke('network') : new ListenProblem('network'));
    });
    asked.on('response', (response) => {
      heard.isAnswered = true;
      port.onHeard();
      if (response.statusCode === 407) return fail(new ListenProblem('proxy'));
      receive(response, port, fail, (answer) => {
        stopTimer();
        resolve(answer);
      });
    });
  });
}

function receive(
  response: IncomingMessage,
  port: AskPort,
  fail: (problem: ListenProblem) => void,
  finish: (answer: ListenAnswer) => void,
): void {
  const { statusCode: status = 0, headers } = response;
  const held: { chunks: Buffer[]; sizeBytes: number } = { chunks: [], sizeBytes: 0 };
  const onError = (): void => fail(new ListenProblem('network'));
  const unpacked = headers['content-encoding'] === 'gzip' ? response.pipe(createGunzip()) : response;
  unpacked.on('data', (chunk: Buffer) => {
    port.onHeard();
    held.sizeBytes += chunk.length;
    held.chunks.push(chunk);
    if (held.sizeBytes <= ANSWER_MAX_BYTES) return;
    held.chunks = [];
    fail(new ListenProblem('too-big'));
    unpacked.destroy();
  });
  response.on('error', onError);
  if (unpacked !== response) unpacked.on('error', onError);
  unpacked.on('end', () => {
    finish({ status, headers: toPlain(headers), text: Buffer.concat(held.chunks).toString('utf8') });
  });
}

const toPlain = (headers: IncomingMessage['headers']): Readonly<Record<string, string>> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value = '']) => [
      name,
      Array.isArray(value) ? value.join(name === 'set-cookie' ? '\n' : ', ') : value,
    ]),
  );

import type { Socket } from 'node:net';
import { ListenProblem } from '../../recipes/listening';
import { openHop, toBasic, type Target } from './hops';
import type { Hop, Route } from './protocol';
import type { createSecurer, JudgeCertificate } from './secure';

/** What has to be up in so long: a name found, proxies asked, TLS agreed on and its certificate judged. */
const OPEN_MAX_MS = 30_000;

/** What it takes to open lines. */
export interface LinePort {
  readonly secure: ReturnType<typeof createSecurer>;
  readonly judge: JudgeCertificate;
  readonly after: (delayMs: number, act: () => void) => () => void;
  /** Ends what is being opened. */
  readonly signal: AbortSignal;
}

/** A line to a server, as far as HTTP goes. */
export interface Line {
  readonly stream: Socket;
  /** Plain HTTP through a proxy is asked for by its whole address, with this said to the proxy. */
  readonly proxy?: { readonly authorization: string | undefined } | undefined;
}

/**
 * Opens a line to the server of an address, by the first hop of the route that works.
 * @throws a {@link ListenProblem} when there is none
 */
export async function openLine(url: URL, route: Route, port: LinePort): Promise<Line> {
  const isSecure = url.protocol === 'https:' || url.protocol === 'wss:';
  const target: Target = {
    host: url.hostname.replace(/^\[|\]$/g, ''),
    port: url.port === '' ? (isSecure ? 443 : 80) : Number(url.port),
    isPlainHttp: url.protocol === 'http:',
  };
  const late = new AbortController();
  const stopTimer = port.after(OPEN_MAX_MS, () => late.abort());
  const signal = AbortSignal.any([late.signal, port.signal]);
  try {
    const { hop, stream } = await openFirst(route.hops, target, { ...port, signal });
    if (isSecure) return { stream: await port.secure(stream, target.host, target.port, port.judge, signal) };
    return target.isPlainHttp && (hop.kind === 'http' || hop.kind === 'https')
      ? { stream, proxy: { authorization: hop.login === undefined ? undefined : toBasic(hop.login) } }
      : { stream };
  } catch (error) {
    throw late.signal.aborted ? new ListenProblem('timeout') : error;
  } finally {
    stopTimer();
  }
}

async function openFirst(
  hops: readonly Hop[],
  target: Target,
  port: LinePort,
): Promise<{ readonly hop: Hop; readonly stream: Socket }> {
  const failed: { problem: ListenProblem | undefined } = { problem: undefined };
  for (const hop of hops) {
    try {
      return { hop, stream: await openHop(hop, target, port) };
    } catch (error) {
      if (port.signal.aborted) break;
      failed.problem ??=
        error instanceof ListenProblem
          ? error
          : new ListenProblem(hop.kind === 'direct' ? 'network' : 'proxy');
    }
  }
  throw failed.problem ?? new ListenProblem('network');
}

import type { ListenAnswer, ListenPort, ListenRequest } from './listening';

const RETRY_MS = 3000;
const TRIES = 5;

/**
 * Asks until there is an answer that is one, some times, and as long apart as the server wants: `waitOf` says of an answer
 * how long, in ms, or that it is one. Undefined where all patience is over; never rejects.
 */
export async function askPatiently(
  request: ListenRequest,
  waitOf: (answer: ListenAnswer) => number | undefined,
  port: Pick<ListenPort, 'request' | 'after'>,
  tries = TRIES,
): Promise<ListenAnswer | undefined> {
  const answer = await port.request(request).catch(() => undefined);
  const waitMs = answer === undefined || answer.status >= 500 ? RETRY_MS : waitOf(answer);
  if (waitMs === undefined) return answer;
  if (tries <= 1) return undefined;
  await new Promise<void>((resolve) => void port.after(waitMs, resolve));
  return askPatiently(request, waitOf, port, tries - 1);
}

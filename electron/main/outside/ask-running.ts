import { connect } from 'node:net';
import * as z from 'zod/mini';
import { readLine } from './ask-lines';
import type { AskPlace } from './ask-place';
import type { OutsideAnswer } from './outside-desk';

const ANSWER_BYTES_MAX = 4_000_000;
const PATIENCE_MS = 10_000;

const answerSchema = z.object({ code: z.literal([0, 1, 2]), text: z.string() });

/** Asks the running Foyer; undefined when none is there, or it does not answer. */
export async function askRunning(
  { address }: Pick<AskPlace, 'address'>,
  args: readonly string[],
): Promise<OutsideAnswer | undefined> {
  const socket = connect(address);
  const line = readLine(socket, ANSWER_BYTES_MAX, PATIENCE_MS);
  socket.write(`${JSON.stringify({ args })}\n`);
  try {
    return answerSchema.safeParse(JSON.parse((await line) ?? '')).data;
  } catch {
    return undefined;
  } finally {
    socket.destroy();
  }
}

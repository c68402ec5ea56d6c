import type { Socket } from 'node:net';

/** Reads one line, at most so long; gives undefined when the other side ends, fails, is silent or says too much. */
export function readLine(socket: Socket, bytesMax: number, timeoutMs: number): Promise<string | undefined> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const settle = (line: string | undefined): void => {
      socket.off('data', hear).off('end', giveUp).off('error', giveUp).off('close', giveUp);
      socket.setTimeout(0);
      resolve(line);
    };
    const giveUp = (): void => settle(undefined);
    const hear = (chunk: Buffer): void => {
      chunks.push(chunk);
      const whole = Buffer.concat(chunks);
      const end = whole.indexOf('\n');
      if (end >= 0) settle(whole.subarray(0, end).toString());
      else if (whole.length > bytesMax) giveUp();
    };
    socket.on('data', hear).once('end', giveUp).once('error', giveUp).once('close', giveUp);
    socket.setTimeout(timeoutMs, giveUp);
  });
}

import type { Duplex } from 'node:stream';

/**
 * Waits for a stream to say that it is ready.
 * @throws what it says instead, or that time is over; it is destroyed then
 */
export function whenReady(stream: Duplex, event: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const finish = (error?: Error): void => {
      stream.off(event, onReady);
      stream.off('close', onClose);
      signal.removeEventListener('abort', onAbort);
      if (error === undefined) return resolve();
      stream.destroy();
      reject(error);
    };
    const onReady = (): void => finish();
    const onClose = (): void => finish(new Error('closed'));
    const onAbort = (): void => finish(new Error('out of time'));
    // For as long as it lives: an error that nobody hears would end the process.
    stream.on('error', finish);
    stream.once(event, onReady);
    stream.once('close', onClose);
    signal.addEventListener('abort', onAbort);
    if (signal.aborted) onAbort();
  });
}
